import CSQLite
import Foundation
import Testing

@testable import MetricStore
@testable import Metrics

/// Runs `body` without the right of the superuser to overlook permissions, which tests may have.
@discardableResult
private func withoutPrivileges<Result>(_ body: () throws -> Result) throws -> Result {
  typealias SetFileUser = @convention(c) (UInt32) -> Int32
  let symbol = try #require(dlsym(nil, "setfsuid"))
  let setFileUser = unsafeBitCast(symbol, to: SetFileUser.self)
  let before = setFileUser(65_534)
  defer { _ = setFileUser(UInt32(before)) }
  return try body()
}

@Suite struct ReadOnlyPlaceTests {
  private func setPermissions(_ permissions: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  /// The error of opening a store of which the file and the folder have those permissions.
  private func error(
    file: Int, folder folderPermissions: Int, _ access: MetricStore.Access
  ) throws -> (StoreError?, path: String) {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    _ = try MetricStore(path: path, access: .create).append(Fixture.release())
    try setPermissions(file, of: path)
    try setPermissions(folderPermissions, of: folder.path)
    defer { try? setPermissions(0o755, of: folder.path) }
    return try withoutPrivileges {
      do {
        let count = try MetricStore(path: path, access: access).releases().count
        #expect(count == 1)
        return (nil, path)
      } catch let error as StoreError {
        return (error, path)
      }
    }
  }

  @Test func aSettledStoreIsReadFromAReadOnlyPlace() throws {
    #expect(try error(file: 0o444, folder: 0o555, .readOnly).0 == nil)
  }

  @Test func aStoreIsNotAppendedToInAReadOnlyPlace() throws {
    for (file, folder) in [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)] {
      let (error, path) = try error(file: file, folder: folder, .readWrite)
      #expect(error == .notWritable(path: path))
    }
  }

  @Test func aFileThatMayNotBeRead() throws {
    let (error, path) = try error(file: 0o000, folder: 0o755, .readOnly)
    #expect(error == .noPermission(path: path))
    let (hidden, hiddenPath) = try self.error(file: 0o644, folder: 0o000, .readOnly)
    #expect(hidden == .noPermission(path: hiddenPath))
  }

  @Test func aStoreIsNotMadeInAReadOnlyPlace() throws {
    let folder = try TemporaryFolder()
    try setPermissions(0o555, of: folder.path)
    defer { try? setPermissions(0o755, of: folder.path) }
    let path = folder.file("store.db")
    try withoutPrivileges {
      #expect(throws: StoreError.notWritable(path: path)) {
        try MetricStore(path: path, access: .create)
      }
    }
  }

  @Test func aLogThatCannotBeReadIsNotOverlooked() throws {
    let folder = try TemporaryFolder()
    let place = folder.file("place")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let store = try MetricStore(path: folder.file("store.db"), access: .create)
    _ = try store.append(Fixture.release())
    // What a crash would leave: the file, and the log of a writer that has not closed it.
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: folder.file("store.db") + suffix, toPath: place + "/store.db" + suffix)
    }
    try setPermissions(0o555, of: place)
    defer { try? setPermissions(0o755, of: place) }
    let path = place + "/store.db"
    try withoutPrivileges {
      #expect(throws: StoreError.unreadLog(path: path)) {
        try MetricStore(path: path, access: .readOnly)
      }
    }
    try setPermissions(0o755, of: place)
    #expect(try MetricStore(path: path, access: .readOnly).releases().count == 1)
  }
}
