import Glibc

extension Number {
  /// The number without its sign.
  package func magnitude() throws(ArithmeticOverflow) -> Number {
    isNegative ? try -self : self
  }

  /// The number rounded half away from zero to so many places behind the point.
  ///
  /// Negative places round to tens, hundreds and so on. What comes out is exact.
  package func rounded(places: Int) throws(ArithmeticOverflow) -> Number {
    let exact = try fraction()
    let value = if let exact { exact } else { try Fraction(nearest: binary) }
    let text = DecimalText.rounded(value, places: places)
    let digits = text.filter { $0 != "." }
    guard let mantissa = Int64(digits), let exponent = Int8(exactly: -max(0, places)) else {
      throw ArithmeticOverflow()
    }
    return .amount(Amount(exact: mantissa, exponent: exponent))
  }

  /// The natural logarithm; nil of what isn't above zero.
  package var naturalLogarithm: Number? {
    isZero || isNegative ? nil : Number.finite(log(binary))
  }

  /// e to the power of the number; nil where that is beyond every number.
  package var exponential: Number? { Number.finite(exp(binary)) }

  /// The number, which has to be above zero, to the power of `exponent`; nil where that is beyond
  /// every number.
  package func raised(to exponent: Double) -> Number? { Number.finite(pow(binary, exponent)) }

  private static func finite(_ value: Double) -> Number? {
    value.isFinite ? .binary(value) : nil
  }
}

extension Collection where Element == Number {
  /// The sum of the numbers; zero of none.
  package func sum() throws(ArithmeticOverflow) -> Number {
    guard var sum = first else { return .amount(.zero) }
    for number in dropFirst() { sum = try sum + number }
    return sum
  }

  /// The arithmetic mean; nil of no numbers.
  package func mean() throws(ArithmeticOverflow) -> Number? {
    isEmpty ? nil : try sum() / .amount(Amount(exact: Int64(count)))
  }

  /// The numbers from the smallest to the largest.
  package func ascending() throws(ArithmeticOverflow) -> [Number] {
    do {
      return try sorted { try Number.isBelow($0, $1) }
    } catch {
      throw ArithmeticOverflow()
    }
  }

  /// The middle number, or the mean of the two in the middle; nil of no numbers.
  package func median() throws(ArithmeticOverflow) -> Number? {
    let inOrder = try ascending()
    let middle = inOrder.count / 2
    if inOrder.isEmpty { return nil }
    if inOrder.count.isMultiple(of: 2) { return try inOrder[middle - 1...middle].mean() }
    return inOrder[middle]
  }

  /// The sample standard deviation, in binary64; nil of fewer than two numbers.
  package func sampleDeviation() -> Number? {
    if count < 2 { return nil }
    let values = map(\.binary)
    let mean = values.reduce(0, +) / Double(count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return .binary((squares / Double(count - 1)).squareRoot())
  }
}
