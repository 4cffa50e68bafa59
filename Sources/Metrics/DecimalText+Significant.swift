extension DecimalText {
  /// A fraction to `digits` significant digits; zeros at its end are kept where a column of them is
  /// to look alike.
  package static func significant(
    _ fraction: Fraction, digits count: Int, keepsZeros: Bool = false
  ) -> String {
    var bytes: [UInt8] = []
    write(significant: fraction, digits: count, keepsZeros: keepsZeros, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a fraction to `digits` significant digits, with or without the zeros at its end.
  package static func write(
    significant fraction: Fraction, digits count: Int, keepsZeros: Bool = false,
    to bytes: inout [UInt8]
  ) {
    if fraction.numerator == 0 { return bytes.append(zero) }
    let divisor = fraction.denominator.magnitude
    let (whole, rest) = fraction.numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    let wholeText = whole == 0 ? "0" : whole.description
    let lead = whole == 0 ? 0 : wholeText.utf8.count
    if lead >= count {
      bytes += rounded(fraction, places: count - lead).utf8
      return
    }
    if fraction.numerator < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    bytes += wholeText.utf8
    var stream = DigitStream(remainder: rest, divisor: divisor)
    let places = write(
      &stream, digits: count - lead, isBegun: lead > 0, keepsZeros: keepsZeros, to: &bytes)
    if stream.next() >= UInt8(ascii: "5") { increment(&bytes, from: start) }
    bytes.insert(point, at: bytes.count - places)
    if !keepsZeros { trim(&bytes) }
  }

  /// Writes digits until so many of them are significant, which zeros aren't before any other digit,
  /// or none are left; says how many it wrote.
  private static func write(
    _ stream: inout DigitStream, digits count: Int, isBegun: Bool, keepsZeros: Bool,
    to bytes: inout [UInt8]
  ) -> Int {
    let start = bytes.count
    var isBegun = isBegun
    var missing = count
    while missing > 0 {
      let digit = stream.next()
      bytes.append(digit)
      if digit != zero { isBegun = true }
      if isBegun { missing -= 1 }
      if stream.isFinished, !keepsZeros || !isBegun { break }
    }
    return bytes.count - start
  }

  /// Takes the zeros off behind a point, and the point when nothing is left behind it.
  private static func trim(_ bytes: inout [UInt8]) {
    while bytes.last == zero { bytes.removeLast() }
    if bytes.last == point { bytes.removeLast() }
  }
}
