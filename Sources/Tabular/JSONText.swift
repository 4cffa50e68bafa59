/// JSON values as text.
enum JSONText {
  /// A text in quotes, with what JSON wants escaped escaped.
  static func string(_ text: String) -> String {
    var bytes: [UInt8] = []
    write(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a text in quotes, with what JSON wants escaped escaped.
  static func write(_ text: borrowing String, to bytes: inout [UInt8]) {
    let source = text.utf8.span
    if needsEscape(source) {
      bytes.append(quote)
      for index in source.indices { writeEscaped(source[index], to: &bytes) }
      bytes.append(quote)
    } else {
      bytes.append(addingCapacity: source.count + 2) { value in
        value.append(quote)
        for index in source.indices { value.append(source[index]) }
        value.append(quote)
      }
    }
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

  private static func needsEscape(_ text: borrowing Span<UInt8>) -> Bool {
    var isNeeded = false
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == quote || byte == backslash { isNeeded = true }
    }
    return isNeeded
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
