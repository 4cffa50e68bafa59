import Foundation
import Testing

@testable import MetricStore
@testable import Metrics

/// Whole pages of a store overwritten, as a failing disk leaves them.
@Suite struct DamagedPageTests {
  private static let pageSize = 4096

  /// What a page can be overwritten with.
  enum Filling: CaseIterable {
    case zeros
    case noise

    /// The bytes of a page.
    var bytes: [UInt8] {
      switch self {
      case .zeros: Array(repeating: 0, count: pageSize)
      // Steps that are prime to 256 repeat after a whole page only.
      case .noise: (0..<pageSize).map { UInt8(truncatingIfNeeded: $0 * $0 * 31 + $0 / 7 * 57) }
      }
    }
  }

  /// A store whose observations fill several pages, settled in its file.
  private func store(in folder: TemporaryFolder) throws -> [UInt8] {
    let path = folder.file("original.db")
    do {
      let store = try MetricStore(path: path, access: .create)
      _ = try store.append(Fixture.declarations, declared: nil)
      _ = try store.append(Fixture.largeRelease("large", count: 1_000))
    }
    return try [UInt8](Data(contentsOf: URL(filePath: path)))
  }

  private func overwritten(_ bytes: [UInt8], page: Int, with filling: Filling) -> [UInt8] {
    let start = (page - 1) * Self.pageSize
    return bytes[..<start] + filling.bytes + bytes[(start + Self.pageSize)...]
  }

  /// What goes wrong with a store; nil when nothing does.
  private func failure(of body: () throws(StoreError) -> Void) -> StoreError? {
    do throws(StoreError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: Filling.allCases)
  func aDamagedPageIsFoundWhereverItIs(_ filling: Filling) throws {
    let folder = try TemporaryFolder()
    let bytes = try store(in: folder)
    try #require(bytes.count / Self.pageSize > 30)
    for page in 1...bytes.count / Self.pageSize {
      let path = folder.write(overwritten(bytes, page: page, with: filling), to: "copy.db")
      var faults: [StoreFault] = []
      let failure = failure { () throws(StoreError) in
        faults = try MetricStore(path: path, access: .readOnly).verify().faults
      }
      if let failure { #expect(failure.isDamage, "page \(page): \(failure)") }
      #expect(failure != nil || !faults.isEmpty, "page \(page)")
    }
  }

  @Test(arguments: Filling.allCases, [MetricStore.Access.readOnly, .readWrite, .create])
  func aDamagedFirstPageIsToldOnOpening(_ filling: Filling, _ access: MetricStore.Access) throws {
    let folder = try TemporaryFolder()
    let bytes = try store(in: folder)
    let path = folder.write(overwritten(bytes, page: 1, with: filling), to: "copy.db")
    let failure = failure { () throws(StoreError) in
      _ = try MetricStore(path: path, access: access)
    }
    #expect(failure == .damaged(path: path, detail: "it doesn't begin as a store does"))
  }

  /// Behind a header that is whole, the list of what the file is made of.
  @Test func aDamagedSchemaIsToldOnOpening() throws {
    let folder = try TemporaryFolder()
    var bytes = try store(in: folder)
    for index in 100..<Self.pageSize { bytes[index] = 0 }
    let path = folder.write(bytes, to: "copy.db")
    let failure = failure { () throws(StoreError) in
      _ = try MetricStore(path: path, access: .readOnly).declarations()
    }
    #expect(failure?.isDamage == true)
  }

  @Test func aDamagedPageOfObservationsIsToldWithItsRelease() throws {
    let folder = try TemporaryFolder()
    let bytes = try store(in: folder)
    let pages = try plainConnection(to: folder.file("original.db")).rows(
      "SELECT pageno FROM dbstat WHERE name = 'observation' AND pagetype = 'leaf' ORDER BY path"
    ).compactMap { Int($0) }
    let middle = pages[pages.count / 2]
    for filling in Filling.allCases {
      let path = folder.write(overwritten(bytes, page: middle, with: filling), to: "copy.db")
      let faults = try MetricStore(path: path, access: .readOnly).verify().faults
      #expect(faults.contains { $0.what == "release large" }, "\(filling): \(faults)")
      #expect(faults.contains { $0.place == "structure" }, "\(filling): \(faults)")
    }
  }

  @Test(arguments: Filling.allCases)
  func anAppendToADamagedStoreIsWholeOrNotAtAll(_ filling: Filling) throws {
    let folder = try TemporaryFolder()
    let bytes = try store(in: folder)
    let next = try Fixture.release("next")
    var refusals = 0
    for page in 2...bytes.count / Self.pageSize {
      let damaged = overwritten(bytes, page: page, with: filling)
      let path = folder.write(damaged, to: "copy-\(page).db")
      let failure = failure { () throws(StoreError) in
        let store = try MetricStore(path: path, access: .readWrite)
        _ = try store.append(next)
      }
      if let failure {
        refusals += 1
        #expect(failure.isDamage, "page \(page): \(failure)")
        let after = try [UInt8](Data(contentsOf: URL(filePath: path)))
        #expect(after == damaged, "page \(page)")
      } else {
        // The page isn't one that the append had to look at.
        let seen = try plainConnection(to: path).rows(
          "SELECT count(*) FROM observation WHERE seq > 1000")
        #expect(seen == ["2"], "page \(page)")
      }
    }
    #expect(refusals > 3)
  }
}

extension StoreError {
  /// Whether it says that the file is damaged.
  fileprivate var isDamage: Bool { if case .damaged = self { true } else { false } }
}
