import Diagnostics
import Metrics
import QueryEngine
import Tabular
import Testing

/// What `why` tells of companies that follow from a seed.
@Suite("Where figures come from")
struct OriginPropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...5

  private static let queries = [
    "show revenue, cost by tree across quarter", "show revenue by segment for FY02, 1H03, 9M04",
    "show customers by tree for FY03, 2Q04", "show revenue - cost, revenue / cost across half",
    "yoy revenue by segment across quarter", "qoq revenue - cost from 2Q02 to 4Q04",
    "ttm revenue by segment for 1Q04, 3Q04", "share revenue by segment for FY03",
    "average revenue by segment from 1Q02 to 4Q04", "rank revenue by segment for 2Q03",
    "cumulative revenue by quarter", "index revenue across quarter from 1Q03 to 4Q04",
    "cagr revenue by segment from 1Q02 to 1Q04", "show revenue by segment for FY03 with total",
    "show revenue by segment for FY02, FY03 partial", "contribution revenue by segment for 2Q04",
    "show revenue by segment for FY03 where value > 0 order by value desc",
    "show revenue / cost by segment for FY03 like for like",
  ]

  @Test("a cell is what the query shows", arguments: seeds)
  func cells(seed: UInt64) throws {
    let session = try RandomCompany(seed: seed).session()
    for query in Self.queries {
      let shown = try Answer.to(query, in: session).values
      let told = try Account.of(query, in: session).lines.filter { $0.level == 0 }
      #expect(told.map(\.value) == shown, "\(query) of the company of seed \(seed)")
    }
  }

  @Test("what a figure was added up from adds up to it", arguments: seeds)
  func sums(seed: UInt64) throws {
    let session = try RandomCompany(seed: seed).session()
    var tested = 0
    for query in Self.queries.prefix(5) {
      let account = try Account.of(query, in: session)
      for index in account.lines.indices {
        guard let value = account.lines[index].value.number,
          let sum = try account.sum(below: index)
        else { continue }
        #expect(sum == value, "\(account.lines[index]) of \(query), seed \(seed)")
        tested += 1
      }
    }
    #expect(tested > 0)
  }

  @Test("every value ends in something printed", arguments: seeds)
  func ends(seed: UInt64) throws {
    let session = try RandomCompany(seed: seed).session()
    for query in Self.queries {
      let account = try Account.of(query, in: session)
      for (index, line) in account.lines.enumerated() where account.isEnd(index) {
        let isTold = line.isPrinted || line.value == .missing || line.isAsAbove
        #expect(isTold, "\(line) of \(query), seed \(seed)")
      }
    }
  }
}

/// The lines of an answer to `why`.
private struct Account {
  struct Line: CustomStringConvertible {
    let level: Int
    let role: String
    let measure: String
    let value: Answer.Value
    let how: String
    let isPrinted: Bool

    var isAsAbove: Bool { how == "as above" }
    var description: String { "\(level) \(role) \(measure) \(how)" }
  }

  let lines: [Line]

  /// What a session answers to `why` about a query.
  static func of(_ query: String, in session: Session) throws -> Account {
    var lines: [Line] = []
    _ = try session.run(
      SourceText(name: "property", "why \(query)"),
      readFile: { _ throws(UnreadableFile) in throw UnreadableFile(reason: "no files") },
      emit: { outcome in
        if case .failure(let failure) = outcome { throw Refused(failure) }
        guard case .table(let table) = outcome, case .records(let records) = table.layout else {
          return
        }
        lines += try records.rows.map { try Line($0, of: records.columns) }
      })
    return Account(lines: lines)
  }

  /// The sum of the lines right below one that are of the same measure, those that were subtracted
  /// taken away; nil where there are none, or others.
  func sum(below index: Int) throws -> Fraction? {
    let inputs = children(of: index).filter { ["input", "subtracted"].contains($0.role) }
    if inputs.isEmpty || inputs.contains(where: { $0.measure != lines[index].measure }) {
      return nil
    }
    return try inputs.reduce(Fraction(Amount.zero)) { sum, line in
      let value = try #require(line.value.number)
      return try sum + (line.role == "subtracted" ? -value : value)
    }
  }

  /// Whether nothing that something was made from stands below a line.
  func isEnd(_ index: Int) -> Bool { children(of: index).isEmpty }

  private func children(of index: Int) -> [Line] {
    let level = lines[index].level
    return lines[(index + 1)...].prefix { $0.level > level }.filter { $0.level == level + 1 }
  }
}

extension Account.Line {
  fileprivate init(_ fields: [Records.Field], of columns: [String]) throws {
    let named = Dictionary(uniqueKeysWithValues: zip(columns, fields))
    guard case .count(let level) = named["level"] else { throw Unreadable() }
    self.level = level
    role = named["role"]?.text ?? ""
    measure = named["measure"]?.text ?? ""
    how = named["how"]?.text ?? ""
    isPrinted = named["printed"]?.text != nil
    value = try named["value"]?.value(status: named["status"]?.text ?? "") ?? .missing
  }

  private struct Unreadable: Error {}
}

extension Records.Field {
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }

  fileprivate func value(status: String) throws -> Answer.Value {
    guard case .number(let number) = self else {
      return status == "undefined" ? .undefined : status == "uncovered" ? .uncovered : .missing
    }
    return try number.fraction().map(Answer.Value.number) ?? .binary(number.binary)
  }
}
