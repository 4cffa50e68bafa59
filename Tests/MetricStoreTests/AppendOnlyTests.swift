import Schema
import Testing

@testable import MetricStore
@testable import Metrics

@Suite struct AppendOnlyTests {
  /// A store with a row in every table, and a plain connection to it as of any SQLite program.
  private func changed(by sql: String) throws -> SQLiteError? {
    let folder = try TemporaryFolder()
    let store = try MetricStore(path: folder.file("store.db"), access: .create)
    _ = try store.append(Fixture.declarations, declared: nil)
    _ = try store.append(Fixture.release())
    let before = try contents(of: store.connection)
    let other = try plainConnection(to: folder.file("store.db"))
    var refusal: SQLiteError?
    do {
      try other.execute(sql)
    } catch {
      refusal = error
    }
    #expect(try contents(of: store.connection) == before)
    return refusal
  }

  private static let columns = [
    "link": "id", "release": "link", "source": "release", "declaration": "id", "name": "id",
    "series": "id", "observation": "seq",
  ]

  @Test(arguments: Schema.tablesOfTruth)
  func rowsAreNeverChanged(_ table: String) throws {
    let column = try #require(Self.columns[table])
    let refusal = try changed(by: "UPDATE \(table) SET \(column) = \(column) + 100")
    #expect(refusal?.message.hasPrefix("\(table) is append only") == true)
  }

  @Test(arguments: Schema.tablesOfTruth)
  func rowsAreNeverRemoved(_ table: String) throws {
    let refusal = try changed(by: "DELETE FROM \(table)")
    #expect(refusal?.message.hasPrefix("\(table) is append only") == true)
  }

  @Test(arguments: Schema.tablesOfTruth)
  func rowsAreNeverReplaced(_ table: String) throws {
    let refusal = try changed(by: "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)")
    #expect(refusal?.message == "\(table) is append only: this key is taken")
  }

  @Test(arguments: [
    ("release", "SELECT 99, name, 'x', company, published, first_seq FROM release"),
    ("name", "SELECT 99, text FROM name"),
    ("series", "SELECT 99, company, metric, segment, unit FROM series"),
  ])
  func rowsAreNotReplacedByTheirOtherKeyEither(_ table: String, _ rows: String) throws {
    let refusal = try changed(by: "INSERT OR REPLACE INTO \(table) \(rows)")
    #expect(refusal?.message == "\(table) is append only: this key is taken")
  }
}
