/// One history entry as one line of the history file.
///
/// The file is UTF-8 text with an entry a line, oldest first. Within an entry a line feed is
/// written `\n`, a carriage return `\r`, and a backslash `\\`; no other escape exists. So a
/// multi-line statement is one line of the file, and a line that was cut off or written by
/// something else can be told from an entry and is left out.
enum HistoryEntryCoding {
  /// The line for `entry`, without a line break.
  static func encode(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  /// The entry that a line holds, or `nil` when the line is damaged.
  static func decode(_ line: some Sequence<UInt8>) -> String? {
    guard let text = String(validating: Array(line), as: UTF8.self) else { return nil }
    var entry = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard let decoded = scalar == "\\" ? unescaped(scalars.next()) : scalar else { return nil }
      guard decoded != "\0" else { return nil }
      entry.append(decoded)
    }
    return entry.isEmpty ? nil : String(entry)
  }

  private static func unescaped(_ scalar: Unicode.Scalar?) -> Unicode.Scalar? {
    switch scalar {
    case "\\": "\\"
    case "n": "\n"
    case "r": "\r"
    default: nil
    }
  }
}
