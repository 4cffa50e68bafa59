import CSQLite
import Foundation
import Schema
import Testing

@testable import MetricStore
@testable import Metrics

@Suite struct OpeningTests {
  private func store(in folder: TemporaryFolder, name: String = "store.db") throws -> String {
    let store = try MetricStore(path: folder.file(name), access: .create)
    _ = try store.append(Fixture.release())
    return folder.file(name)
  }

  @Test func aNewStoreIsEmptyAndKeepsWhatIsAppended() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    #expect(try MetricStore(path: path, access: .create).head() == nil)
    let outcome = try MetricStore(path: path, access: .readWrite).append(Fixture.release())
    let head = try #require(try MetricStore(path: path, access: .readOnly).head())
    #expect(outcome == .appended(head: head, rows: 2))
  }

  @Test func creatingWhereAStoreIsOpensIt() throws {
    let folder = try TemporaryFolder()
    let path = try store(in: folder)
    #expect(try MetricStore(path: path, access: .create).releases().count == 1)
  }

  @Test func creatingFillsAnEmptyFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.write([], to: "store.db")
    _ = try MetricStore(path: path, access: .create)
    #expect(try MetricStore(path: path, access: .readOnly).releases().isEmpty)
  }

  @Test(arguments: ["a store?.db", "50%.db", "a#b.db", "決算.db", ":memory:", "file:x.db"])
  func aNameMeansNothingToSQLite(_ name: String) throws {
    let folder = try TemporaryFolder()
    let path = try store(in: folder, name: name)
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(try MetricStore(path: path, access: .readOnly).releases().count == 1)
  }

  @Test func aReaderCannotAppend() throws {
    let folder = try TemporaryFolder()
    let path = try store(in: folder)
    let reader = try MetricStore(path: path, access: .readOnly)
    #expect(throws: StoreError.notWritable(path: path)) {
      try reader.append(Fixture.release("next"))
    }
  }

  @Test func theFileKeepsItsLogOfWhatWasWrittenAhead() throws {
    let folder = try TemporaryFolder()
    let store = try MetricStore(path: try store(in: folder), access: .readWrite)
    #expect(try store.connection.rows("PRAGMA journal_mode") == ["wal"])
    #expect(try store.connection.integer("PRAGMA synchronous") == 2)
  }

  private func error(
    opening path: String, _ access: MetricStore.Access = .readOnly
  ) -> StoreError? {
    do {
      _ = try MetricStore(path: path, access: access)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [MetricStore.Access.readOnly, .readWrite])
  func noSuchFile(_ access: MetricStore.Access) throws {
    let folder = try TemporaryFolder()
    let missing = folder.file("store.db")
    #expect(error(opening: missing, access) == .noSuchFile(path: missing))
    #expect(!FileManager.default.fileExists(atPath: missing))
  }

  @Test func noSuchFolderToCreateIn() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("missing/store.db")
    #expect(
      error(opening: path, .create) == .noSuchFolder(path: path, folder: folder.file("missing")))
  }

  @Test(arguments: [MetricStore.Access.readOnly, .readWrite, .create])
  func whatCannotBeAStore(_ access: MetricStore.Access) throws {
    let folder = try TemporaryFolder()
    #expect(error(opening: folder.path, access) == .isFolder(path: folder.path))
    #expect(error(opening: "/dev/null", access) == .notAFile(path: "/dev/null"))
    for text in ["metric,period,value\n", "x", "SQLite format 3"] {
      let path = folder.write(Array(text.utf8), to: "text.csv")
      #expect(error(opening: path, access) == .notSQLite(path: path))
    }
  }

  @Test func anEmptyFileIsNoStore() throws {
    let folder = try TemporaryFolder()
    let empty = folder.write([], to: "empty.db")
    #expect(error(opening: empty) == .emptyFile(path: empty))
    #expect(error(opening: empty, .readWrite) == .emptyFile(path: empty))
  }

  @Test(arguments: [MetricStore.Access.readOnly, .readWrite, .create])
  func aFileOfAnotherProgram(_ access: MetricStore.Access) throws {
    let folder = try TemporaryFolder()
    let path = folder.write([], to: "other.db")
    try plainConnection(to: path).execute("CREATE TABLE a (b); PRAGMA application_id = 17")
    #expect(error(opening: path, access) == .notOurs(path: path, applicationID: 17))
  }

  @Test(arguments: [MetricStore.Access.readOnly, .readWrite, .create])
  func aFileOfALaterVersion(_ access: MetricStore.Access) throws {
    let folder = try TemporaryFolder()
    let path = try store(in: folder)
    try plainConnection(to: path).execute("PRAGMA user_version = 99")
    #expect(
      error(opening: path, access)
        == .newerForm(path: path, version: 99, supported: Schema.version))
  }

  @Test func aFileOfAnEarlierVersionCannotBeReadAsItIs() throws {
    let folder = try TemporaryFolder()
    let path = try store(in: folder)
    try plainConnection(to: path).execute("PRAGMA user_version = 0")
    #expect(
      error(opening: path)
        == .olderForm(path: path, version: 0, supported: Schema.version))
  }

  @Test func damage() throws {
    let folder = try TemporaryFolder()
    let path = try store(in: folder)
    var bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    for index in 100..<bytes.count { bytes[index] = 0xA5 }
    let broken = folder.write(bytes, to: "broken.db")
    #expect(throws: StoreError.damaged(path: broken, detail: "database disk image is malformed")) {
      try MetricStore(path: broken, access: .readOnly).releases()
    }
    let cut = folder.write(Array(bytes[..<50]), to: "cut.db")
    #expect(
      error(opening: cut) == .damaged(path: cut, detail: "database disk image is malformed"))
  }
}
