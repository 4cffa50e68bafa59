import Metrics
import Tabular

/// One published or computed value of a cell, as `history` tells it.
struct HistoryRow {
  /// The day of publication; nil for what only a declaration changed since.
  let day: CalendarDate?
  /// The releases that it came with.
  let release: String
  /// The value.
  let cell: Cell
  /// How the value is shown: as it was printed.
  let format: NumberFormat
  /// The unit with its scale.
  let unit: String
  /// The base unit, in which machines are told the value.
  let baseUnit: String
  /// What it differs by from the value before; nil where nothing changed.
  let change: Number?
  /// The growth on the value before; nil where nothing changed or the value is a ratio.
  let growth: Cell?
  /// What the publication did to the fact.
  let effect: String
  /// Where it was printed, or what it was computed from.
  let source: String
  /// What the file says about it.
  let note: String
}

/// The rows of one cell of a history: a measure for a segment and a period.
struct HistoryEntry {
  let measure: String
  let segment: String
  let period: String
  let rows: [HistoryRow]
}
