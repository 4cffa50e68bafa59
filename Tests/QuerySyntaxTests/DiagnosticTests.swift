import Diagnostics
import Testing

@testable import QuerySyntax

/// A faulty text with `❯` before the place of its fault, and what is said of it.
struct FaultCase: CustomTestStringConvertible, Sendable {
  let marked: String
  let message: String
  let notes: [String]

  init(_ marked: String, _ message: String, _ notes: String...) {
    self.marked = marked
    self.message = message
    self.notes = notes
  }

  var testDescription: String { marked }

  /// Reads the text without its marker and compares what is said, and where.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let text = marked.replacing("❯", with: "")
    let place = marked.utf8.count - marked.drop { $0 != "❯" }.utf8.count
    let diagnostics = parse(text).diagnostics
    #expect(diagnostics.map(\.message) == [message], sourceLocation: sourceLocation)
    #expect(diagnostics.map(\.notes) == [notes], sourceLocation: sourceLocation)
    #expect(diagnostics.map(\.range?.lower) == [place], sourceLocation: sourceLocation)
  }
}

@Suite("what is said of a fault")
struct DiagnosticTests {
  @Test("slips with one right form", arguments: slipCases)
  func slips(_ example: FaultCase) { example.check() }

  @Test("clauses, periods and numbers", arguments: clauseCases)
  func clauses(_ example: FaultCase) { example.check() }

  @Test("signs and texts", arguments: signCases)
  func signs(_ example: FaultCase) { example.check() }

  @Test("declarations and other statements", arguments: statementCases)
  func statements(_ example: FaultCase) { example.check() }

  @Test("all faults of a script are told, each once, and the rest is read")
  func several() {
    let script = """
      show revenue by qarter
      show revenue si
      metric show flow JPY
      show "open
      show revenue top 0; revenue
      let x = 2Q04
      """
    let parsed = parse(script)
    #expect(
      parsed.diagnostics.map(\.id) == [
        "syntax.unknown-word", "syntax.reserved-name", "syntax.unclosed-string",
        "syntax.count-out-of-range", "syntax.verb-missing",
      ])
    #expect(parsed.statements.map(\.canonicalText) == ["show revenue si", "let x = 2Q04"])
  }

  private static let slipCases: [FaultCase] = [
    .init(
      "❯revenue si", "a query begins with a verb, and `revenue` is none",
      "type show revenue si"),
    .init(
      "❯shwo revenue", "a query begins with a verb, and `shwo` is none",
      "did you mean show?"),
    .init(
      "show revenue si ❯as x", "`as` follows its measure, before the segments",
      "type show revenue as x si"),
    .init(
      "show revenue si, ❯cost_of_revenue connectivity",
      "measures with segments of their own are pinned to them",
      "type show revenue[si], cost_of_revenue[connectivity]"),
    .init(
      "❯last 8 quarters revenue", "`last 8 quarters` goes after the measure",
      "type show revenue last 8 quarters"),
    .init(
      "show ❯last 8 quarters revenue si", "`last 8 quarters` goes after the measure",
      "type show revenue si last 8 quarters"),
    .init(
      "show revenue, ❯yoy revenue",
      "inside an expression or a list the verb `yoy` is called with parentheses",
      "type yoy(revenue)"),
    .init(
      "show a ❯to b", "`to` divides in `ratio … to …` and `from … to …` only",
      "type ratio a to b"),
    .init(
      "show revenue ❯> 5", "`>` compares, and a comparison stands in `where` or `expect` only",
      "to keep some rows only, type `where value > 5 million`"),
    .init(
      "show revenue si ❯connectivity", "segments are separated by commas",
      "type si, connectivity"),
    .init(
      "show revenue si 2Q04❯, 1Q04",
      "one period may stand behind the segments; several follow `for`", "type for 2Q04, 1Q04"),
    .init(
      "results(2Q04) ❯si",
      "expected a clause or the end of the statement behind a saved query, found `si`"),
    .init(
      "define f(a, ❯a) = show revenue for a", "`a` is the name of two parameters",
      "give each a name of its own"),
    .init(
      "define f(a) = show revenue as ❯a for a", "`a` is a parameter, and can't name a measure",
      "choose another name behind `as`"),
    .init(
      "define f(p) = ❯check revenue",
      "expected a query, as in define results(p) = show revenue for p, found `check`"),
  ]

  private static let clauseCases: [FaultCase] = [
    .init(
      "show revenue ❯form 1Q03 to 2Q04", "expected a clause, found `form`",
      "did you mean for or from?"),
    .init(
      "show revenue by ❯qarter",
      "expected a dimension, such as quarter or segment, found `qarter`", "did you mean quarter?"),
    .init(
      "show revenue by company ❯by year", "`by` stands twice in this query",
      "name both behind one: by company, year"),
    .init(
      "show revenue by quarter ❯by year", "`by` stands twice in this query", "keep one of them"),
    .init(
      "show revenue by tree ❯by segment", "`by` stands twice in this query", "keep one of them"),
    .init(
      "show revenue for 2Q04, 2Q03 ❯for 1Q04", "`for` stands twice in this query",
      "name both behind one: for 2Q04, 2Q03, 1Q04"),
    .init(
      "show revenue of acme ❯of other", "`of` stands twice in this query",
      "name both behind one: of acme, other"),
    .init(
      "show revenue with qoq ❯with rank", "`with` stands twice in this query",
      "name both behind one: with qoq, rank"),
    .init(
      "show revenue with qoq ❯with qoq", "`with` stands twice in this query", "keep one of them"),
    .init(
      "show revenue by quarter ❯1H04",
      "expected a clause such as `by quarter`, or the end of the statement, found `1H04`",
      "a period behind a clause is written for 1H04; several are separated by commas"),
    .init(
      "show revenue for 2Q04 ❯last 2 years",
      "`last` can't stand beside `for`, because both choose the same thing", "keep one of the two"),
    .init(
      "show revenue as reported ❯as of 2004-08-31",
      "`as of` can't stand beside `as reported`, because both choose the same thing",
      "keep one of the two"),
    .init(
      "show revenue for ❯2004", "expected a period, found the number 2004",
      "a year is written FY2004 or CY2004"),
    .init(
      "show revenue for ❯2004-09-30", "expected a period, found the date 2004-09-30",
      "a quarter is written 2Q04, or 2004-09 by the month in which it ends"),
    .init("show revenue for ❯2004-13", "there is no month 2004-13"),
    .init("show revenue as of ❯2004-02-31", "there is no day 2004-02-31"),
    .init(
      "show revenue as of ❯2Q04", "expected a date or a release, found the period `2Q04`",
      "`as of` asks what was known on a day; `for` asks about a period"),
    .init("show revenue top ❯2.5", "expected a whole number, found `2.5`"),
    .init(
      "show revenue / ❯1,000", "`1,000` is no number here", "type 1000",
      "separators stand in data files only; in a list, a space follows `,`"),
    .init(
      "expect revenue = ❯10,512 million", "`10,512` is no number here", "type 10512",
      "separators stand in data files only; in a list, a space follows `,`"),
    .init(
      "show revenue where 1 < value ❯< 5", "comparisons can't be chained",
      "join two comparisons with `and`"),
    .init(
      "show revenue for 売上❯、by", "a clause such as `by` stands without a comma before it",
      "leave the comma out"),
  ]

  private static let signCases: [FaultCase] = [
    .init("show revenue where value ❯== 5", "found `==`, where `=` is meant", "type ="),
    .init("show revenue where value ❯<> 5", "found `<>`, where `!=` is meant", "type !="),
    .init("show ❯'revenue'", "`'` means nothing here", "type \"…\""),
    .init(
      "show ❯\"revenue", "this text in quotes is not closed",
      "type \" where the text ends, and \\\" for a quote inside it"),
    .init("show abs❯(revenue", "`(` is not closed before the end of the line"),
    .init(
      "print \"a❯\\qb\"", "`\\q` stands for no character",
      "the escapes are \\\", \\\\, \\n and \\u{3042}"),
    .init("show revenue,❯", "expected a measure, such as revenue, found the end of the line"),
  ]

  private static let statementCases: [FaultCase] = [
    .init(
      "metric ❯show flow JPY", "`show` is a word of the language and can't be a name",
      "choose another name, such as one with a further word in it"),
    .init(
      "metric revenue flow JPY alias ❯\"Total\"",
      "`Total` is a word of the language and can't be a name",
      "choose another name, such as one with a further word in it"),
    .init("segment ❯2Q04", "`2Q04` is shaped like a period and can't be a name"),
    .init(
      "metric revenue ❯\"Revenue\"",
      "expected `flow`, `stock` or `rate` with a unit, "
        + "or `=` with a formula, found `\"Revenue\"`"),
    .init(
      "❯company x \"X\"",
      "this company lacks `fiscal year starts MONTH named by start` or "
        + "`… named by end`"),
    .init("❯release r company c from \"a.csv\"", "this release lacks `published` and a date"),
    .init(
      "list ❯metric",
      "expected metrics, segments, periods, companies, releases, queries, functions "
        + "or settings, found `metric`", "did you mean metrics?"),
    .init(
      "explain ❯revenue", "a query begins with a verb, and `revenue` is none",
      "type show revenue"),
  ]
}
