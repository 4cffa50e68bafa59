import CSQLite
import Foundation
import Testing

@testable import MetricStore
@testable import Metrics

@Suite struct AtomicityTests {
  /// A store in a file with one release, and what it holds.
  private func storeWithOneRelease(in folder: TemporaryFolder) throws -> (MetricStore, [String]) {
    let store = try MetricStore(path: folder.file("store.db"), access: .create)
    _ = try store.append(Fixture.release("first"))
    return (store, try contents(of: store.connection))
  }

  @Test func appendsMadeTogetherFailTogether() throws {
    let folder = try TemporaryFolder()
    let (store, before) = try storeWithOneRelease(in: folder)

    #expect(throws: StoreError.releaseNameTaken(name: "first", published: "2004-11-11")) {
      try store.appendAtomically { (transaction) throws(StoreError) in
        _ = try transaction.append(Fixture.declarations, declared: nil)
        _ = try transaction.append(try Self.release("second", mantissa: 5))
        _ = try transaction.append(try Self.release("first", mantissa: 6))
      }
    }
    #expect(try contents(of: store.connection) == before)
  }

  private static func release(_ name: String, mantissa: Int64) throws(StoreError) -> ReleaseAppend {
    do {
      return try Fixture.release(name, mantissa: mantissa)
    } catch {
      throw .interrupted
    }
  }

  @Test func aTransactionIsOfNoUseAfterwards() throws {
    let store = try MetricStore.inMemory()
    let transaction = try store.appendAtomically { (transaction) throws(StoreError) in transaction }
    #expect(throws: StoreError.self) { try transaction.append(Fixture.release()) }
    #expect(try store.releases().isEmpty)
  }

  @Test func triggersAreBackAfterAnAppend() throws {
    let folder = try TemporaryFolder()
    let store = try MetricStore(path: folder.file("store.db"), access: .create)
    _ = try store.append(Fixture.release())
    _ = try? store.append(Fixture.release(mantissa: 1))
    #expect(throws: SQLiteError.self) { try store.connection.execute("DELETE FROM observation") }
  }

  @Test func aFullFileLeavesTheStoreAsItWasAtEveryPage() throws {
    let folder = try TemporaryFolder()
    let (store, before) = try storeWithOneRelease(in: folder)
    let release = try Fixture.largeRelease("large", count: 2_000)
    let pages = try #require(try store.connection.integer("PRAGMA page_count"))

    var failures = 0
    for limit in stride(from: pages, to: pages + 400, by: 3) {
      try store.connection.execute("PRAGMA max_page_count = \(limit)")
      do {
        _ = try store.append(release)
        break
      } catch {
        #expect(error == .diskFull(path: store.path))
        failures += 1
        #expect(try contents(of: store.connection) == before)
      }
    }
    #expect(failures > 5)
    #expect(try store.releases().map(\.name) == ["first", "large"])
  }

  @Test func anInterruptionLeavesTheStoreAsItWasAtEveryStep() throws {
    let folder = try TemporaryFolder()
    let (store, before) = try storeWithOneRelease(in: folder)
    let release = try Fixture.release("second")

    var failures = 0
    for steps in stride(from: 1, to: 100_000, by: 5) {
      do {
        _ = try interrupting(store.connection, after: steps) { try store.append(release) }
        break
      } catch let error as StoreError {
        #expect(error == .interrupted)
        failures += 1
        #expect(try contents(of: store.connection) == before)
      }
    }
    #expect(failures > 50)
    #expect(try store.releases().map(\.name) == ["first", "second"])
  }

  /// Runs `body` and makes it stop once, after so many steps of SQLite's machine.
  private func interrupting<Result>(
    _ connection: Connection, after steps: Int, _ body: () throws -> Result
  ) throws -> Result {
    try withUnsafeTemporaryAllocation(of: Int.self, capacity: 1) { left in
      left.initialize(repeating: steps)
      defer { sqlite3_progress_handler(connection.handle, 0, nil, nil) }
      sqlite3_progress_handler(
        connection.handle, 1,
        { context in
          guard let left = context?.assumingMemoryBound(to: Int.self) else { return 0 }
          left.pointee -= 1
          return left.pointee == 0 ? 1 : 0
        }, left.baseAddress)
      return try body()
    }
  }

  @Test func anotherThreadCanInterrupt() throws {
    let store = try MetricStore.inMemory()
    let interruption = store.interruption
    // A thread of its own: tasks share as many threads as there are cores, and this test blocks one.
    let interrupting = Thread {
      while !Thread.current.isCancelled {
        interruption.interrupt()
        usleep(1_000)
      }
    }
    interrupting.start()
    defer { interrupting.cancel() }
    // It would go on for ever if it were not for the interruption.
    #expect(throws: StoreError.interrupted) {
      try store.translating {
        try store.connection.integer(
          "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
      }
    }
  }

  @Test func aKilledWriterLeavesTheStoreAsItWas() async throws {
    let folder = try TemporaryFolder()
    let before = try storeWithOneRelease(in: folder).1
    let path = folder.file("store.db")

    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try MetricStore(path: path, access: .readWrite)
      // So that pages are written before the end.
      try store.connection.execute("PRAGMA cache_size = 10")
      try store.appendAtomically { (transaction) throws(StoreError) in
        if let release = try? Fixture.largeRelease("large", count: 20_000) {
          _ = try transaction.append(release)
        }
        kill(getpid(), SIGKILL)
      }
    }
    let log = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
    #expect(log > 100_000)
    let store = try MetricStore(path: path, access: .readOnly)
    #expect(try contents(of: store.connection) == before)
    #expect(try store.connection.rows("PRAGMA integrity_check") == ["ok"])
  }
}
