import Diagnostics
import MetricStore
import QueryEngine
import QuerySyntax
import Shell
import Tabular

/// The sample, of which all inputs that only ask are asked; libFuzzer calls from one thread.
nonisolated(unsafe) private let sample: Session? = try? .sample()

/// The entry that libFuzzer calls: any bytes are run as a script, from the lexer to the rendered
/// table.
///
/// A script that declares something gets an empty store of its own, so that each input can be
/// repeated alone. No file can be read, so that nothing is imported.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzQueryEngine(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = SourceText(name: "input", utf8: bytes)
  let declares = QueryParser.parse(source).statements.contains {
    if case .declaration = $0.kind { true } else { false }
  }
  guard let session = declares ? try? Session(store: .inMemory()) : sample else { return 0 }
  _ = session.run(
    source, keepsGoing: true,
    readFile: { _ throws(UnreadableFile) in throw UnreadableFile(reason: "files are closed") },
    emit: { check($0, of: source) })
  return 0
}

/// Renders a table in every format; a failure has to be the script's, with a place inside it.
private func check(_ outcome: Outcome, of source: SourceText) {
  switch outcome {
  case .table(let table):
    for format in OutputFormat.allCases {
      let text = format.render(table)
      // Lines of records are none where no row is left, a drawing is none of a table, and a workbook
      // is no text.
      precondition([.ndjson, .svg, .xlsx].contains(format) || !text.isEmpty)
    }
  case .message, .prose, .met: break
  case .failure(.diagnostics(let diagnostics, let text)),
    .failure(.unmet(let diagnostics, let text)):
    for diagnostic in diagnostics {
      let end = diagnostic.range?.upper ?? 0
      precondition(diagnostic.id != "internal" && end <= text.utf8.count, diagnostic.message)
    }
    precondition(!Failure.diagnostics(diagnostics, text).text.isEmpty)
  case .failure(.faults(let summary)): precondition(!summary.isEmpty)
  case .failure(let failure): preconditionFailure(failure.text)
  }
}
