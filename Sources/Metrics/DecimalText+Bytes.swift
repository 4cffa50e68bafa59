extension DecimalText {
  /// Writes every digit of an amount: `10512000000`, `-3.56`.
  package static func write(exact amount: Amount, to bytes: inout [UInt8]) {
    let places = max(0, -Int(amount.exponent))
    if amount.mantissa < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    write(amount.mantissa.magnitude, to: &bytes)
    if amount.mantissa == 0 { return }
    if places == 0 {
      for _ in 0..<Int(amount.exponent) { bytes.append(UInt8(ascii: "0")) }
      return
    }
    let missing = places + 1 - (bytes.count - start)
    if missing > 0 {
      bytes.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: start)
    }
    bytes.insert(UInt8(ascii: "."), at: bytes.count - places)
  }

  /// Writes a whole number.
  static func write(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    var count = 1
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
    rest = number
    for index in stride(from: bytes.count - 1, to: bytes.count - count - 1, by: -1) {
      bytes[index] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
