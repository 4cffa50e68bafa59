import DataImport
import Diagnostics
import MetricStore
import QueryEngine
import Testing

@testable import Shell

@Suite("Ctrl-C") struct InterruptionTests {
  /// What a statement comes to when it is interrupted at the `look`-th look.
  private func failure(of statement: String, interruptedAt look: Int) throws -> String? {
    let session = try Session.sample()
    var looks = 0
    session.isInterrupted = {
      looks += 1
      return looks >= look
    }
    var text: String?
    _ = session.run(
      SourceText(name: "prompt", statement), readFile: FileContent.read,
      emit: { if case .failure(let failure) = $0 { text = failure.text } })
    return text
  }

  @Test("ends an evaluation, early and late", arguments: [1, 2, 50, 200]) func query(
    look: Int
  ) throws {
    let text = try failure(of: "show yoy(yoy(yoy(revenue))) by tree, quarter", interruptedAt: look)
    #expect(text == "error: interrupted; the store is as it was")
  }

  @Test("is not taken for a value that isn't there") func unnoticed() throws {
    #expect(try failure(of: "show revenue by tree, quarter", interruptedAt: .max) == nil)
  }

  @Test("ends an import, and appends nothing") func importing() throws {
    let session = try Session.sample()
    let rows = (1...2_000).map { "iij,revenue,2Q04,\($0),2004-11-11\n" }.joined()
    let header = "company,metric,period,value,published\n"
    let file = ImportFile(name: "rows.csv", bytes: Array((header + rows).utf8))
    var looks = 0
    session.isInterrupted = {
      looks += 1
      return looks > 2
    }
    #expect {
      try session.checkImport([file], options: ImportOptions())
    } throws: { error in
      if case .store(.interrupted) = error as? Failure { looks < 5 } else { false }
    }
  }

  @Test("leaves work that nobody waits for") func abandonedWork() {
    #expect(InterruptibleWork.run(until: { true }, { 6 * 7 }) == nil)
    #expect(InterruptibleWork.run(until: { false }, { 6 * 7 }) == 42)
  }
}
