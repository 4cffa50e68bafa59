/// Writes a result as one JSON object: what it is an answer to, its rows and its notes; several as an
/// array of such objects.
///
/// Figures are JSON numbers with all their digits; a cell without a value is `null`, and its
/// `status` says why.
struct JSONRenderer: ResultRenderer {
  func separator(between previous: ResultTable, and next: ResultTable) -> String { "" }

  var list: ResultList? { ResultList(opening: "[\n", separator: ",\n", closing: "\n]\n") }

  /// The object, with a line break behind it.
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    let content = MachineTable(table)
    var members = [JSONText.member("statement", JSONText.string(table.origin.statement))]
    if let basis = table.origin.basis {
      members.append(JSONText.member("basis", JSONText.string(basis)))
    }
    if let head = table.origin.storeHead {
      members.append(JSONText.member("store", JSONText.string(head)))
    }
    members.append(
      JSONText.member("columns", JSONText.array(content.columns.map(JSONText.string))))
    let notes = JSONText.member("notes", JSONText.array(table.notes.map(JSONText.string)))
    return RenderedOutput(members.map { "\($0),\n  " }.reduce("{\n  ", +))
      + RenderedOutput(JSONText.member("rows", "")) + Self.rows(of: content)
      + RenderedOutput(",\n  \(notes)\n}\n")
  }

  private static func rows(of table: MachineTable) -> RenderedOutput {
    if table.rowCount == 0 { return RenderedOutput("[]") }
    let separator = ",\n    "
    let objects = RenderedOutput(rowCount: table.rowCount) { range, bytes in
      JSONRowWriter.write(range, of: table, ending: separator, to: &bytes)
      if range.upperBound == table.rowCount { bytes.removeLast(separator.utf8.count) }
    }
    return RenderedOutput("[\n    ") + objects + RenderedOutput("\n  ]")
  }
}
