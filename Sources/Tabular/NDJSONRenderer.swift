/// Writes a result as lines, each a JSON object with one row, so that a reader can take them one by
/// one and results can follow one another.
struct NDJSONRenderer: ResultRenderer {
  func separator(between previous: ResultTable, and next: ResultTable) -> String { "" }

  /// The lines; a result without rows has none.
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    let content = MachineTable(table)
    return RenderedOutput(rowCount: content.rowCount) { range, bytes in
      JSONRowWriter.write(range, of: content, ending: "\n", to: &bytes)
    }
  }
}
