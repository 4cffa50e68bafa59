import Catalog
import Diagnostics
import QueryEngine
import Shell
import Tabular
import Testing

@testable import MetricStore

/// Questions to the sample, asked through the same façade as from a prompt.
///
/// The sample is taken in once for all tests; a query leaves nothing behind in it.
actor SampleQueries {
  static let shared = SampleQueries()

  private var known: Session?

  /// What the sample declares.
  var catalog: Catalog { get throws { try session().catalog } }

  /// The answer to one query.
  func answer(_ query: String, negative: NumberFormat.Negative = .minus) throws -> Answer {
    let tables = try tables("set negative = \(negative); \(query)")
    try #require(tables.count == 1, "\(query)")
    return try Answer(tables[0], to: query)
  }

  /// The first column of what SQL selects from the store, as any program that knows SQLite sees it.
  func texts(_ sql: String) throws -> [String] {
    try session().store.connection.statement(sql).all { $0.text(0) }
  }

  private func session() throws -> Session {
    if let known { return known }
    let session = try Session.sample()
    known = session
    return session
  }

  private func tables(_ script: String) throws -> [ResultTable] {
    var tables: [ResultTable] = []
    _ = try session().run(SourceText(name: "test", script), readFile: Self.noFile) { outcome in
      switch outcome {
      case .table(let table): tables.append(table)
      case .message, .met, .prose: break
      case .failure(let failure): throw Refusal(description: failure.text)
      }
    }
    return tables
  }

  private static func noFile(_ path: String) throws(UnreadableFile) -> [UInt8] {
    throw UnreadableFile(reason: "a query reads no file")
  }

  private struct Refusal: Error, CustomStringConvertible {
    let description: String
  }
}

/// An answer as it is shown, and the figures behind it in the order of reading.
struct Answer: Sendable {
  /// The titles of the columns.
  let titles: [String]
  /// What stands in each row, its label first.
  let rows: [[String]]
  let facts: [Fact]
  /// What stands below.
  let notes: [String]
  /// What a machine is told.
  let csv: String

  fileprivate init(_ table: ResultTable, to query: String) throws {
    guard case .figures(let facts) = table.layout else {
      throw Answer.NoFigures(query: query)
    }
    let lines = OutputFormat.table.render(table).split(separator: "\n")
      .filter { $0.hasPrefix("│") }
      .map { $0.split(separator: "│").map { $0.trimming(while: { $0 == " " }) } }
    titles = try #require(lines.first, "\(query)")
    rows = Array(lines.dropFirst())
    self.facts = facts
    notes = table.notes
    csv = OutputFormat.csv.render(table)
  }

  private struct NoFigures: Error {
    let query: String
  }
}

extension Substring {
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> String {
    let start = drop(while: isTrimmed)
    return String(start.reversed().drop(while: isTrimmed).reversed())
  }
}
