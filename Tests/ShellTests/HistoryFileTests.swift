import Foundation
import Testing

@testable import Shell

@Suite("The history file") struct HistoryFileTests {
  private let folder = TemporaryFolder()
  private var file: HistoryFile { HistoryFile(path: folder.path + "/state/kessan/history") }

  @Test(
    "gives back what was added, in order",
    arguments: [
      ["show revenue"],
      ["show revenue", "show revenue,\n    cost_of_revenue", "show 売上高 si"],
      ["a \\n that is no line break", "one\r\ntwo", "ends in a backslash \\", "\\\\", "\n"],
    ]) func roundTrip(entries: [String]) throws
  {
    for entry in entries { try file.append(entry) }
    #expect(try file.load() == entries)
  }

  @Test("writes one line an entry") func oneLine() throws {
    try file.append("show revenue,\n  costs \\")
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    #expect(text == "show revenue,\\n  costs \\\\\n")
  }

  @Test("is empty before anything is added") func missing() throws {
    #expect(try file.load() == [])
  }

  @Test("is for its owner only, and so is its folder") func mode() throws {
    try file.append("show revenue")
    #expect(try permissions(of: file.path) == 0o600)
    #expect(try permissions(of: folder.path + "/state/kessan") == 0o700)
  }

  @Test("loads the newest entries when there are too many") func limit() throws {
    for number in 1...5 { try file.append("show \(number)") }
    #expect(try file.load(limit: 2) == ["show 4", "show 5"])
  }

  @Test(
    "skips a damaged line and keeps the others",
    arguments: [
      ("an unknown escape", Array("show \\q".utf8)),
      ("a lone backslash at the end", Array("show \\".utf8)),
      ("bytes that are no UTF-8", [0x73, 0xFF, 0xFE]),
      ("a character cut in half", [0x73, 0xE5, 0xA3]),
      ("a zero byte", [0x73, 0x00, 0x74]),
      ("nothing", []),
    ]) func damaged(_: String, line: [UInt8]) throws
  {
    try file.append("show before")
    try write(Data(line + [0x0A]), behind: file.path)
    try file.append("show after")
    var remarks: [HistoryFileError] = []
    #expect(try file.load(remark: { remarks.append($0) }) == ["show before", "show after"])
    let isEmpty = line.isEmpty
    #expect(remarks.map(\.operation) == (isEmpty ? [] : [.understand(lines: 1)]))
  }

  @Test("is no device and no pipe", arguments: ["/dev/full", "/dev/zero"])
  func isDevice(path: String) throws {
    #expect(throws: HistoryFileError(operation: .keep, path: path, code: EINVAL)) {
      try HistoryFile(path: path).load()
    }
  }

  @Test("ends a line that was left unfinished") func unfinished() throws {
    try file.append("show before")
    try write(Data("show ha".utf8), behind: file.path)
    try file.append("show after")
    #expect(try file.load() == ["show before", "show ha", "show after"])
  }

  @Test("loses nothing when two sessions write at once") func twoWriters() async throws {
    let file = self.file
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in ["one", "two"] {
        group.addTask {
          for number in 0..<200 { try file.append("\(writer)\n\(number)") }
        }
      }
      try await group.waitForAll()
    }
    let entries = try file.load()
    for writer in ["one", "two"] {
      let own = entries.filter { $0.hasPrefix(writer) }
      #expect(own == (0..<200).map { "\(writer)\n\($0)" })
    }
    #expect(entries.count == 400)
  }

  @Test("waits for another program that holds the lock") func lock() throws {
    let file = self.file
    try file.append("show before")
    let holder = try #require(fopen(file.path, "r"))
    #expect(flock(fileno(holder), LOCK_EX) == 0)
    let isWritten = DispatchSemaphore(value: 0)
    // A thread of its own: tasks share as many threads as there are cores, and this one blocks.
    Thread.detachNewThread {
      try? file.append("show after")
      isWritten.signal()
    }
    usleep(100_000)
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "show before\n")
    fclose(holder)
    #expect(isWritten.wait(timeout: .now() + 10) == .success)
    #expect(try file.load() == ["show before", "show after"])
  }

  @Test("says what failed, where and why") func failure() throws {
    try Data().write(to: URL(fileURLWithPath: folder.path + "/state"))
    let error = HistoryFileError(
      operation: .createFolder, path: folder.path + "/state/kessan", code: ENOTDIR)
    #expect(throws: error) { try file.append("show revenue") }
    #expect(error.message.contains("can't make the folder \(folder.path)/state/kessan: Not a dir"))
  }

  @Test("can't be a folder") func isFolder() throws {
    let file = HistoryFile(path: folder.path)
    #expect(throws: HistoryFileError(operation: .open, path: folder.path, code: EISDIR)) {
      try file.append("show revenue")
    }
    #expect(throws: HistoryFileError(operation: .read, path: folder.path, code: EISDIR)) {
      try file.load()
    }
  }

  @Test(
    "stands in the state folder of the XDG rules",
    arguments: [
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/kessan/history"),
      (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/kessan/history"),
      (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/kessan/history"),
      (["HOME": "/h"], "/h/.local/state/kessan/history"),
      ([:], nil),
    ] as [([String: String], String?)]) func place(environment: [String: String], path: String?)
  {
    #expect(HistoryFile { environment[$0] }?.path == path)
  }

  private func permissions(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func write(_ data: Data, behind path: String) throws {
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: data)
    try handle.close()
  }
}
