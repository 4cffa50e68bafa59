import Diagnostics
import Testing

@testable import QuerySyntax

@Suite("canonical text")
struct CanonicalTextTests {
  @Test("whatever is written reads from its canonical text", arguments: WrittenStatements.paths)
  func stable(_ path: String) throws {
    for script in try WrittenStatements.scripts(in: path) {
      let printed = parse(script).statements.map(\.canonicalText)
      for text in printed {
        #expect(parse(text).diagnostics.map(\.message) == [], "\(text)")
        #expect(parse(text).statements.map(\.canonicalText) == [text])
      }
      // Statements after one another stay apart, on lines of their own as on one line.
      for separator in ["\n", "; "] {
        let together = parse(printed.joined(separator: separator))
        #expect(together.statements.map(\.canonicalText) == printed, "\(path)")
      }
    }
  }

  @Test("all the package's scripts are found")
  func found() throws {
    let count = try WrittenStatements.paths.reduce(0) {
      try $0 + WrittenStatements.scripts(in: $1).count
    }
    #expect(WrittenStatements.paths.contains("SampleData/Release/catalog.kq"))
    #expect(WrittenStatements.paths.contains("Tests/SpecTests/Specs/show.spec"))
    #expect(WrittenStatements.paths.contains { $0.hasSuffix("LanguageReference.md") })
    #expect(count > 300)
  }

  @Test("a text is printed alike however it is laid out", arguments: WrittenStatements.paths)
  func layout(_ path: String) throws {
    for script in try WrittenStatements.scripts(in: path) {
      let parsed = parse(script)
      guard parsed.diagnostics.isEmpty, !script.contains("\\\n") else { continue }
      let printed = parsed.statements.map(\.canonicalText)
      let laidOut = script.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "\t  " + $0 + "  # a remark \u{201C}(\r" }.joined(separator: "\n")
      #expect(parse(laidOut).statements.map(\.canonicalText) == printed, "\(path): \(script)")
    }
  }
}
