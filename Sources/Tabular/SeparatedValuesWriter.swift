import Metrics

/// Writes fields with a separator between them, in quotes where they need some.
struct SeparatedValuesWriter: MachineRowWriter {
  private let separator: UInt8
  /// What has been written.
  private(set) var bytes: [UInt8]

  /// A writer behind what is there already.
  init(separator: UInt8, bytes: [UInt8]) {
    self.separator = separator
    self.bytes = bytes
  }

  mutating func text(_ text: String) {
    let isGuarded = text.utf8.first.map(Self.beginsFormula) ?? false
    if Self.mayNeedQuotes(text), text.utf8.contains(where: needsQuotes) {
      bytes.append(Self.quote)
      if isGuarded { bytes.append(UInt8(ascii: "'")) }
      for byte in text.utf8 {
        if byte == Self.quote { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(Self.quote)
    } else {
      if isGuarded { bytes.append(UInt8(ascii: "'")) }
      bytes += text.utf8
    }
    bytes.append(separator)
  }

  mutating func number(_ number: Number?) {
    if let number { MachineNumber.write(number, to: &bytes) }
    bytes.append(separator)
  }

  mutating func date(_ date: CalendarDate?) {
    date?.write(to: &bytes)
    bytes.append(separator)
  }

  mutating func absent() { bytes.append(separator) }

  mutating func states(_ states: [String]) {
    bytes += states.joined(separator: " ").utf8
    bytes.append(separator)
  }

  /// Puts a line break in the place of the separator behind the last field.
  mutating func endRow() {
    if bytes.last == separator { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static let quote = UInt8(ascii: "\"")

  /// Whether a spreadsheet would take somebody's label that begins so for a formula.
  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// Whether a byte is no larger than the largest that needs quotes, which takes less to find out.
  private static func mayNeedQuotes(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var least = UInt8.max
    for index in bytes.indices { least = min(least, bytes[index]) }
    return least <= UInt8(ascii: ",")
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.quote || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
