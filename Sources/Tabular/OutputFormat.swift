/// The formats in which a result can be written.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// A box with aligned figures, for people.
  case table
  /// One row a figure, exact, for machines and spreadsheets.
  case csv
  /// One object with the same rows and what reproduces them.
  case json

  /// Whether machines read it, so that figures are exact and never rounded for looks.
  package var isForMachines: Bool { self != .table }

  /// The text of a table in this format.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - previous: The layout of the table written before to the same place.
  ///   - width: The width of the terminal, where there is one.
  /// - Returns: The text, with a line break behind its last line.
  package func render(
    _ table: ResultTable, after previous: ResultTable.Layout? = nil, width: Int? = nil
  ) -> String {
    switch self {
    case .table: TableRenderer.render(table, width: width)
    case .csv: CSVRenderer.render(table, after: previous)
    case .json: JSONRenderer.render(table)
    }
  }
}
