/// Writes results as CSV, or between tabs: a header, and below it exact fields.
struct SeparatedValuesRenderer: ResultRenderer {
  /// What stands between two fields: a comma or a tab.
  let separator: UInt8

  /// Rows that follow rows of the same columns are told apart by nothing, others by an empty line.
  func separator(between previous: ResultTable, and next: ResultTable) -> String {
    MachineTable(previous).columns == MachineTable(next).columns ? "" : "\n"
  }

  /// The header and the rows, each with its line break.
  ///
  /// Rows that follow rows of the same columns go without a header: a reader takes a second header
  /// for data.
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    let content = MachineTable(table)
    let isContinued = previous.map { MachineTable($0).columns == content.columns } ?? false
    let rows = RenderedOutput(rowCount: content.rowCount) { range, bytes in
      var writer = SeparatedValuesWriter(separator: separator, bytes: bytes)
      bytes = []
      content.write(range, to: &writer)
      bytes = writer.bytes
    }
    return isContinued ? rows : RenderedOutput(header(of: content)) + rows
  }

  private func header(of table: MachineTable) -> String {
    var writer = SeparatedValuesWriter(separator: separator, bytes: [])
    for column in table.columns { writer.text(column) }
    writer.endRow()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
