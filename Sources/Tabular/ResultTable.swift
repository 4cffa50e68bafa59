package import Metrics

/// An answer, with typed cells, before any format has turned it into text.
package struct ResultTable: Sendable {
  /// What machine formats make of the table: one row a figure, or the table as it stands.
  package enum Layout: Sendable {
    /// Figures, each with its company, segment, period, measure, unit and status.
    case figures([Fact])
    /// A listing, whose own columns are the machine columns too.
    case listing
    /// The table as shown, with exact figures, and the states of each row's figures behind them.
    case wide
    /// Rows with more columns than people are shown.
    case records(Records)
  }

  /// What one is looking at: company, segment, basis and periods.
  package var heading: String
  /// The titles of the columns that hold row labels.
  package var labelTitles: [String]
  /// The columns behind the labels.
  package var columns: [Column]
  /// The rows.
  package var rows: [Row]
  /// How numbers are shown; cells point into it.
  package var formats: [NumberFormat]
  /// What stands below: the meaning of marks, and what is missing.
  package var notes: [String]
  /// What machine formats print.
  package var layout: Layout
  /// What reproduces the answer.
  package var origin: Origin
  /// The drawing that the query asks for.
  package var plot: Plot?

  /// A column: its title, whose lines are the levels of a heading.
  package struct Column: Sendable {
    /// The levels of the title, outermost first; no level is empty.
    package var title: [String]

    /// A column with the levels of its title.
    package init(title: [String]) {
      self.title = title
    }
  }

  /// A row: its labels and cells.
  package struct Row: Sendable {
    /// One label for each of the table's label columns.
    package var labels: [String]
    /// One cell for each of the table's columns.
    package var cells: [TableCell]
    /// Whether the row is the total of those above it.
    package var isTotal: Bool

    /// A row from its parts.
    package init(labels: [String], cells: [TableCell], isTotal: Bool = false) {
      self.labels = labels
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  /// What reproduces an answer.
  package struct Origin: Sendable {
    /// The statement in canonical form.
    package var statement: String
    /// The basis in words; nil for a listing.
    package var basis: String?
    /// The digest of the store's head.
    package var storeHead: String?

    /// An origin from its parts.
    package init(statement: String, basis: String?, storeHead: String?) {
      self.statement = statement
      self.basis = basis
      self.storeHead = storeHead
    }
  }

  /// A table from its parts.
  package init(
    heading: String, labelTitles: [String], columns: [Column], rows: [Row],
    formats: [NumberFormat], notes: [String], layout: Layout, origin: Origin
  ) {
    self.heading = heading
    self.labelTitles = labelTitles
    self.columns = columns
    self.rows = rows
    self.formats = formats
    self.notes = notes
    self.layout = layout
    self.origin = origin
  }
}

/// What stands in one cell of a result.
package enum TableCell: Sendable {
  /// A figure, and the index of its format.
  case figure(Cell, format: Int)
  /// A figure in the words of a publication.
  case printed(Cell, String)
  /// A text.
  case text(String)
}

/// One figure with all that it is a figure of: a row of the tidy layout.
package struct Fact: Sendable {
  /// The company's name.
  package var company: String
  /// The segment's path.
  package var segment: String
  /// The period's name.
  package var period: String
  /// The first day; nil for a moment.
  package var start: CalendarDate?
  /// The last day.
  package var end: CalendarDate?
  /// The measure's name.
  package var measure: String
  /// The figure.
  package var cell: Cell
  /// The base unit.
  package var unit: String
  /// The releases that the figure comes from; empty unless they were asked for.
  package var release = ""

  /// A fact from its parts.
  package init(
    company: String, segment: String, period: String, start: CalendarDate?, end: CalendarDate?,
    measure: String, cell: Cell, unit: String
  ) {
    self.company = company
    self.segment = segment
    self.period = period
    self.start = start
    self.end = end
    self.measure = measure
    self.cell = cell
    self.unit = unit
  }
}
