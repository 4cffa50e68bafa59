import Metrics

/// Takes the rows of a result field by field, as one machine format has them.
protocol MachineRowWriter {
  /// Takes somebody's words.
  mutating func text(_ text: String)

  /// Takes a number; nil where there is none.
  mutating func number(_ number: Number?)

  /// Takes a day; nil where there is none.
  mutating func date(_ date: CalendarDate?)

  /// Takes nothing in a field's place.
  mutating func absent()

  /// Takes the states of several figures, in the order of their columns.
  mutating func states(_ states: [String])

  /// Ends the row.
  mutating func endRow()
}
