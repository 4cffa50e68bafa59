/// JSON values as text.
enum JSONText {
  /// A text in quotes, with what JSON wants escaped escaped.
  static func string(_ text: String) -> String {
    var bytes: [UInt8] = []
    write(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a text in quotes, with what JSON wants escaped escaped.
  static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(quote)
    if text.utf8.contains(where: needsEscape) {
      for byte in text.utf8 { writeEscaped(byte, to: &bytes) }
    } else {
      bytes += text.utf8
    }
    bytes.append(quote)
  }

  /// A list of values.
  static func array(_ values: [String]) -> String {
    "[" + values.joined(separator: ", ") + "]"
  }

  /// A member of an object.
  static func member(_ name: String, _ value: String) -> String {
    string(name) + ": " + value
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == quote || byte == backslash
  }

  private static func writeEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case quote, backslash: bytes += [backslash, byte]
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    case ..<0x20: bytes += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
    default: bytes.append(byte)
    }
  }
}
