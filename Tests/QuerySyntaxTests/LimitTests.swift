import Diagnostics
import Testing

@testable import QuerySyntax

@Suite("limits")
struct LimitTests {
  @Test("what is too deep, too long or too large ends in a message", arguments: limitCases.indices)
  func limits(_ index: Int) {
    let example = Self.limitCases[index]
    #expect(parse(example.source).diagnostics.map(\.id) == [example.id])
  }

  @Test("what is just within the limits reads")
  func within() {
    let deep = String(repeating: "(", count: 256) + "a" + String(repeating: ")", count: 256)
    let long = "a" + String(repeating: " + a", count: 1_000)
    let wide = "a" + String(repeating: ", a", count: 100_000)
    for source in [deep, long, wide] {
      let parsed = parse("show " + source)
      #expect(parsed.diagnostics == [])
      #expect(parsed.statements.map(\.canonicalText) == ["show " + source])
    }
  }

  @Test("errors are told up to a number")
  func errors() {
    let parsed = parse(String(repeating: "@;", count: 10_000))
    #expect(parsed.diagnostics.count == 201)
    #expect(parsed.diagnostics.last?.id == "syntax.too-many-errors")
  }

  @Test("bytes that are no UTF-8 are a fault, not a crash")
  func bytes() {
    let source = SourceText(name: "test", utf8: [0x73, 0x68, 0x6F, 0x77, 0x20, 0xFF, 0xC3])
    #expect(QueryParser.parse(source).diagnostics.map(\.id) == ["syntax.stray-character"])
  }

  private static let limitCases: [(source: String, id: String)] = [
    ("show " + String(repeating: "(", count: 100_000), "syntax.nested-too-deeply"),
    ("show " + String(repeating: "-", count: 100_000) + "a", "syntax.nested-too-deeply"),
    ("show " + String(repeating: "abs(", count: 100_000), "syntax.nested-too-deeply"),
    ("show a where " + String(repeating: "not ", count: 100_000), "syntax.nested-too-deeply"),
    (
      String(repeating: "expect error \"\": ", count: 100_000) + "show a",
      "syntax.nested-too-deeply"
    ),
    ("show a" + String(repeating: " + a", count: 200_000), "syntax.operators-too-many"),
    ("show a 2Q04" + String(repeating: " - 1 year", count: 9_000), "syntax.operators-too-many"),
    (String(repeating: "yoy ", count: 257) + "a", "syntax.nested-too-deeply"),
    ("show 9223372036854775808", "syntax.number-too-large"),
    ("show " + String(repeating: "1", count: 200_000), "syntax.number-too-large"),
    ("show 0." + String(repeating: "0", count: 100) + "1", "syntax.number-too-fine"),
    ("show a 2Q04 - 10001 years", "syntax.count-out-of-range"),
    ("show " + String(repeating: "b", count: 1_001), "syntax.name-too-long"),
    ("metric b flow JPY \"" + String(repeating: "b", count: 1_001) + "\"", "syntax.name-too-long"),
    ("describe " + String(repeating: "b-", count: 501) + "b", "syntax.name-too-long"),
    (String(repeating: "b", count: 1_000_000) + " si", "syntax.verb-missing"),
  ]
}

@Suite("lines at the prompt")
struct ContinuationTests {
  @Test(
    "needs another line",
    arguments: [
      "show revenue,", "show revenue +", "show abs(revenue", "expect revenue {", "print \"a",
      "show revenue \\", "show revenue \\\n", "show a where b and", "show revenue,\n",
      "show a; show b,", "show revenue, # more",
    ])
  func open(_ text: String) { #expect(QueryParser.needsAnotherLine(text)) }

  @Test(
    "shows what is open",
    arguments: [
      ("show revenue,", ","), ("show revenue +", "+"), ("show abs(revenue,", "("),
      ("show abs(max(revenue, 1)", "("), ("expect revenue {", "{"), ("print \"a", "\""),
      ("print \"a\nb", "\""), ("show revenue \\\n", "\\"), ("show a where b and", "and"),
      ("show abs(a; show b,", ","), ("show revenue, # more (", ","), ("\\", "\\"),
      ("show revenue", nil), ("show revenue)", nil), ("show (a\nshow b", nil),
    ] as [(String, String?)])
  func openSign(_ text: String, _ sign: String?) { #expect(QueryParser.openSign(of: text) == sign) }

  @Test(
    "is complete",
    arguments: [
      "", "show revenue", "show revenue *", "show abs(revenue)", "print \"a\"", "show a # (",
      "show revenue \\\n\n", "show (a\nshow b", "show (a;", "show revenue)",
    ])
  func complete(_ text: String) { #expect(!QueryParser.needsAnotherLine(text)) }
}
