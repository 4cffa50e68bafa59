/// An exact decimal amount that remembers how precisely it is known.
///
/// A figure printed as `10,512` million is 10512 × 10⁶, known to half a million on either side; the
/// same figure printed as `10,512,328` thousand is known to half a thousand. Sums and differences
/// stay exact and add up what is not known, so that two figures can be compared for what they say.
package struct Amount: Sendable {
  /// The digits: the value is `mantissa` × 10^`exponent`.
  package let mantissa: Int64
  /// The power of ten of the mantissa's last digit.
  package let exponent: Int8
  /// Half the width of what is not known, in halves of 10^`exponent`: 1 for a rounded figure, 0 for
  /// an exact number.
  package let halfUnits: Int64
  /// How far the middle of what is not known lies above the digits, in halves of 10^`exponent`: 0 for
  /// a rounded figure, and towards the cut digits for one that was cut off.
  package let skew: Int64
  /// The exponent of the coarsest figure that went in; a result is shown no finer than that.
  package let coarsestExponent: Int8

  /// A figure as printed, rounded by its issuer to its last digit, or cut off behind it.
  package init(printed mantissa: Int64, exponent: Int8, by rounding: PrintedRounding = .nearest) {
    let isCut = rounding == .truncated
    self.init(
      mantissa: mantissa, exponent: exponent, halfUnits: isCut && mantissa == 0 ? 2 : 1,
      skew: isCut ? mantissa.signum() : 0, coarsestExponent: exponent)
  }

  /// A number that is exact, such as one typed in a query.
  package init(exact mantissa: Int64, exponent: Int8 = 0) {
    self.init(
      mantissa: mantissa, exponent: exponent, halfUnits: 0, skew: 0, coarsestExponent: .min)
  }

  /// Zero, known exactly.
  package static let zero = Amount(exact: 0)

  init(
    mantissa: Int64, exponent: Int8, halfUnits: Int64, skew: Int64, coarsestExponent: Int8
  ) {
    self.mantissa = mantissa
    self.exponent = exponent
    self.halfUnits = halfUnits
    self.skew = skew
    self.coarsestExponent = coarsestExponent
  }

  /// Whether the amount is zero, however printed.
  package var isZero: Bool { mantissa == 0 }

  /// The exponent at which the amount is shown when nothing else is asked for.
  package var shownExponent: Int { Int(max(exponent, coarsestExponent)) }
}

extension Amount {
  /// The sum of two amounts: exact, and as imprecise as both together.
  package static func + (left: Amount, right: Amount) throws(ArithmeticOverflow) -> Amount {
    let (first, second, exponent) = try aligned(left, right)
    return Amount(
      mantissa: try ExactInteger.narrowed(try ExactInteger.sum(first, second)),
      exponent: exponent,
      halfUnits: try joined(\.halfUnits, left, right, at: exponent),
      skew: try joined(\.skew, left, right, at: exponent),
      coarsestExponent: max(left.coarsestExponent, right.coarsestExponent))
  }

  /// The difference of two amounts: exact, and as imprecise as both together.
  package static func - (left: Amount, right: Amount) throws(ArithmeticOverflow) -> Amount {
    try left + (try -right)
  }

  /// The amount with its sign turned round.
  package static prefix func - (amount: Amount) throws(ArithmeticOverflow) -> Amount {
    Amount(
      mantissa: try ExactInteger.narrowed(-Int128(amount.mantissa)), exponent: amount.exponent,
      halfUnits: amount.halfUnits, skew: try ExactInteger.narrowed(-Int128(amount.skew)),
      coarsestExponent: amount.coarsestExponent)
  }

  /// Both mantissas at the finer of the two exponents, and that exponent.
  static func aligned(
    _ left: Amount, _ right: Amount
  ) throws(ArithmeticOverflow) -> (Int128, Int128, Int8) {
    let exponent = min(left.exponent, right.exponent)
    return (
      try left.mantissa(at: exponent), try right.mantissa(at: exponent), exponent
    )
  }

  private func mantissa(at finer: Int8) throws(ArithmeticOverflow) -> Int128 {
    if mantissa == 0 || finer == exponent { return Int128(mantissa) }
    let factor = try ExactInteger.powerOfTen(Int(exponent) - Int(finer))
    return try ExactInteger.product(Int128(mantissa), factor)
  }

  private static func joined(
    _ halves: KeyPath<Amount, Int64>, _ left: Amount, _ right: Amount, at exponent: Int8
  ) throws(ArithmeticOverflow) -> Int64 {
    let sum = try ExactInteger.sum(
      try left.halves(left[keyPath: halves], at: exponent),
      try right.halves(right[keyPath: halves], at: exponent))
    return try ExactInteger.narrowed(sum)
  }

  /// The half-units in halves of 10^`finer`.
  func halfUnits(at finer: Int8) throws(ArithmeticOverflow) -> Int128 {
    try halves(halfUnits, at: finer)
  }

  /// The skew in halves of 10^`finer`.
  func skew(at finer: Int8) throws(ArithmeticOverflow) -> Int128 { try halves(skew, at: finer) }

  private func halves(_ count: Int64, at finer: Int8) throws(ArithmeticOverflow) -> Int128 {
    if count == 0 { return 0 }
    let factor = try ExactInteger.powerOfTen(Int(exponent) - Int(finer))
    return try ExactInteger.product(Int128(count), factor)
  }
}
