import Metrics

/// A result as machines read it: named columns, and rows of exact fields.
struct MachineTable {
  /// The columns of the tidy layout, which every query has.
  static let tidyColumns = [
    "company", "segment", "period", "start", "end", "measure", "value", "unit", "status", "release",
  ]

  /// The names of the columns.
  let columns: [String]
  private let content: Content

  private enum Content {
    case facts([Fact])
    case records([[Records.Field]])
    /// The rows of a listing.
    case rows([ResultTable.Row])
    /// The rows of a table as shown, with those of its label columns that have a title.
    case wide([ResultTable.Row], labels: [Int])
  }

  /// What machines read of a result.
  init(_ table: ResultTable) {
    switch table.layout {
    case .figures(let facts):
      columns = Self.tidyColumns
      content = .facts(facts)
    case .records(let records):
      columns = records.columns
      content = .records(records.rows)
    case .listing:
      columns = table.labelTitles + Self.titles(of: table)
      content = .rows(table.rows)
    case .wide:
      let labels = table.labelTitles.indices.filter { !table.labelTitles[$0].isEmpty }
      columns = Self.distinct(
        labels.map { table.labelTitles[$0] } + Self.titles(of: table) + ["status"])
      content = .wide(table.rows, labels: labels)
    }
  }

  /// How many rows there are.
  var rowCount: Int {
    switch content {
    case .facts(let facts): facts.count
    case .records(let rows): rows.count
    case .rows(let rows), .wide(let rows, _): rows.count
    }
  }

  /// Writes rows field by field.
  func write(_ range: Range<Int>, to writer: inout some MachineRowWriter) {
    switch content {
    case .facts(let facts):
      Self.write(facts, range, to: &writer)
    case .records(let rows):
      for row in rows[range] {
        for field in row { Self.write(field, to: &writer) }
        writer.endRow()
      }
    case .rows(let rows):
      for row in rows[range] {
        for label in row.labels { writer.text(label) }
        for cell in row.cells { Self.write(cell, to: &writer) }
        writer.endRow()
      }
    case .wide(let rows, let labels):
      for row in rows[range] {
        for label in labels { writer.text(row.labels[label]) }
        for cell in row.cells { Self.write(cell, to: &writer) }
        writer.states(row.cells.map(Self.state))
        writer.endRow()
      }
    }
  }

  private static func titles(of table: ResultTable) -> [String] {
    table.columns.map { $0.title.joined(separator: " ") }
  }

  private static func write(_ cell: TableCell, to writer: inout some MachineRowWriter) {
    switch cell {
    case .text(let text): writer.text(text)
    case .figure(let cell, _), .printed(let cell, _): writer.number(cell.number)
    }
  }

  private static func write(_ field: Records.Field, to writer: inout some MachineRowWriter) {
    switch field {
    case .text(let text): writer.text(text)
    case .number(let number): writer.number(number)
    case .count(let count): writer.number(.amount(Amount(exact: Int64(count))))
    case .absent: writer.absent()
    }
  }

  private static func state(_ cell: TableCell) -> String {
    switch cell {
    case .text: "text"
    case .figure(let cell, _), .printed(let cell, _): cell.status
    }
  }

  /// The names, with a number behind each that stood before, as an object holds a name once.
  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map { name in
      var candidate = name
      var number = 1
      while !seen.insert(candidate).inserted {
        number += 1
        candidate = "\(name) (\(number))"
      }
      return candidate
    }
  }
}
