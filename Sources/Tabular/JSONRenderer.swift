import Metrics

/// Writes a result as one JSON object: what it is an answer to, its rows and its notes.
///
/// Figures are JSON numbers with all their digits; a cell without a value is `null`, and its
/// `status` says why.
package enum JSONRenderer {
  /// The object, with a line break behind it.
  package static func render(_ table: ResultTable) -> String {
    var members = [member("statement", string(table.origin.statement))]
    if let basis = table.origin.basis { members.append(member("basis", string(basis))) }
    if let head = table.origin.storeHead { members.append(member("store", string(head))) }
    members.append(member("columns", array(columnNames(of: table).map(string))))
    let rows = rowObjects(of: table)
    let lines = rows.isEmpty ? "[]" : "[\n    " + rows.joined(separator: ",\n    ") + "\n  ]"
    members.append(member("rows", lines))
    members.append(member("notes", array(table.notes.map(string))))
    return "{\n  " + members.joined(separator: ",\n  ") + "\n}\n"
  }

  private static func columnNames(of table: ResultTable) -> [String] {
    switch table.layout {
    case .figures: CSVRenderer.tidyColumns
    case .listing: table.machineTitles
    }
  }

  private static func rowObjects(of table: ResultTable) -> [String] {
    switch table.layout {
    case .figures(let facts): return facts.map(object)
    case .listing:
      let names = columnNames(of: table)
      return table.rows.map { row in
        object(zip(names, row.labels.map(string) + row.cells.map(value)).map(member))
      }
    }
  }

  private static func object(_ fact: Fact) -> String {
    object([
      member("company", string(fact.company)), member("segment", string(fact.segment)),
      member("period", string(fact.period)),
      member("start", fact.start.map { string($0.description) } ?? "null"),
      member("end", fact.end.map { string($0.description) } ?? "null"),
      member("measure", string(fact.measure)), member("value", value(fact.cell)),
      member("unit", string(fact.unit)), member("status", string(fact.cell.status)),
      member("release", "null"),
    ])
  }

  private static func value(_ cell: TableCell) -> String {
    switch cell {
    case .text(let text): string(text)
    case .figure(let cell, _): value(cell)
    }
  }

  private static func value(_ cell: Cell) -> String {
    cell.number.map(MachineNumber.text) ?? "null"
  }

  private static func object(_ members: [String]) -> String {
    "{" + members.joined(separator: ", ") + "}"
  }

  private static func array(_ values: [String]) -> String {
    "[" + values.joined(separator: ", ") + "]"
  }

  private static func member(_ name: String, _ value: String) -> String {
    string(name) + ": " + value
  }

  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
