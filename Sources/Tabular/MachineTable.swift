import Metrics

/// A result as machines read it: named columns, and rows of exact fields.
struct MachineTable {
  /// What stands where a row and a column meet.
  enum Field: Equatable {
    /// Somebody's words, or a date.
    case text(String)
    /// The digits of a number.
    case number(String)
    /// Nothing.
    case absent
    /// The states of several figures, in the order of their columns.
    case states([String])
  }

  /// The columns of the tidy layout, which every query has.
  static let tidyColumns = [
    "company", "segment", "period", "start", "end", "measure", "value", "unit", "status", "release",
  ]

  /// The names of the columns.
  let columns: [String]
  /// The rows, each with a field for every column.
  let rows: [[Field]]

  /// What machines read of a result.
  init(_ table: ResultTable) {
    switch table.layout {
    case .figures(let facts):
      columns = Self.tidyColumns
      rows = facts.map(Self.fields)
    case .records(let records):
      columns = records.columns
      rows = records.rows.map { $0.map(Self.field) }
    case .listing:
      columns = table.labelTitles + Self.titles(of: table)
      rows = table.rows.map { $0.labels.map(Field.text) + $0.cells.map(Self.field) }
    case .wide:
      let labels = table.labelTitles.indices.filter { !table.labelTitles[$0].isEmpty }
      columns = Self.distinct(
        labels.map { table.labelTitles[$0] } + Self.titles(of: table) + ["status"])
      rows = table.rows.map { row in
        labels.map { .text(row.labels[$0]) } + row.cells.map(Self.field)
          + [.states(row.cells.map(Self.state))]
      }
    }
  }

  private static func titles(of table: ResultTable) -> [String] {
    table.columns.map { $0.title.joined(separator: " ") }
  }

  private static func fields(of fact: Fact) -> [Field] {
    [
      .text(fact.company), .text(fact.segment), .text(fact.period), date(fact.start),
      date(fact.end), .text(fact.measure), number(fact.cell), .text(fact.unit),
      .text(fact.cell.status), fact.release.isEmpty ? .absent : .text(fact.release),
    ]
  }

  private static func date(_ date: CalendarDate?) -> Field {
    date.map { .text($0.description) } ?? .absent
  }

  private static func field(_ cell: TableCell) -> Field {
    switch cell {
    case .text(let text): .text(text)
    case .figure(let cell, _), .printed(let cell, _): number(cell)
    }
  }

  private static func field(_ field: Records.Field) -> Field {
    switch field {
    case .text(let text): .text(text)
    case .number(let number): .number(MachineNumber.text(number))
    case .count(let count): .number(String(count))
    case .absent: .absent
    }
  }

  private static func number(_ cell: Cell) -> Field {
    cell.number.map { .number(MachineNumber.text($0)) } ?? .absent
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
