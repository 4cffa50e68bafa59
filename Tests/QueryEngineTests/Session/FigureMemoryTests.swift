import Diagnostics
import Foundation
import MetricStore
import QueryEngine
import Testing

@testable import Metrics

/// What a session has read is good until something is appended, whoever does it.
@Suite struct FigureMemoryTests {
  private static let declarations = """
    company iij "IIJ" fiscal year starts april named by start
    segment si "SI"
    metric revenue flow JPY
    """

  private static let queries = [
    "show revenue for 2Q04", "show revenue", "show revenue as of 2005-01-01",
    "show revenue as reported", "show revenue by segment",
  ]

  /// A store in a file that is gone afterwards, with one figure in it.
  private func withStore(_ body: (_ path: String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "kessan-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/store.db"
    let session = try Session(store: MetricStore(path: path, access: .create))
    try run(Self.declarations, in: session)
    try append("metric,segment,unit,2Q04\nrevenue,,JPY,100\n", named: "r1", to: session)
    try body(path)
  }

  private func run(_ script: String, in session: Session, file: String = "") throws {
    _ = try session.run(
      SourceText(name: "test", script), readFile: { _ in Array(file.utf8) },
      emit: { if case .failure(let failure) = $0 { throw Refused(failure) } })
  }

  private func append(_ file: String, named name: String, to session: Session) throws {
    try run(
      "release \(name) company iij published 2004-11-11 from \"a.csv\"", in: session, file: file)
  }

  private func answers(of session: Session) throws -> [Answer] {
    try Self.queries.map { try Answer.to($0, in: session) }
  }

  /// A later figure of the same publication, and a segment of which nothing was known.
  private static let more = "metric,segment,unit,2Q04\nrevenue,,JPY,100.5\nrevenue,si,JPY,40\n"

  @Test func whatAnotherProgramAppendsIsSeen() throws {
    try withStore { path in
      let reader = try Session(store: MetricStore(path: path, access: .readOnly))
      let before = try answers(of: reader)
      #expect(try answers(of: reader) == before)
      try append(
        Self.more, named: "r2",
        to: Session(store: MetricStore(path: path, access: .readWrite)))
      let fresh = try Session(store: MetricStore(path: path, access: .readOnly))
      let after = try answers(of: reader)
      #expect(after == (try answers(of: fresh)))
      #expect(zip(before, after).allSatisfy { $0 != $1 })
    }
  }

  @Test func whatTheSessionAppendsIsSeen() throws {
    try withStore { path in
      let session = try Session(store: MetricStore(path: path, access: .readWrite))
      let before = try answers(of: session)
      try append(Self.more, named: "r2", to: session)
      let fresh = try Session(store: MetricStore(path: path, access: .readOnly))
      let after = try answers(of: session)
      #expect(after == (try answers(of: fresh)))
      #expect(zip(before, after).allSatisfy { $0 != $1 })
    }
  }

  @Test func aSegmentThatIsDeclaredIsSeen() throws {
    try withStore { path in
      let session = try Session(store: MetricStore(path: path, access: .readWrite))
      try append("metric,segment,unit,2Q04\nrevenue,si,JPY,40\n", named: "r2", to: session)
      let before = try answers(of: session)
      try run("segment network", in: session)
      try append("metric,segment,unit,2Q04\nrevenue,network,JPY,60\n", named: "r3", to: session)
      #expect(try answers(of: session).last != before.last)
    }
  }

  @Test func whatAnotherProgramDeclaresIsSeen() throws {
    try withStore { path in
      let writer = try Session(store: MetricStore(path: path, access: .readWrite))
      try run("metric part = revenue / 4; define ask(p) = show revenue for p", in: writer)
      let reader = try Session(store: MetricStore(path: path, access: .readOnly))
      #expect(
        try Answer.to("show part for 2Q04", in: reader).numbers == [Fraction(Amount(exact: 25))])
      try run("metric part = revenue / 8; metric other = revenue * 3", in: writer)
      try run("define ask(p) = show other for p", in: writer)
      #expect(
        try Answer.to("show part for 2Q04", in: reader).numbers == [
          Fraction(Amount(exact: 125, exponent: -1))
        ])
      #expect(
        try Answer.to("show other for 2Q04", in: reader).numbers == [Fraction(Amount(exact: 300))])
      #expect(try Answer.to("ask(2Q04)", in: reader).numbers == [Fraction(Amount(exact: 300))])
    }
  }

  @Test func aStatementSeesTheStoreAsOfOneMoment() throws {
    try withStore { path in
      let reader = try Session(store: MetricStore(path: path, access: .readOnly))
      let before = try Answer.to("show revenue, revenue[si]", in: reader)
      let writer = try Session(store: MetricStore(path: path, access: .readWrite))
      var isAppended = false
      reader.isInterrupted = {
        if !isAppended {
          isAppended = true
          #expect(throws: Never.self) { try self.append(Self.more, named: "r2", to: writer) }
        }
        return false
      }
      #expect(try Answer.to("show revenue, revenue[si]", in: reader) == before)
      #expect(isAppended)
      #expect(try Answer.to("show revenue, revenue[si]", in: reader) != before)
    }
  }
}
