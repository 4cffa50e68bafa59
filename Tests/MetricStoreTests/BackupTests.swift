import Foundation
import Testing

@testable import MetricStore
@testable import Metrics

@Suite struct BackupTests {
  /// A store with so many releases, `r1` and on.
  private func store(
    _ name: String, releases: Int, in folder: TemporaryFolder
  ) throws -> MetricStore {
    let store = try MetricStore(path: folder.file(name), access: .create)
    for number in 0..<releases { _ = try store.append(Fixture.release("r\(number + 1)")) }
    return store
  }

  @Test func aBackupIsTheStore() throws {
    let folder = try TemporaryFolder()
    let store = try store("store.db", releases: 2, in: folder)
    let path = folder.write([], to: "backup.db")
    let (verification, pages) = try store.backUp(toEmptyFile: path)
    #expect(try pages == (store.connection.integer("PRAGMA page_count").map { Int($0) }))
    let copy = try MetricStore(path: path, access: .readWrite)
    #expect(try contents(of: copy.connection) == contents(of: store.connection))
    #expect(try copy.connection.rows("PRAGMA journal_mode") == ["wal"])
    #expect(try copy.verify().faults == [])
    #expect(try copy.verify().digests == verification.digests)
    _ = try copy.append(Fixture.release("next"))
    #expect(try copy.verify().faults == [])
  }

  @Test func aBackupOfWhatIsDamagedIsNotMade() throws {
    let folder = try TemporaryFolder()
    let store = try store("store.db", releases: 1, in: folder)
    try store.connection.execute("DROP TRIGGER link_no_update")
    let path = folder.write([], to: "backup.db")
    let (verification, pages) = try store.backUp(toEmptyFile: path)
    #expect(pages == nil)
    #expect(verification.faults == [.objectMissing(kind: "trigger", name: "link_no_update")])
    #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
  }

  @Test func othersMayAppendMeanwhile() throws {
    let folder = try TemporaryFolder()
    let path = try #require(try store("store.db", releases: 1, in: folder).path)
    let isOver = NSLock()
    isOver.lock()
    let writing = Thread {
      guard let writer = try? MetricStore(path: path, access: .readWrite) else { return }
      for number in 2..<2_000 {
        _ = try? writer.append(Fixture.release("r\(number)"))
        if isOver.try() { return }
      }
    }
    writing.start()
    let reader = try MetricStore(path: path, access: .readOnly)
    var counts: [Int] = []
    for number in 0..<20 {
      let backup = folder.write([], to: "backup\(number).db")
      let (verification, pages) = try reader.backUp(toEmptyFile: backup)
      #expect(pages != nil)
      let copied = try MetricStore(path: backup, access: .readOnly).verify()
      #expect(copied.faults == [])
      #expect(copied.digests == verification.digests)
      counts.append(copied.releaseCount)
    }
    isOver.unlock()
    #expect(counts == counts.sorted())
    #expect(counts[19] > counts[0])
  }

  // MARK: What is at the path

  @Test func whatIsNoBackupStaysAsItIs() throws {
    let folder = try TemporaryFolder()
    let store = try store("store.db", releases: 2, in: folder)
    let text = folder.write(Array("metric,period,value\n".utf8), to: "text.csv")
    let other = folder.write([], to: "other.db")
    try plainConnection(to: other).execute("CREATE TABLE a (b)")
    for path in [text, other, folder.path, "/dev/null"] {
      #expect(try store.refusal(ofBackupTo: path) == .isNoStore, "\(path)")
    }
    #expect(try store.refusal(ofBackupTo: folder.file("store.db")) == .isTheStore)
    let link = folder.file("link.db")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.file("store.db"))
    #expect(try store.refusal(ofBackupTo: link) == .isTheStore)
  }

  @Test func anEarlierStateMayBeReplaced() throws {
    let folder = try TemporaryFolder()
    let store = try store("store.db", releases: 2, in: folder)
    for count in 0...2 {
      do { _ = try self.store("earlier\(count).db", releases: count, in: folder) }
      #expect(try store.refusal(ofBackupTo: folder.file("earlier\(count).db")) == nil)
    }
    #expect(try store.refusal(ofBackupTo: folder.file("new.db")) == nil)
    #expect(try store.refusal(ofBackupTo: folder.write([], to: "empty.db")) == nil)
  }

  @Test func anotherHistoryMayNot() throws {
    let folder = try TemporaryFolder()
    let store = try store("store.db", releases: 2, in: folder)
    do { _ = try self.store("longer.db", releases: 5, in: folder) }
    #expect(
      try store.refusal(ofBackupTo: folder.file("longer.db")) == .longerChain(links: 3))
    do {
      let other = try self.store("other.db", releases: 1, in: folder)
      _ = try other.append(Fixture.release("x"))
    }
    #expect(try store.refusal(ofBackupTo: folder.file("other.db")) == .otherChain)
  }

  @Test func aFileWithItsLogBesideItStays() throws {
    let folder = try TemporaryFolder()
    let store = try store("store.db", releases: 2, in: folder)
    let earlier = try self.store("earlier.db", releases: 1, in: folder)
    #expect(try store.refusal(ofBackupTo: #require(earlier.path)) == .hasLog)
  }
}
