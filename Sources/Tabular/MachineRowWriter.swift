import Metrics

/// Takes the rows of a result field by field, as one machine format has them.
protocol MachineRowWriter {
  /// What has been written.
  var bytes: [UInt8] { get }

  /// Takes somebody's words.
  mutating func text(_ text: borrowing String)

  /// Takes a number; nil where there is none.
  mutating func number(_ number: Number?)

  /// Takes a day; nil where there is none.
  mutating func date(_ date: CalendarDate?)

  /// Takes nothing in a field's place.
  mutating func absent()

  /// Takes the states of several figures, in the order of their columns.
  mutating func states(_ states: [String])

  /// Takes `count` fields once more, which stand in a range of the bytes.
  mutating func repeatFields(_ range: Range<Int>, count: Int)

  /// Ends the row.
  mutating func endRow()
}
