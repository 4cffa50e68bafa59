import Metrics

/// Writes a result as CSV for machines: always the same columns, figures exact.
package enum CSVRenderer {
  /// The columns of the tidy layout, which every query has.
  package static let tidyColumns = [
    "company", "segment", "period", "start", "end", "measure", "value", "unit", "status", "release",
  ]

  /// The header and, below it, the rows of `table`, each with its line break.
  ///
  /// Figures that follow figures go without a header: the columns are always the same, and a reader
  /// takes a second header for data.
  package static func render(
    _ table: ResultTable, after previous: ResultTable.Layout? = nil
  ) -> String {
    var text = ""
    switch table.layout {
    case .figures(let facts):
      if case .figures = previous {} else { append(tidyColumns, to: &text) }
      for fact in facts { append(fields(of: fact), to: &text) }
    case .listing:
      append(table.machineTitles.map(guarded), to: &text)
      for row in table.rows { append(row.labels.map(guarded) + row.cells.map(field), to: &text) }
    }
    return text
  }

  private static func fields(of fact: Fact) -> [String] {
    [
      guarded(fact.company), guarded(fact.segment), guarded(fact.period),
      fact.start?.description ?? "", fact.end?.description ?? "", guarded(fact.measure),
      fact.cell.number.map(MachineNumber.text) ?? "", guarded(fact.unit), fact.cell.status, "",
    ]
  }

  private static func field(_ cell: TableCell) -> String {
    switch cell {
    case .text(let text): guarded(text)
    case .figure(let cell, _): cell.number.map(MachineNumber.text) ?? ""
    }
  }

  private static func append(_ fields: [String], to text: inout String) {
    text += fields.map(quoted).joined(separator: ",")
    text += "\n"
  }

  /// Keeps a spreadsheet from taking somebody's label for a formula.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private static func quoted(_ field: String) -> String {
    // A mark that combines makes another character of a quote or a comma, but not another byte.
    let needsQuotes = field.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    guard needsQuotes else { return field }
    let parts = field.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return "\"" + parts.map { String(Substring($0)) }.joined(separator: "\"\"") + "\""
  }
}
