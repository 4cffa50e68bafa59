/// The stretch of numbers among which a quotient of printed figures lies.
///
/// It is worked out from the ends of the figures that went in, each on its own, so that a figure that
/// occurs twice makes it wider than it need be, and never narrower.
package struct FractionRange: Sendable {
  /// The lower end.
  package let lower: Fraction
  /// The upper end, which is no less than the lower one.
  package let upper: Fraction

  /// A stretch of numbers between two ends, whichever is the lower one.
  package init(_ one: Fraction, _ other: Fraction) throws(ArithmeticOverflow) {
    let isInOrder = try !Fraction.isBelow(other, one)
    lower = isInOrder ? one : other
    upper = isInOrder ? other : one
  }

  /// A single number.
  package init(only number: Fraction) {
    lower = number
    upper = number
  }

  /// The stretch of numbers that an amount stands for.
  package init(_ amount: Amount) throws(ArithmeticOverflow) {
    let digits = try Fraction(amount)
    lower = try digits - Fraction(amount.reachBelow())
    upper = try digits + Fraction(amount.reachAbove())
  }

  private init(hull ends: [Fraction]) throws(ArithmeticOverflow) {
    var (lower, upper) = (ends[0], ends[0])
    for end in ends.dropFirst() {
      if try Fraction.isBelow(end, lower) { lower = end }
      if try Fraction.isBelow(upper, end) { upper = end }
    }
    self.lower = lower
    self.upper = upper
  }
}

extension FractionRange {
  /// The sums of what lies in two stretches.
  package static func + (
    left: FractionRange, right: FractionRange
  ) throws(ArithmeticOverflow) -> FractionRange {
    try FractionRange(hull: [try left.lower + right.lower, try left.upper + right.upper])
  }

  /// The differences of what lies in two stretches.
  package static func - (
    left: FractionRange, right: FractionRange
  ) throws(ArithmeticOverflow) -> FractionRange {
    try FractionRange(hull: [try left.lower - right.upper, try left.upper - right.lower])
  }

  /// The products of what lies in two stretches.
  package static func * (
    left: FractionRange, right: FractionRange
  ) throws(ArithmeticOverflow) -> FractionRange {
    try FractionRange(hull: [
      try left.lower * right.lower, try left.lower * right.upper,
      try left.upper * right.lower, try left.upper * right.upper,
    ])
  }

  /// The quotients of what lies in two stretches; nil when one could be divided by zero.
  package static func / (
    left: FractionRange, right: FractionRange
  ) throws(ArithmeticOverflow) -> FractionRange? {
    guard right.lower.numerator > 0 || right.upper.numerator < 0,
      let one = try Fraction(1, 1), let first = try one / right.lower,
      let second = try one / right.upper
    else { return nil }
    return try left * FractionRange(first, second)
  }
}
