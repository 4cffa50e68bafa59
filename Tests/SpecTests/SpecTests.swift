import Diagnostics
import Foundation
import MetricStore
import QueryEngine
import Shell
import Tabular
import Testing

/// Runs every spec file.
///
/// `KESSAN_SPEC=show.spec swift test --filter SpecTests` runs one alone;
/// `KESSAN_RECORD=1` writes down what comes out, and fails, so that a recording is always looked at.
@Suite struct SpecTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Specs")

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let chosen = ProcessInfo.processInfo.environment["KESSAN_SPEC"]
    return all.filter { $0.hasSuffix(".spec") && (chosen == nil || $0 == chosen) }.sorted()
  }()

  @Test func specsAreFound() {
    #expect(!Self.names.isEmpty)
  }

  @Test(arguments: names) func statementsGiveWhatStandsBesideThem(_ name: String) throws {
    let url = Self.folder.appendingPathComponent(name)
    var spec = SpecFile(try String(contentsOf: url, encoding: .utf8))
    #expect(!spec.examples.isEmpty, "a spec without a statement proves nothing")
    let format = try #require(OutputFormat(rawValue: spec.format))
    let session =
      spec.startsEmpty ? try Session(store: MetricStore.inMemory()) : try Session.sample()
    session.isForMachines = format.isForMachines
    let records = ProcessInfo.processInfo.environment["KESSAN_RECORD"] != nil
    for index in spec.examples.indices {
      let found = output(of: spec.examples[index].script, in: session, format: format)
      if records {
        spec.examples[index].output = found
      } else {
        let example = spec.examples[index]
        #expect(found == example.output, "\(name): \(example.script)")
      }
    }
    if records {
      try spec.text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): read it, then run without KESSAN_RECORD")
    }
  }

  private func output(of script: String, in session: Session, format: OutputFormat) -> [String] {
    var text = ""
    // What goes into a file stands among the output, as nothing is written here.
    session.writeFile = { file in text += file.format.render(file.table) }
    let source = SourceText(name: "spec", script)
    _ = session.run(
      source, readFile: { path throws(UnreadableFile) in try Self.data(path) },
      emit: { outcome in
        switch outcome {
        case .table(let table): text += format.render(table)
        case .prose(let prose): text += prose.shown + "\n"
        case .message(let message): text += message + "\n"
        case .met: break
        case .failure(let failure): text += failure.text + "\n"
        }
      })
    return text.split(separator: "\n").map(String.init)
  }

  static func data(_ path: String) throws(UnreadableFile) -> [UInt8] {
    let url = folder.appendingPathComponent("Data/\(path)")
    guard let content = try? Data(contentsOf: url) else {
      throw UnreadableFile(reason: "no such file")
    }
    return Array(content)
  }
}
