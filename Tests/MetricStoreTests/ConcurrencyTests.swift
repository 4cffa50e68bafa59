import Testing

@testable import MetricStore
@testable import Metrics

@Suite struct ConcurrencyTests {
  @Test func aReaderSeesOneMomentWhileAnotherWrites() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    let writer = try MetricStore(path: path, access: .create)
    _ = try writer.append(Fixture.release("first"))
    let reader = try MetricStore(path: path, access: .readOnly)

    try reader.reading { () throws(StoreError) in
      #expect(try reader.releases().map(\.name) == ["first"])
      _ = try? writer.append(Fixture.release("second"))
      #expect(try reader.releases().map(\.name) == ["first"])
    }
    #expect(try reader.releases().map(\.name) == ["first", "second"])
  }

  @Test func aReaderIsNotHeldUpByAnOpenAppend() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    let writer = try MetricStore(path: path, access: .create)
    try writer.appendAtomically { (transaction) throws(StoreError) in
      _ = try transaction.append(Fixture.declarations, declared: nil)
      let reader = try MetricStore(path: path, access: .readOnly, patience: { _ in false })
      #expect(try reader.declarations().isEmpty)
    }
  }

  @Test func aWriterWaitsAsLongAsItIsTold() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    let first = try MetricStore(path: path, access: .create)
    var waits: [Int] = []
    let second = try MetricStore(path: path, access: .readWrite) { milliseconds in
      waits.append(milliseconds)
      return milliseconds < 10
    }
    try first.appendAtomically { (_) throws(StoreError) in
      #expect(throws: StoreError.busy(path: path)) {
        try second.append(Fixture.declarations, declared: nil)
      }
    }
    #expect(waits == [0, 1, 3, 6, 10])
    _ = try second.append(Fixture.declarations, declared: nil)
    #expect(try first.declarations().count == 2)
  }

  @Test func theHeadTellsWhetherAnotherWasFirst() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    let first = try MetricStore(path: path, access: .create)
    let second = try MetricStore(path: path, access: .readWrite)
    let head = try first.head()
    _ = try second.append(Fixture.declarations, declared: nil)
    try first.appendAtomically { (_) throws(StoreError) in
      #expect(try first.head() != head)
    }
  }
}
