/// The value of a cell: an amount as long as it is one, a fraction after a division.
package enum Number: Sendable {
  /// A decimal amount with its precision.
  case amount(Amount)
  /// A quotient.
  case fraction(Fraction)
  /// An irrational result; only functions such as `log` and `stdev` make one.
  case binary(Double)

  /// Whether the number is zero.
  package var isZero: Bool {
    switch self {
    case .amount(let amount): amount.isZero
    case .fraction(let fraction): fraction.numerator == 0
    case .binary(let value): value == 0
    }
  }

  /// Whether the number is below zero.
  package var isNegative: Bool {
    switch self {
    case .amount(let amount): amount.mantissa < 0
    case .fraction(let fraction): fraction.numerator < 0
    case .binary(let value): value < 0
    }
  }

  /// The number in binary64, rounded to the nearest.
  package var binary: Double {
    switch self {
    case .amount(let amount):
      Double(DecimalText.exact(amount)) ?? .nan
    case .fraction(let fraction):
      Double(DecimalText.significant(fraction, digits: 17)) ?? .nan
    case .binary(let value): value
    }
  }

  /// The number as a fraction; nil for a binary one.
  package func fraction() throws(ArithmeticOverflow) -> Fraction? {
    switch self {
    case .amount(let amount): try Fraction(amount)
    case .fraction(let fraction): fraction
    case .binary: nil
    }
  }
}

extension Number {
  /// The sum of two numbers, exact unless one is binary.
  package static func + (left: Number, right: Number) throws(ArithmeticOverflow) -> Number {
    if case .amount(let first) = left, case .amount(let second) = right {
      return .amount(try first + second)
    }
    guard let first = try left.fraction(), let second = try right.fraction() else {
      return .binary(left.binary + right.binary)
    }
    return .fraction(try first + second)
  }

  /// The difference of two numbers, exact unless one is binary.
  package static func - (left: Number, right: Number) throws(ArithmeticOverflow) -> Number {
    try left + (try -right)
  }

  /// The number with its sign turned round.
  package static prefix func - (number: Number) throws(ArithmeticOverflow) -> Number {
    switch number {
    case .amount(let amount): .amount(try -amount)
    case .fraction(let fraction): .fraction(-fraction)
    case .binary(let value): .binary(-value)
    }
  }

  /// The product of two numbers; an amount times a whole number stays an amount.
  package static func * (left: Number, right: Number) throws(ArithmeticOverflow) -> Number {
    if case .amount(let first) = left, case .amount(let second) = right,
      let scaled = try first.scaled(byExactOf: second)
    {
      return .amount(scaled)
    }
    guard let first = try left.fraction(), let second = try right.fraction() else {
      return .binary(left.binary * right.binary)
    }
    return .fraction(try first * second)
  }

  /// The quotient of two numbers; nil when `right` is zero.
  package static func / (left: Number, right: Number) throws(ArithmeticOverflow) -> Number? {
    if right.isZero { return nil }
    if case .amount(let first) = left, case .amount(let second) = right {
      guard let quotient = try quotient(of: first, by: second) else { return nil }
      return .fraction(quotient)
    }
    guard let first = try left.fraction(), let second = try right.fraction() else {
      return .binary(left.binary / right.binary)
    }
    guard let quotient = try first / second else { return nil }
    return .fraction(quotient)
  }

  /// Whether `left` is below `right`.
  package static func isBelow(_ left: Number, _ right: Number) throws(ArithmeticOverflow) -> Bool {
    guard let first = try left.fraction(), let second = try right.fraction() else {
      return left.binary < right.binary
    }
    return try Fraction.isBelow(first, second)
  }

  /// Divides at the finer exponent, so that powers of ten cancel before they can overflow.
  private static func quotient(
    of left: Amount, by right: Amount
  ) throws(ArithmeticOverflow) -> Fraction? {
    let (numerator, denominator, _) = try Amount.aligned(left, right)
    return try Fraction(numerator, denominator)
  }
}

extension Amount {
  /// The product when one of the two is an exact number; nil when both are measurements.
  func scaled(byExactOf other: Amount) throws(ArithmeticOverflow) -> Amount? {
    if let product = try scaled(byExact: other) { return product }
    return try other.scaled(byExact: self)
  }

  private func scaled(byExact factor: Amount) throws(ArithmeticOverflow) -> Amount? {
    guard factor.halfUnits == 0 else { return nil }
    let product = try ExactInteger.product(Int128(mantissa), Int128(factor.mantissa))
    let spread = try ExactInteger.product(
      Int128(halfUnits), Int128(factor.mantissa.magnitude))
    let shift = try ExactInteger.product(Int128(skew), Int128(factor.mantissa))
    guard let joined = Int8(exactly: Int(exponent) + Int(factor.exponent)) else {
      throw ArithmeticOverflow()
    }
    return Amount(
      mantissa: try ExactInteger.narrowed(product), exponent: joined,
      halfUnits: try ExactInteger.narrowed(spread), skew: try ExactInteger.narrowed(shift),
      coarsestExponent: coarsestExponent == .min ? .min : max(coarsestExponent, joined))
  }
}
