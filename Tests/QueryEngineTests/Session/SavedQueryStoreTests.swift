import Diagnostics
import Foundation
import MetricStore
import QueryEngine
import Testing

@testable import Metrics

/// A saved query is in the store like any declaration.
@Suite struct SavedQueryStoreTests {
  private static let setup = """
    company iij "IIJ" fiscal year starts april named by start
    metric revenue flow JPY
    metric cost flow JPY
    release r1 company iij published 2004-11-11 from "a.csv"
    define results(p) = show revenue for p
    """
  private static let file = "metric,unit,2Q04\nrevenue,JPY,100\ncost,JPY,60\n"

  private func session(_ path: String, _ access: MetricStore.Access) throws -> Session {
    try Session(store: MetricStore(path: path, access: access))
  }

  private func withStore(_ body: (_ path: String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "kessan-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/store.db"
    #expect(try run(Self.setup, in: session(path, .create)).count == 3)
    try body(path)
  }

  @discardableResult
  private func run(_ script: String, in session: Session) throws -> [String] {
    var said: [String] = []
    _ = try session.run(
      SourceText(name: "test", script), readFile: { _ in Array(Self.file.utf8) },
      emit: { outcome in
        switch outcome {
        case .failure(let failure): throw Refused(failure)
        case .message(let message): said.append(message)
        case .table, .prose, .met: break
        }
      })
    return said
  }

  @Test func `it is there when the store is opened again`() throws {
    try withStore { path in
      let reader = try session(path, .readOnly)
      let saved = try reader.store.declarations().filter { $0.kind == "define" }
      #expect(saved.map(\.statement) == ["define results(p) = show revenue for p"])
      try run("expect results(2Q04) = 100", in: reader)
    }
  }

  @Test func `each version is there as of its time after reopening`() throws {
    try withStore { path in
      try run("define results(p) = show cost for p", in: session(path, .readWrite))
      try run(
        """
        expect results(2Q04) = 60
        expect results(2Q04) as of 2004-11-11 = 100
        set as of = r1
        expect results(2Q04) = 100
        """, in: session(path, .readOnly))
    }
  }

  @Test func `the same text again is no new version`() throws {
    try withStore { path in
      let writer = try session(path, .readWrite)
      let said = try run("define results ( p )  =  SHOW revenue\n  for p", in: writer)
      #expect(said == ["every declaration is in the store already; nothing was appended"])
      #expect(try writer.store.declarations().filter { $0.kind == "define" }.count == 1)
    }
  }

  @Test func `what verify compares covers it`() throws {
    try withStore { path in
      let verification = try session(path, .readOnly).store.verify()
      #expect(verification.faults.isEmpty)
    }
  }

  @Test func `an expected error leaves nothing behind`() throws {
    try withStore { path in
      let writer = try session(path, .readWrite)
      try run("expect error \"no metric\": define other() = show nothing", in: writer)
      #expect(throws: Refused.self) {
        try run("expect error \"x\": define other() = show cost", in: writer)
      }
      #expect(try writer.store.declarations().filter { $0.kind == "define" }.count == 1)
    }
  }
}
