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

  mutating func text(_ text: borrowing String) {
    let source = text.utf8.span
    if isPlain(source) {
      bytes.append(addingCapacity: source.count + 1) { field in
        for index in source.indices { field.append(source[index]) }
        field.append(separator)
      }
    } else {
      write(guarded: source)
      bytes.append(separator)
    }
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

  mutating func repeatFields(_ range: Range<Int>, count: Int) { bytes.append(repeating: range) }

  /// Puts a line break in the place of the separator behind the last field.
  mutating func endRow() {
    if bytes.last == separator { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes a text that may need quotes, or an apostrophe before it.
  private mutating func write(guarded source: borrowing Span<UInt8>) {
    let isQuoted = source.indices.contains { needsQuotes(source[$0]) }
    if isQuoted { bytes.append(Self.quote) }
    if !source.isEmpty, Self.beginsFormula(source[0]) { bytes.append(UInt8(ascii: "'")) }
    for index in source.indices {
      if source[index] == Self.quote { bytes.append(Self.quote) }
      bytes.append(source[index])
    }
    if isQuoted { bytes.append(Self.quote) }
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

  /// Whether a text has no byte that could need quotes, none of which is larger than a comma, and
  /// begins like no formula.
  private func isPlain(_ text: borrowing Span<UInt8>) -> Bool {
    var least = UInt8.max
    for index in text.indices { least = min(least, text[index]) }
    return text.isEmpty || least > UInt8(ascii: ",") && !Self.beginsFormula(text[0])
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.quote || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
