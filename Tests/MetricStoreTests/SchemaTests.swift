import Foundation
import Schema
import Testing

@testable import MetricStore
@testable import Metrics

@Suite struct SchemaTests {
  /// The names of the SQL files in one folder of the schema.
  private func files(_ folder: String) throws -> Set<String> {
    let schema = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schema/\(folder)")
    let names = try FileManager.default.contentsOfDirectory(atPath: schema.path())
    return Set(names.filter { $0.hasSuffix(".sql") }.map { String($0.dropLast(4)) })
  }

  @Test(arguments: [("Tables", SchemaObject.Kind.table), ("Triggers", .trigger), ("Views", .view)])
  func theListHoldsEveryFileOfTheFolder(_ folder: String, _ kind: SchemaObject.Kind) throws {
    let listed = Schema.objects.filter { $0.kind == kind }.map(\.name)
    #expect(try Set(listed) == files(folder))
    #expect(Set(listed).count == listed.count)
  }

  @Test func everyFileMakesTheObjectThatItIsNamedFor() throws {
    let folder = try TemporaryFolder()
    let store = try MetricStore(path: folder.file("store.db"), access: .create)
    let made = try store.connection.rows(
      "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    #expect(Set(made) == Set(Schema.objects.map { "\($0.kind.rawValue)|\($0.name)" }))
    for object in Schema.objects {
      #expect(object.sql.contains("CREATE \(object.kind.rawValue.uppercased()) \(object.name) "))
    }
  }

  @Test func migrationsAreRecorded() throws {
    let store = try MetricStore.inMemory()
    #expect(try store.connection.rows("SELECT version, name FROM migration") == ["1|first form"])
    #expect(try store.connection.integer("PRAGMA user_version") == Int64(Schema.version))
    #expect(
      try store.connection.integer("PRAGMA application_id") == Int64(Schema.applicationID))
  }

  @Test func laterMigrationsAreTakenOnce() throws {
    let store = try MetricStore.inMemory()
    let later = Migration(name: "more", statements: ["CREATE TABLE more (a INTEGER) STRICT"])
    let migrator = Migrator(migrations: Schema.migrations + [later])
    try migrator.run(on: store.connection)
    try migrator.run(on: store.connection)
    #expect(
      try store.connection.rows("SELECT version, name FROM migration")
        == ["1|first form", "2|more"])
    #expect(try store.connection.integer("PRAGMA user_version") == 2)
  }

  @Test func aMigrationThatFailsLeavesTheFileAsItWas() throws {
    let store = try MetricStore.inMemory()
    let broken = Migration(name: "broken", statements: ["CREATE TABLE more (a)", "SELECT nothing"])
    #expect(throws: SQLiteError.self) {
      try Migrator(migrations: Schema.migrations + [broken]).run(on: store.connection)
    }
    #expect(try store.connection.rows("SELECT name FROM sqlite_schema WHERE name = 'more'") == [])
    #expect(try store.connection.integer("PRAGMA user_version") == Int64(Schema.version))
  }

  @Test func everyTableIsStrict() throws {
    let store = try MetricStore.inMemory()
    let others = try store.connection.rows(
      """
      SELECT name FROM pragma_table_list
      WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'
      """)
    #expect(others == [])
  }
}
