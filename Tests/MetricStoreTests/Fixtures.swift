import CSQLite
import Foundation
import Testing

@testable import MetricStore
@testable import Metrics

/// A folder of its own for one test, gone afterwards.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "kessan-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: [UInt8], to name: String) -> String {
    _ = FileManager.default.createFile(atPath: file(name), contents: Data(bytes))
    return file(name)
  }
}

/// A plain connection without any of our settings, as any other SQLite program would have.
func plainConnection(to path: String) throws -> Connection {
  try Connection(
    uri: StoreLocation(path: path).uri(mode: "mode=rw"), flags: SQLITE_OPEN_READWRITE)
}

extension Connection {
  /// Every row of a query, its columns as text.
  func rows(_ sql: String) throws -> [String] {
    let statement = try Statement(sql, on: self)
    defer { statement.finalize() }
    return try statement.all { $0.joinedColumns }
  }
}

enum Fixture {
  static let revenue = SeriesKey(
    company: "iij", metric: "revenue", segment: "total", unit: "JPY")
  static let margin = SeriesKey(
    company: "iij", metric: "gross_margin", segment: "total", unit: "ratio")

  static let source = SourceFile(
    name: "income-statement.csv", title: "Earnings release", digest: Array(0..<32))

  static func date(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(parsing: text))
  }

  /// The figures of one quarter, printed on one day.
  static func release(
    _ name: String = "iij-2q04", published: String = "2004-11-11", mantissa: Int64 = 10_512
  ) throws -> ReleaseAppend {
    let date = try date(published)
    let quarter = Period.quarter(ending: Month(year: 2004, month: 9))
    return ReleaseAppend(
      name: name, title: "Second quarter FY2004 results", company: "iij", published: date,
      sources: [source], series: [revenue, margin],
      observations: [
        NewObservation(
          series: 0, published: date, period: quarter, mantissa: mantissa, exponent: 6,
          source: 0, line: 2, column: 3, scale: 6),
        NewObservation(
          series: 1, published: date, period: quarter, mantissa: 132, exponent: -3, source: 0,
          line: 3, column: 3, scale: -2, note: "unaudited"),
      ])
  }

  /// So many figures of one company, in series of a hundred.
  static func largeRelease(_ name: String, count: Int) throws -> ReleaseAppend {
    let date = try date("2004-11-11")
    let keys = (0...count / 100).map {
      SeriesKey(company: "iij", metric: "metric_\($0)", segment: "total", unit: "JPY")
    }
    let observations = (0..<count).map { number in
      NewObservation(
        series: number / 100, published: date,
        period: .quarter(ending: Month(number: Int32(24_000 + 3 * (number % 100)))),
        mantissa: Int64(number), exponent: 3, source: 0, line: number + 2, column: 2, scale: 3)
    }
    return ReleaseAppend(
      name: name, title: "Many figures", company: "iij", published: date, sources: [source],
      series: keys, observations: observations)
  }

  static let declarations = [
    NewDeclaration(kind: "company", name: "iij", statement: "company iij \"IIJ\""),
    NewDeclaration(kind: "metric", name: "revenue", statement: "metric revenue flow JPY"),
  ]
}

/// Everything in the tables of truth and the packed columns, for comparing two states of a store.
func contents(of connection: Connection) throws -> [String] {
  try ["link", "release", "source", "declaration", "name", "series", "observation", "packed"]
    .flatMap { table in try connection.rows("SELECT '\(table)', * FROM \(table)") }
}

extension Statement {
  /// A row's columns as SQLite would print them, NULL as such and bytes in hexadecimal.
  var joinedColumns: String {
    (0..<sqlite3_column_count(handle)).map { column in
      sqlite3_column_type(handle, column) == SQLITE_BLOB
        ? bytes(column).map { String($0, radix: 16) }.joined(separator: " ")
        : optionalText(column) ?? "NULL"
    }.joined(separator: "|")
  }

  func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }
}
