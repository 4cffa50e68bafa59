import Diagnostics
import QueryEngine
import TextForm
import Testing

@testable import Shell

@Suite("The colours of a statement") struct StatementHighlighterTests {
  /// The styled parts of a line, each as its style and its text.
  private func spans(_ line: String, after earlier: String = "") throws -> [String] {
    let highlighter = StatementHighlighter(session: try Session.sample())
    let bytes = Array(line.utf8)
    return highlighter.spans(of: line, after: earlier).map {
      "\($0.style) \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test(
    "say what each word is taken for",
    arguments: [
      ("show revenue si for 2Q04", ["strong show", "word for", "figure 2Q04"]),
      ("show gross_margn si", ["strong show", "wrong gross_margn"]),
      ("show gross_mar", ["strong show"]),
      ("show revenue b", ["strong show"]),
      ("show revenue zz b", ["strong show", "wrong zz"]),
      ("show (revenue", ["strong show", "wrong ("]),
      ("show revenue) + \"x", ["strong show", "wrong )", "wrong \"x"]),
      ("show \"Total revenues\" # all", ["strong show", "text \"Total revenues\"", "faint # all"]),
      (
        "show $x where revenue > 5%",
        ["strong show", "word $x", "word where", "figure 5", "figure %"]
      ),
      ("metric brand_new = revenue", ["strong metric"]),
      ("show revenue as mine order by mine", ["strong show", "word as", "word order", "word by"]),
      (".mode csv", ["strong .mode"]), (".mod", []), (".mod csv", ["wrong .mod"]),
      (
        "show revenue\n.last x\nshow zz b",
        [
          "strong show", "strong .last", "strong show", "wrong zz",
        ]
      ),
      ("show ip_service.low", ["strong show"]), ("売上", []),
      (
        "define mine(q, s) = show revenue s for q, z b",
        ["strong define", "strong show", "word for", "wrong z"]
      ),
      ("show revenue\nratio gross_margin", ["strong show", "strong ratio"]),
    ]) func styles(line: String, expected: [String]) throws
  {
    #expect(try spans(line) == expected)
  }

  @Test("know the lines above") func continuation() throws {
    #expect(
      try spans("  costz for 2Q04", after: "show revenue,") == [
        "wrong costz", "word for", "figure 2Q04",
      ])
    #expect(try spans("revenue)", after: "show (") == [])
  }

  @Test("mark saved queries, which statements begin with") func savedQueries() throws {
    let session = try Session.sample()
    _ = session.run(
      SourceText(name: "test", "define results(p) = show revenue for p"), readFile: { _ in [] },
      emit: { _ in })
    let spans = StatementHighlighter(session: session).spans(of: "results(2Q04)", after: "")
    #expect(spans.map(\.style) == [.strong, .figure])
  }

  @Test("follow what is declared") func declared() throws {
    let session = try Session.sample()
    let highlighter = StatementHighlighter(session: session)
    #expect(highlighter.spans(of: "show twofold ", after: "").count == 2)
    _ = session.run(
      .init(name: "prompt", "metric twofold = 2 * revenue"), readFile: FileContent.read,
      emit: { _ in })
    highlighter.forgetNames()
    #expect(highlighter.spans(of: "show twofold ", after: "").count == 1)
  }
}
