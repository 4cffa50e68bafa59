import Diagnostics
import Metrics
import QuerySyntax
import Testing

/// A query file of the sample, and what it expects, cell by cell.
///
/// Columns are called `2Q04`, `2Q04 USD`, `yoy(2Q04)` and `share 2Q04`.
struct QueryFile {
  let source: SourceText
  /// How many expectations the file has.
  private(set) var expectations = 0
  /// The numbers expected in each column, in the order in which the file has them, without the
  /// percent sign.
  private(set) var cells: [String: [String]] = [:]

  init(_ name: String) throws {
    source = SourceText(name: name, try Files.queries(name))
    let script = QueryParser.parse(source)
    try #require(script.diagnostics.isEmpty, "\(name)")
    for case .expect(let expectation) in script.statements.map(\.kind) {
      expectations += 1
      guard case .table(let rows) = expectation.condition,
        case .query(let query) = expectation.query.kind
      else { continue }
      for row in rows { try add(row, of: query) }
    }
  }

  private mutating func add(_ row: [ExpectedCell], of query: Query) throws {
    let numbers = row.compactMap { cell in
      if case .value(let number) = cell.kind { number.canonicalText } else { nil }
    }
    let columns = query.columnNames
    try #require(numbers.count == columns.count)
    for (column, number) in zip(columns, numbers) {
      cells[column, default: []].append(number.filter { $0 != "%" })
    }
  }

  /// The numbers that the file says are printed where it expects another one, as in
  /// `# printed 27.0%, 4.8%` behind a row.
  var printedOtherwise: [String] {
    let text = source.text(in: SourceRange(0, source.utf8.count))
    return text.split(separator: "\n").flatMap { line -> [String] in
      let parts = line.split(separator: "# printed ", maxSplits: 1)
      guard parts.count == 2 else { return [] }
      return parts[1].filter { $0 != "%" }.split(separator: ", ").map(String.init)
    }
  }
}

extension Query {
  /// The columns that the query names with `for`.
  fileprivate var columnNames: [String] {
    let isShare = measures.contains { $0.denominator != nil }
    let isDollars = clauses.contains {
      if case .unit(let phrase, _) = $0.kind { phrase.unit.numerator == ["USD"] } else { false }
    }
    for case .columns(let columns) in clauses.map(\.kind) {
      return columns.map {
        isShare ? "share \($0.name)" : isDollars ? "\($0.name) USD" : $0.name
      }
    }
    return []
  }
}

extension PeriodColumn {
  fileprivate var name: String {
    switch kind {
    case .period(let period): period.canonicalText
    case .span(let first, let last): "\(first.canonicalText)-\(last.canonicalText)"
    case .extra(let extra, let period): "\(extra.rawValue)(\(period.canonicalText))"
    }
  }
}
