/// Decimal digits of exact numbers, without floating point in between.
package enum DecimalText {
  /// Every digit of an amount: `10512000000`, `-3.56`.
  package static func exact(_ amount: Amount) -> String {
    var bytes: [UInt8] = []
    write(exact: amount, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A fraction rounded half away from zero to `places` digits behind the point; negative places
  /// round to tens, hundreds and so on.
  package static func rounded(_ fraction: Fraction, places: Int) -> String {
    let sign = fraction.numerator < 0 ? "-" : ""
    let divisor = fraction.denominator.magnitude
    let (whole, rest) = fraction.numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var text = Array(String(whole).utf8)
    if places < 0 {
      let result = String(decoding: rounded(whole: text, zeros: -places), as: UTF8.self)
      return result == "0" ? result : sign + result
    }
    var digits = DigitStream(remainder: rest, divisor: divisor)
    for _ in 0..<places { text.append(digits.next()) }
    if digits.next() >= UInt8(ascii: "5") { increment(&text) }
    let result = pointed(String(decoding: text, as: UTF8.self), places: places)
    return result.contains(where: { $0 != "0" && $0 != "." }) ? sign + result : result
  }

  /// Whole digits rounded so that the last `zeros` of them are zeros.
  private static func rounded(whole digits: [UInt8], zeros: Int) -> [UInt8] {
    if zeros > digits.count { return [UInt8(ascii: "0")] }
    var kept = [UInt8(ascii: "0")] + digits.dropLast(zeros)
    if digits[digits.count - zeros] >= UInt8(ascii: "5") { increment(&kept) }
    let leading = kept.drop { $0 == UInt8(ascii: "0") }
    if leading.isEmpty { return [UInt8(ascii: "0")] }
    return leading + [UInt8](repeating: UInt8(ascii: "0"), count: zeros)
  }

  /// A fraction to `digits` significant digits; zeros at its end are kept where a column of them is
  /// to look alike.
  package static func significant(
    _ fraction: Fraction, digits count: Int, keepsZeros: Bool = false
  ) -> String {
    if fraction.numerator == 0 { return "0" }
    let sign = fraction.numerator < 0 ? "-" : ""
    let divisor = fraction.denominator.magnitude
    let (whole, rest) = fraction.numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var stream = DigitStream(remainder: rest, divisor: divisor)
    let lead = whole == 0 ? 0 : String(whole).utf8.count
    if lead >= count { return rounded(fraction, places: count - lead) }
    var text = Array(String(whole).utf8)
    var significant = lead
    var places = 0
    while significant < count {
      let digit = stream.next()
      text.append(digit)
      places += 1
      if significant > 0 || digit != UInt8(ascii: "0") { significant += 1 }
      if stream.isFinished, !keepsZeros || significant == 0 { break }
    }
    if stream.next() >= UInt8(ascii: "5") { increment(&text) }
    let digits = pointed(String(decoding: text, as: UTF8.self), places: places)
    return sign + (keepsZeros ? digits : trimmed(digits))
  }

  /// Puts the point `places` digits before the end, with zeros in front where digits are missing.
  private static func pointed(_ digits: String, places: Int) -> String {
    if places == 0 { return digits }
    let padding = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count))
    let all = padding + digits
    let split = all.index(all.endIndex, offsetBy: -places)
    return all[..<split] + "." + all[split...]
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var result = Substring(text)
    while result.last == "0" { result.removeLast() }
    if result.last == "." { result.removeLast() }
    return String(result)
  }

  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < UInt8(ascii: "9") {
        digits[index] += 1
        return
      }
      digits[index] = UInt8(ascii: "0")
    }
    digits.insert(UInt8(ascii: "1"), at: 0)
  }
}

/// The digits of a long division behind the point, one after the other.
private struct DigitStream {
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
      return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
    }
    let (digit, rest) = divisor.dividingFullWidth(remainder.multipliedFullWidth(by: 10))
    remainder = rest
    return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
  }
}
