import Diagnostics
import Testing

@testable import QuerySyntax

@Suite("the sample's scripts")
struct SampleTests {
  @Test("read without a diagnostic and print stably", arguments: SampleScripts.names)
  func reads(_ name: String) throws {
    let parsed = parse(try SampleScripts.text(name))
    #expect(parsed.diagnostics == [])
    #expect(!parsed.statements.isEmpty)
    for statement in parsed.statements {
      let printed = statement.canonicalText
      #expect(parse(printed).statements.map(\.canonicalText) == [printed])
    }
  }

  @Test("the catalog declares what the release prints")
  func counts() throws {
    let parsed = parse(try SampleScripts.text("catalog.kq"))
    var counts: [String: Int] = [:]
    for statement in parsed.statements {
      let word = statement.canonicalText.prefix { $0 != " " }
      counts[String(word), default: 0] += 1
    }
    #expect(
      counts == ["company": 1, "unit": 5, "segment": 18, "metric": 94, "identity": 23])
  }
}
