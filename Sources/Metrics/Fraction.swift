/// An exact quotient, kept as two whole numbers without a common divisor.
///
/// Ratios, growth and shares are quotients; kept as fractions they don't drift, and 22.25 % rounds
/// the way it should.
package struct Fraction: Hashable, Sendable {
  /// The number above the line; it carries the sign.
  package let numerator: Int128
  /// The number below the line, above zero.
  package let denominator: Int128

  /// The quotient of two whole numbers in lowest terms; nil when the denominator is zero.
  package init?(_ numerator: Int128, _ denominator: Int128) throws(ArithmeticOverflow) {
    if denominator == 0 { return nil }
    guard numerator != .min, denominator != .min else { throw ArithmeticOverflow() }
    let divisor = ExactInteger.commonDivisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / divisor)
    self.denominator = sign * (denominator / divisor)
  }

  private init(reducedNumerator numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The fraction that equals an amount.
  package init(_ amount: Amount) throws(ArithmeticOverflow) {
    let mantissa = Int128(amount.mantissa)
    let power = try ExactInteger.powerOfTen(amount.mantissa == 0 ? 0 : abs(Int(amount.exponent)))
    if amount.exponent >= 0 {
      self.init(
        reducedNumerator: try ExactInteger.product(mantissa, power), denominator: 1)
    } else {
      let divisor = ExactInteger.commonDivisor(mantissa, power)
      self.init(reducedNumerator: mantissa / divisor, denominator: power / divisor)
    }
  }

  /// The fraction that equals a binary number, to 96 binary places, so that it can be shown like any
  /// other.
  package init(nearest value: Double) throws(ArithmeticOverflow) {
    let places = value.isFinite ? min(96, max(0, -Int(value.ulp.exponent))) : 0
    let shifted = (value * Double(sign: .plus, exponent: places, significand: 1)).rounded()
    guard let numerator = Int128(exactly: shifted),
      let fraction = try Fraction(numerator, 1 << places)
    else { throw ArithmeticOverflow() }
    self = fraction
  }
}

extension Fraction {
  /// The sum of two fractions.
  package static func + (left: Fraction, right: Fraction) throws(ArithmeticOverflow) -> Fraction {
    let divisor = ExactInteger.commonDivisor(left.denominator, right.denominator)
    let leftFactor = right.denominator / divisor
    let rightFactor = left.denominator / divisor
    let numerator = try ExactInteger.sum(
      try ExactInteger.product(left.numerator, leftFactor),
      try ExactInteger.product(right.numerator, rightFactor))
    return try reduced(numerator, try ExactInteger.product(left.denominator, leftFactor))
  }

  /// The difference of two fractions.
  package static func - (left: Fraction, right: Fraction) throws(ArithmeticOverflow) -> Fraction {
    try left + (-right)
  }

  /// The fraction with its sign turned round.
  package static prefix func - (fraction: Fraction) -> Fraction {
    Fraction(reducedNumerator: -fraction.numerator, denominator: fraction.denominator)
  }

  /// The product of two fractions.
  package static func * (left: Fraction, right: Fraction) throws(ArithmeticOverflow) -> Fraction {
    let first = ExactInteger.commonDivisor(left.numerator, right.denominator)
    let second = ExactInteger.commonDivisor(right.numerator, left.denominator)
    return try reduced(
      try ExactInteger.product(left.numerator / first, right.numerator / second),
      try ExactInteger.product(left.denominator / second, right.denominator / first))
  }

  /// The quotient of two fractions; nil when `right` is zero.
  package static func / (left: Fraction, right: Fraction) throws(ArithmeticOverflow) -> Fraction? {
    if right.numerator == 0 { return nil }
    let sign: Int128 = right.numerator < 0 ? -1 : 1
    let inverse = Fraction(
      reducedNumerator: sign * right.denominator, denominator: sign * right.numerator)
    return try left * inverse
  }

  /// Whether `left` is below `right`.
  package static func isBelow(
    _ left: Fraction, _ right: Fraction
  ) throws(ArithmeticOverflow) -> Bool {
    try (left - right).numerator < 0
  }

  private static func reduced(
    _ numerator: Int128, _ denominator: Int128
  ) throws(ArithmeticOverflow) -> Fraction {
    guard let fraction = try Fraction(numerator, denominator) else { throw ArithmeticOverflow() }
    return fraction
  }
}
