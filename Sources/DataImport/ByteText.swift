/// Small questions about stretches of UTF-8 bytes, asked without making strings.
enum ByteText {
  /// `range` without the spaces, tabs and line breaks at its ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    while lower < upper, isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Whether the stretch is `word`, which is in small letters, in any case.
  static func matches(_ bytes: [UInt8], _ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { wanted in
      wanted.indices.allSatisfy { lowercased(bytes[range.lowerBound + $0]) == wanted[$0] }
    }
  }

  /// Whether the byte is one of the digits 0 to 9.
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte + 32 : byte
  }
}
