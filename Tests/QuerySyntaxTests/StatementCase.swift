import Diagnostics
import Testing

@testable import QuerySyntax

/// A text and the canonical text of its one statement; nil where the text is canonical already.
struct StatementCase: CustomTestStringConvertible, Sendable {
  let source: String
  let canonical: String

  init(_ source: String, _ canonical: String? = nil) {
    self.source = source
    self.canonical = canonical ?? source
  }

  var testDescription: String { source }

  /// Reads the text, compares what it prints, and reads that once more.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let parsed = parse(source)
    #expect(parsed.diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
    let printed = parsed.statements.map(\.canonicalText)
    #expect(printed == [canonical], sourceLocation: sourceLocation)
    let again = parse(canonical)
    #expect(again.diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
    #expect(again.statements.map(\.canonicalText) == printed, sourceLocation: sourceLocation)
  }
}

/// Reads a text as a script.
func parse(_ text: String) -> ParsedScript {
  QueryParser.parse(SourceText(name: "test", text))
}
