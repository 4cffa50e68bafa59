extension DecimalText {
  /// Writes every digit of an amount: `10512000000`, `-3.56`.
  package static func write(exact amount: Amount, to bytes: inout [UInt8]) {
    if amount.mantissa < 0 { bytes.append(UInt8(ascii: "-")) }
    let exponent = amount.mantissa == 0 ? 0 : Int(amount.exponent)
    write(amount.mantissa.magnitude, exponent: exponent, to: &bytes)
  }

  /// Writes a number times a power of ten.
  private static func write(_ number: UInt64, exponent: Int, to bytes: inout [UInt8]) {
    var digits = InlineArray<20, UInt8>(repeating: zero)
    var first = digits.count
    var rest = number
    repeat {
      first -= 1
      digits[first] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    let places = max(0, -exponent)
    let missing = max(0, places + 1 - (digits.count - first))
    bytes.append(addingCapacity: missing + digits.count + max(0, exponent)) { text in
      text.append(repeating: zero, count: missing)
      for index in first..<digits.count { text.append(digits[index]) }
      text.append(repeating: zero, count: max(0, exponent))
    }
    if places > 0 { bytes.insert(point, at: bytes.count - places) }
  }
}
