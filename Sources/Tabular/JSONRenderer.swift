/// Writes a result as one JSON object: what it is an answer to, its rows and its notes; several as an
/// array of such objects.
///
/// Figures are JSON numbers with all their digits; a cell without a value is `null`, and its
/// `status` says why.
struct JSONRenderer: ResultRenderer {
  func separator(between previous: ResultTable, and next: ResultTable) -> String { "" }

  var list: ResultList? { ResultList(opening: "[\n", separator: ",\n", closing: "\n]\n") }

  /// The object, with a line break behind it.
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> String {
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
    let rows = JSONText.objects(of: content)
    let lines = rows.isEmpty ? "[]" : "[\n    " + rows.joined(separator: ",\n    ") + "\n  ]"
    members.append(JSONText.member("rows", lines))
    members.append(JSONText.member("notes", JSONText.array(table.notes.map(JSONText.string))))
    return "{\n  " + members.joined(separator: ",\n  ") + "\n}\n"
  }
}
