import Diagnostics
import QuerySyntax

/// Reads any bytes as a script; what reads has to print to a text that reads and prints the same.
///
/// libFuzzer calls this in a loop with inputs that reach ever more of the code.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzQuerySyntax(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let script = QueryParser.parse(SourceText(name: "input", utf8: bytes))
  for statement in script.statements {
    let printed = statement.canonicalText
    let again = QueryParser.parse(SourceText(name: "printed", printed))
    let text = again.statements.map(\.canonicalText)
    precondition(again.diagnostics.isEmpty && text == [printed], "\(printed) → \(text)")
  }
  return 0
}
