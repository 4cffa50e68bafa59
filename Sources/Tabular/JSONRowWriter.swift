import Metrics

/// Writes each row as a JSON object on one line, with the columns as the names of its members.
struct JSONRowWriter: MachineRowWriter {
  /// Each column as it stands before its value, with what parts it from the one before.
  private var names: [UInt8] = []
  /// Where in them each begins, and where the last ends.
  private var nameStarts = [0]
  private let ending: [UInt8]
  private var column = 0
  private(set) var bytes: [UInt8]

  /// Writes rows of a table behind what is there already; `ending` stands behind each object.
  static func write(
    _ range: Range<Int>, of table: MachineTable, ending: String, to bytes: inout [UInt8]
  ) {
    var writer = JSONRowWriter(columns: table.columns, ending: ending, bytes: bytes)
    bytes = []
    table.write(range, to: &writer)
    bytes = writer.bytes
  }

  private init(columns: [String], ending: String, bytes: [UInt8]) {
    for (index, name) in columns.enumerated() {
      names += ((index == 0 ? "{" : ", ") + JSONText.string(name) + ": ").utf8
      nameStarts.append(names.count)
    }
    self.ending = Array(("}" + ending).utf8)
    self.bytes = bytes
  }

  mutating func text(_ text: borrowing String) {
    beginMember()
    JSONText.write(text, to: &bytes)
  }

  mutating func number(_ number: Number?) {
    guard let number else { return absent() }
    beginMember()
    MachineNumber.write(number, to: &bytes)
  }

  mutating func date(_ date: CalendarDate?) {
    guard let date else { return absent() }
    beginMember()
    bytes.append(UInt8(ascii: "\""))
    date.write(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func absent() {
    beginMember()
    bytes += "null".utf8
  }

  mutating func states(_ states: [String]) {
    beginMember()
    bytes += JSONText.array(states.map(JSONText.string)).utf8
  }

  mutating func repeatFields(_ range: Range<Int>, count: Int) {
    bytes.append(repeating: range)
    column += count
  }

  mutating func endRow() {
    bytes += ending
    column = 0
  }

  private mutating func beginMember() {
    bytes.append(names, in: nameStarts[column]..<nameStarts[column + 1])
    column += 1
  }
}
