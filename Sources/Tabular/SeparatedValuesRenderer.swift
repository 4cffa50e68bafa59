/// Writes results as CSV, or between tabs: a header, and below it exact fields.
struct SeparatedValuesRenderer: ResultRenderer {
  /// What stands between two fields: a comma or a tab.
  let separator: Unicode.Scalar

  /// Rows that follow rows of the same columns are told apart by nothing, others by an empty line.
  func separator(between previous: ResultTable, and next: ResultTable) -> String {
    MachineTable(previous).columns == MachineTable(next).columns ? "" : "\n"
  }

  /// The header and the rows, each with its line break.
  ///
  /// Rows that follow rows of the same columns go without a header: a reader takes a second header
  /// for data.
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> String {
    let content = MachineTable(table)
    let isContinued = previous.map { MachineTable($0).columns == content.columns } ?? false
    let header = isContinued ? "" : line(content.columns.map(Self.guarded))
    return content.rows.reduce(into: header) { $0 += line($1.map(Self.text)) }
  }

  private static func text(_ field: MachineTable.Field) -> String {
    switch field {
    case .text(let text): guarded(text)
    case .number(let digits): digits
    case .absent: ""
    case .states(let states): states.joined(separator: " ")
    }
  }

  private func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: String(separator)) + "\n"
  }

  /// Keeps a spreadsheet from taking somebody's label for a formula.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private func quoted(_ field: String) -> String {
    // A mark that combines makes another character of a quote or a comma, but not another byte.
    let needsQuotes = field.unicodeScalars.contains {
      $0 == separator || "\"\n\r".unicodeScalars.contains($0)
    }
    guard needsQuotes else { return field }
    let parts = field.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return "\"" + parts.map { String(Substring($0)) }.joined(separator: "\"\"") + "\""
  }
}
