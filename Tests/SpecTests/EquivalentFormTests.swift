import Diagnostics
import Foundation
import MetricStore
import QuerySyntax
import Testing

/// Runs what the specs hold in other forms, over other stores, and expects the same of them.
///
/// So each statement of a spec stands for several, and a new spec is covered by itself.
@Suite("equivalent forms") struct EquivalentFormTests {
  @Test("what is written otherwise is answered the same", arguments: SpecTests.names)
  func forms(_ name: String) throws {
    let spec = try SpecFile(named: name)
    let plain = try SpecSession(spec, over: .inMemory())
    let canonical = try SpecSession(spec, over: .inMemory())
    for example in spec.examples {
      let expected = plain.run(example.script)
      let statements = QueryParser.parse(SourceText(name: name, example.script))
      guard statements.diagnostics.isEmpty else { continue }
      let text = statements.statements.map(\.canonicalText).joined(separator: "\n")
      #expect(canonical.run(text) == expected, "\(name): \(text)")
      // Queries change nothing, so that further forms of them are asked of the same session.
      guard let only = statements.statements.first, statements.statements.count == 1 else {
        continue
      }
      for form in EquivalentForm.allCases {
        guard let text = form.text(of: only) else { continue }
        let found = plain.run(text)
        // Of several faults another may be met first.
        let isFine = form == .clausesReversed && found.allFail && expected.allFail
        #expect(isFine || found == expected, "\(name), \(form.rawValue): \(text)")
      }
    }
  }

  @Test("a file is answered from like a store in memory", arguments: SpecTests.names)
  func files(_ name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("spec.db").path
    let spec = try SpecFile(named: name)
    let inMemory = try SpecSession(spec, over: .inMemory())
    let store = try MetricStore(path: path, access: .create)
    let onDisk = try SpecSession(spec, over: store)
    for example in spec.examples {
      #expect(onDisk.run(example.script) == inMemory.run(example.script), "\(example.script)")
    }
    try expectPackedColumns(of: store)
  }

  /// Answers are read from packed columns: those hold what the table of observations holds.
  private func expectPackedColumns(of store: MetricStore) throws {
    let stored = try store.storedObservations(0..<Int64.max)
    for (key, rows) in Dictionary(grouping: stored, by: \.series) {
      let series = try store.series(company: key.company, metric: key.metric, segment: key.segment)
      let packed = try store.observations(of: try #require(series.first { $0.key == key }))
      #expect(packed.count == rows.count && Set(packed) == Set(rows.map(\.observation)), "\(key)")
    }
  }

  @Test("verbs that have no form as calls say why", arguments: withoutCalls)
  func reasons(_ example: (query: String, reason: NoCallForm)) throws {
    let script = QueryParser.parse(SourceText(name: "test", example.query))
    let statement = try #require(script.statements.first)
    if case .query(let query) = statement.kind {
      #expect(throws: example.reason) { _ = try query.withCalls() }
    } else {
      Issue.record("no query")
    }
  }

  private static let withoutCalls: [(query: String, reason: NoCallForm)] = [
    ("show revenue", .noVerb),
    ("plot yoy revenue", .drawing),
    ("growth revenue", .distance),
    ("yoy revenue * 2 si", .segmentBehindNumber),
  ]
}

extension [SpecSession.Outcome] {
  fileprivate var allFail: Bool {
    allSatisfy { if case .failure = $0 { true } else { false } }
  }
}

extension SpecFile {
  /// The spec of that name.
  init(named name: String) throws {
    self.init(
      try String(contentsOf: SpecTests.folder.appendingPathComponent(name), encoding: .utf8))
  }
}
