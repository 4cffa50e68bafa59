/// What exact arithmetic can't represent: the result needs more digits than there is room for.
///
/// It is an error and never a wrap, a rounding or a floating-point stand-in.
package struct ArithmeticOverflow: Error, Hashable, Sendable {
  /// An overflow.
  package init() {}
}

/// Integer helpers that report overflow instead of trapping or wrapping.
enum ExactInteger {
  /// 10 to the power of `exponent`, for exponents from 0 to 38.
  static func powerOfTen(_ exponent: Int) throws(ArithmeticOverflow) -> Int128 {
    guard (0...38).contains(exponent) else { throw ArithmeticOverflow() }
    return powers[exponent]
  }

  static func product(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128 {
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    if overflow { throw ArithmeticOverflow() }
    return value
  }

  static func sum(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128 {
    let (value, overflow) = left.addingReportingOverflow(right)
    if overflow { throw ArithmeticOverflow() }
    return value
  }

  static func narrowed(_ value: Int128) throws(ArithmeticOverflow) -> Int64 {
    guard let narrow = Int64(exactly: value) else { throw ArithmeticOverflow() }
    return narrow
  }

  /// The greatest common divisor of two magnitudes; 1 when both are zero.
  static func commonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (larger, smaller) = (left.magnitude, right.magnitude)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return Int128(clamping: max(1, larger))
  }

  private static let powers: [Int128] = (0..<38).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }
}
