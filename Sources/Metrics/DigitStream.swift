/// The digits of a long division behind the point, one after the other.
struct DigitStream {
  private(set) var remainder: UInt128
  let divisor: UInt128

  init(remainder: UInt128, divisor: UInt128) {
    self.remainder = remainder
    self.divisor = divisor
  }

  var isFinished: Bool { remainder == 0 }

  /// The next digit; ten times the remainder may need more than 128 bits, and seldom more than 64.
  mutating func next() -> UInt8 {
    if divisor <= UInt128(UInt64.max / 10) {
      let divisor = UInt64(divisor)
      let (digit, rest) = (UInt64(remainder) * 10).quotientAndRemainder(dividingBy: divisor)
      remainder = UInt128(rest)
      return DecimalText.zero + UInt8(truncatingIfNeeded: digit)
    }
    let (digit, rest) = divisor.dividingFullWidth(remainder.multipliedFullWidth(by: 10))
    remainder = rest
    return DecimalText.zero + UInt8(truncatingIfNeeded: digit)
  }
}
