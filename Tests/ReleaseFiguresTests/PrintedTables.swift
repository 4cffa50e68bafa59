import Testing

/// The tables of the release, as the fixture holds them.
struct PrintedTables: Sendable {
  /// The fixture, read once for all tests.
  static let fixture = Result { try PrintedTables() }

  /// A row of a table: its label and a cell for each column.
  struct Row: Sendable {
    let label: String
    var cells: [String] = []

    /// Whether nothing is printed beside the label.
    var isHeading: Bool { cells.allSatisfy(\.isEmpty) }
  }

  /// The rows of each table by its name, such as `en/contracts`.
  private(set) var rows: [String: [Row]] = [:]

  /// Reads the fixture, and makes sure that it numbers rows and columns without a gap.
  private init() throws {
    for fields in SeparatedText.tabbed(try Files.fixture("release-figures.tsv")).dropFirst() {
      try #require(fields.count == 7, "\(fields)")
      try add(
        cell: fields[6], column: Int(fields[4]), row: Int(fields[2]), label: fields[3],
        table: "\(fields[0])/\(fields[1])")
    }
  }

  private mutating func add(
    cell: String, column: Int?, row: Int?, label: String, table: String
  ) throws {
    var known = rows[table] ?? []
    if column == 1 { known.append(Row(label: label)) }
    try #require(row == known.count && label == known.last?.label, "\(table) row \(label)")
    known[known.count - 1].cells.append(cell)
    try #require(column == known.last?.cells.count, "\(table) row \(label)")
    rows[table] = known
  }
}
