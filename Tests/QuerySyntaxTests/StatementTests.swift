import Diagnostics
import Testing

@testable import QuerySyntax

@Suite("statements and declarations")
struct StatementTests {
  @Test("statements", arguments: statementsCases)
  func statements(_ example: StatementCase) { example.check() }

  @Test("expectations", arguments: expectationsCases)
  func expectations(_ example: StatementCase) { example.check() }

  @Test("declarations", arguments: declarationsCases)
  func declarations(_ example: StatementCase) { example.check() }

  @Test("several statements on a line and over lines")
  func separation() {
    let script = "show a; show b;; show c\nshow d\n# note\n\nshow e"
    let printed = parse(script).statements.map(\.canonicalText)
    #expect(printed == ["show a", "show b", "show c", "show d", "show e"])
  }

  @Test("what is open ends where a statement begins without indentation")
  func openBracket() {
    let parsed = parse("show abs(a\nshow b\nprint \"x\nlist metrics\n")
    #expect(parsed.statements.map(\.canonicalText) == ["show b", "list metrics"])
    #expect(
      parsed.diagnostics.map(\.id) == ["syntax.bracket-not-closed", "syntax.unclosed-string"])
  }

  private static let statementsCases: [StatementCase] = [
    .init("let x = 2Q04"), .init("let x = latest - 1 year"), .init("let x = 2Q04 - 1 year"),
    .init("let x = 5 million"), .init("let x = -5.5%"), .init("let x = 2004-08-31"),
    .init("let x = \"text\""), .init("let x = si.integration"), .init("let x = iij-2q04"),
    .init("let x = $y + 2 quarters"), .init("let show = si"),
    .init("show $m[$s, $p] $s, si $p of $c"), .init("show a $s for $p - 1 year"),
    .init("compare release $a with $b"), .init("history $m $s for $p"),
    .init("set growth = signed"), .init("set as of = 2004-08-31"),
    .init("set AS  OF = iij-2q04", "set as of = iij-2q04"), .init("set as of = latest"),
    .init("set as of = $then"),
    .init("set negative = \"(x)\""), .init("set x = 売上", "set x = \"売上\""),
    .init("define results(p) = show revenue for p, yoy(p)"),
    .init("define results = revenue", "define results() = revenue"),
    .init("define part(s, p) = show revenue s p by quarter"),
    .init("define twice(s) = show 2 * revenue s"),
    .init("define nested(p) = results(p, si) as of 2004-08-31"),
    .init(
      "results(2Q04,si)in million into \"a.csv\"", "results(2Q04, si) in million into \"a.csv\""),
    .init("why results(2Q04) as reported"),
    .init("results(2Q04)"), .init("results()"), .init("known(2004-08-31, \"a b\", si)"),
    .init("include \"file.kq\""), .init("print \"text\""), .init("heading \"text\""),
    .init("list metrics"), .init("list segments like rev*", "list segments like \"rev*\""),
    .init("list functions like \"a b\""),
    .init("describe revenue"), .init("describe si.integration"), .init("describe iij-2q04"),
    .init("describe yoy"), .init("describe \"Systems integration\""),
    .init("why results(2Q04)"), .init("why show revenue"), .init("explain show revenue si"),
    .init("history revenue si for 2Q04"), .init("history revenue for 1Q04, 2Q04 as of iij-2q04"),
    .init("history ratio gross_margin si, equipment since 1Q04"),
    .init("compare release iij-2q04 with iij-1q04"),
    .init("bridge operating_income from 2Q03 to 2Q04"),
    .init("bridge gross_profit si from 2Q03 to 2Q04"), .init("bridge results(2Q04)"),
    .init("bridge ratio a to b si by segment from 2Q03 to latest as of iij-2q04 in million"),
    .init("check"), .init("check revenue"), .init("help"), .init("help as of"),
    .init("help order by"), .init("help \"+\""),
  ]

  private static let expectationsCases: [StatementCase] = [
    .init("expect revenue si for 2Q04 = 10512 million"),
    .init("expect revenue si for 2Q04 != 5 million JPY"),
    .init("expect revenue where value > 3 = 5"),
    .init("expect revenue in million = 5"),
    .init("expect revenue in [1,100]", "expect revenue in [1, 100]"),
    .init("expect revenue for 1Q01 is missing"),
    .init("expect yoy revenue for 1Q01 is undefined"),
    .init(
      "expect show revenue by segment {\"si\", 5 million; equipment, –; total, n.m.; 2Q04, *}",
      "expect show revenue by segment {\"si\", 5 million; \"equipment\", –; \"total\", n.m.; \"2Q04\", *}"
    ),
    .init("expect revenue {\n  1, -2;\n  3, 4.5%;\n}", "expect revenue {1, -2; 3, 4.5%}"),
    .init("expect revenue = n.m."),
    .init("expect results(2Q04) = 5"),
    .init("expect abs(revenue) = 5"),
    .init("expect error \"a stock\": sum contracts by year"),
    .init("expect error \"no metric\": nothing si"),
    .init("expect error \"cycle\": metric a = a"),
  ]

  private static let declarationsCases: [StatementCase] = [
    .init(
      """
      company iij "Internet Initiative Japan Inc." ja "株式会社インターネットイニシアティブ"
          fiscal year starts april named by start
      """,
      "company iij \"Internet Initiative Japan Inc.\" ja \"株式会社インターネットイニシアティブ\" "
        + "fiscal year starts april named by start"),
    .init(
      "company x fiscal year starts jan rounding truncate",
      "company x fiscal year starts january named by start rounding truncate"),
    .init("company x fiscal year starts july named by end"),
    .init("segment si \"Systems integration\" ja \"システム\" alias \"S & I\", sys"),
    .init("segment a.b within a only for revenue, contracts until 4Q03 of iij"),
    .init("segment 3g.2"),
    .init("metric revenue flow JPY \"Revenue\" ja \"営業収益\" alias sales, 売上高"),
    .init("metric eps rate JPY/share \"Basic net income per share\""),
    .init("metric shares_out rate share"),
    .init("metric m stock JPY thousand"),
    .init("metric gross_profit = revenue - cost_of_revenue"),
    .init(
      "metric gross_margin = gross_profit / revenue percent \"Gross margin ratio\" ja \"粗利益率\""),
    .init("metric m = a / 4 percent \"Quarter\""),
    .init("metric m = a / b ja \"粗利\" of iij"),
    .init("metric m = a / b pp \"Points\"", "metric m = a / b percent \"Points\""),
    .init("metric m = a / (5 million JPY) ratio"),
    .init("identity operating_income = revenue - total_costs of iij"),
    .init("identity cash = lag(cash, 1 quarter) + net_change"),
    .init("unit contract \"Contracts\" ja \"契約\" alias contracts, cts"),
    .init("unit share \"Shares\" alias quarter"),
    .init(
      "release iij-2q04 \"Results\" company iij published 2004-11-11 source \"s\" from \"a.csv\", \"b.csv\""
    ),
    .init(
      "release r.1 from \"a.csv\" published 2004-11-11 company iij",
      "release r.1 company iij published 2004-11-11 from \"a.csv\""),
  ]
}
