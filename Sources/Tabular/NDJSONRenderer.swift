/// Writes a result as lines, each a JSON object with one row, so that a reader can take them one by
/// one and results can follow one another.
struct NDJSONRenderer: ResultRenderer {
  func separator(between previous: ResultTable, and next: ResultTable) -> String { "" }

  /// The lines; a result without rows has none.
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> String {
    JSONText.objects(of: MachineTable(table)).map { $0 + "\n" }.joined()
  }
}
