import Foundation
import Glibc
import QueryEngine
import Tabular
import Testing

@testable import Shell

@Suite("Files that are written as a whole") struct WholeFileTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path + "/result.csv" }

  private func content(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private func reason(_ text: String, _ path: String) -> String? {
    do throws(UnwritableFile) {
      try WholeFile.write(RenderedOutput(text), to: path)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("a file is made with the permissions that others get too") func new() throws {
    let other = folder.path + "/other"
    #expect(FileManager.default.createFile(atPath: other, contents: nil))
    try WholeFile.write(RenderedOutput("new\n"), to: path)
    #expect(content(path) == "new\n")
    let permissions = try [path, other].map {
      try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
    }
    #expect(permissions[0] == permissions[1])
  }

  @Test("a file is replaced, and keeps its permissions", arguments: [0o600, 0o640, 0o755])
  func replaced(mode: Int) throws {
    #expect(
      FileManager.default.createFile(
        atPath: path, contents: Data("a much longer old text".utf8),
        attributes: [.posixPermissions: mode]))
    try WholeFile.write(RenderedOutput("new\n"), to: path)
    #expect(content(path) == "new\n")
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(permissions as? Int == mode)
    #expect(names == ["result.csv"])
  }

  @Test(
    "a link stays, and what it points to is written",
    arguments: ["real/target.csv", "absolute", "real/missing.csv", "real/again.csv"])
  func linked(target: String) throws {
    let real = folder.path + "/real"
    try FileManager.default.createDirectory(atPath: real, withIntermediateDirectories: true)
    #expect(
      FileManager.default.createFile(atPath: real + "/target.csv", contents: Data("old".utf8)))
    try FileManager.default.createSymbolicLink(
      atPath: real + "/again.csv", withDestinationPath: "target.csv")
    let destination = target == "absolute" ? real + "/target.csv" : target
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: destination)
    try WholeFile.write(RenderedOutput("new\n"), to: path)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == destination)
    #expect(content(path) == "new\n")
    #expect(names == ["real", "result.csv"])
  }

  @Test("what can't be written is told, and nothing is left") func refused() throws {
    #expect(reason("x", folder.path) == "is a directory")
    #expect(
      reason("x", folder.path + "/nowhere/x.csv") == "there is no folder '\(folder.path)/nowhere'")
    #expect(reason("x", "") == "no such file or directory")
    #expect(FileManager.default.createFile(atPath: path, contents: Data("old".utf8)))
    #expect(reason("x", path + "/x.csv") == "not a directory")
    #expect(content(path) == "old" && names == ["result.csv"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/circle", withDestinationPath: "circle")
    #expect(reason("x", folder.path + "/circle") == "too many levels of symbolic links")
  }

  @Test("a device is written as it is") func device() throws {
    try WholeFile.write(RenderedOutput("x"), to: "/dev/null")
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    #expect(reason("x", "/dev/full") == "no space left on device")
  }

  @Test("a pipe is written as it is") func pipe() throws {
    #expect(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try WholeFile.write(RenderedOutput("through\n"), to: path)
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = read(reader, &buffer, buffer.count)
    #expect(String(decoding: buffer[..<max(0, count)], as: UTF8.self) == "through\n")
    #expect(names == ["result.csv"])
  }
}
