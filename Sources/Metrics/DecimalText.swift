/// Decimal digits of exact numbers, without floating point in between.
package enum DecimalText {
  static let zero = UInt8(ascii: "0")
  static let point = UInt8(ascii: ".")

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
    if zeros > digits.count { return [zero] }
    var kept = [zero] + digits.dropLast(zeros)
    if digits[digits.count - zeros] >= UInt8(ascii: "5") { increment(&kept) }
    let leading = kept.drop { $0 == zero }
    if leading.isEmpty { return [zero] }
    return leading + [UInt8](repeating: zero, count: zeros)
  }

  /// Puts the point `places` digits before the end, with zeros in front where digits are missing.
  private static func pointed(_ digits: String, places: Int) -> String {
    if places == 0 { return digits }
    let padding = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count))
    let all = padding + digits
    let split = all.index(all.endIndex, offsetBy: -places)
    return all[..<split] + "." + all[split...]
  }

  /// Adds one to the number in the digits from `start` on.
  static func increment(_ digits: inout [UInt8], from start: Int = 0) {
    for index in (start..<digits.count).reversed() {
      if digits[index] < UInt8(ascii: "9") {
        digits[index] += 1
        return
      }
      digits[index] = zero
    }
    digits.insert(UInt8(ascii: "1"), at: start)
  }
}
