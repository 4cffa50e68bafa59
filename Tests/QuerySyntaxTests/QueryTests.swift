import Testing

@testable import QuerySyntax

@Suite("queries")
struct QueryTests {
  @Test("a first look", arguments: firstLookCases)
  func firstLook(_ example: StatementCase) { example.check() }

  @Test("words and forms", arguments: wordsCases)
  func words(_ example: StatementCase) { example.check() }

  @Test("segments and periods behind the measures", arguments: juxtapositionCases)
  func juxtaposition(_ example: StatementCase) { example.check() }

  @Test("clauses", arguments: clausesCases)
  func clauses(_ example: StatementCase) { example.check() }

  @Test("expressions", arguments: expressionsCases)
  func expressions(_ example: StatementCase) { example.check() }

  @Test("conditions", arguments: conditionsCases)
  func conditions(_ example: StatementCase) { example.check() }

  private static let firstLookCases: [StatementCase] = [
    .init("ratio gross_margin si by quarter"),
    .init("show revenue by segment across quarter"),
    .init("show revenue, cost_of_revenue si from 1Q03 to 2Q04"),
    .init("yoy revenue si for 2Q04"),
    .init("show revenue by segment for 2Q04, 2Q03, yoy(2Q04), 1Q04, qoq(2Q04)"),
    .init("sum revenue from 1Q03 to 2Q04"),
    .init("qoq ttm operating_income"),
    .init("share revenue by segment for 2Q04"),
    .init("ratio backbone_cost to cost_of_revenue connectivity"),
    .init("show contracts connectivity.dedicated.* for 2Q04 top 3"),
    .init("show revenue by segment as of 2004-08-31"),
    .init("plot operating_income by quarter"),
    .init("why revenue si for 2Q04"),
    .init("expect ratio gross_margin si for 2Q04 = 22.3%"),
  ]

  private static let wordsCases: [StatementCase] = [
    .init("SHOW Revenue SI", "show Revenue SI"),
    .init("ｓｈｏｗ　ｒｅｖｅｎｕｅ　２Ｑ０４", "show revenue 2Q04"),
    .init("show 売上高 si"),
    .init(
      "show revenue、cost_of_revenue si，equipment", "show revenue, cost_of_revenue si, equipment"),
    .init("show revenue * １２．５％", "show revenue * 12.5%"),
    .init("show revenue − 5", "show revenue - 5"),
    .init("show revenue \"Systems integration\""),
    .init("show revenue ＂si＂", "show revenue \"si\""),
    .init("show revenue # the whole", "show revenue"),
    .init("show 1_000 * revenue"),
    .init("show 3.2 Million * revenue", "show 3.2 million * revenue"),
    .init("show 12.5 percent * revenue", "show 12.5% * revenue"),
    .init("show 5 billion JPY"),
    .init("show 5 share"),
    .init("show 5 si"),
    .init("show revenue / 2 si"),
    .init("show 104.9Gbps", "show 104.9 Gbps"),
    .init("show 3g_contracts a.3g"),
    .init("show revenue \\\n by quarter", "show revenue by quarter"),
    .init("show revenue\n  by quarter\n\n  # a note\n  top 3", "show revenue by quarter top 3"),
    .init("show revenue,\ncost_of_revenue", "show revenue, cost_of_revenue"),
    .init("show abs(\nrevenue\n)", "show abs(revenue)"),
    .init("  show revenue\n    by quarter\n", "show revenue by quarter"),
    .init("show revenue \"a\\\"b\\\\c\\n\\u{3042}\"", "show revenue \"a\\\"b\\\\c\\nあ\""),
    .init("print \"two\nlines\"", "print \"two\\nlines\""),
  ]

  private static let juxtapositionCases: [StatementCase] = [
    .init("show revenue 2Q04"),
    .init("show revenue si 2Q04"),
    .init("show revenue si, equipment latest - 4 quarters"),
    .init("show revenue si Q2 FY04", "show revenue si 2Q04"),
    .init("show revenue si FY2004Q2", "show revenue si 2Q04"),
    .init("show revenue si 2004-09"),
    .init("show revenue si 1Q03-2Q04"),
    .init("show revenue si 1Q03 - 2Q04", "show revenue si 1Q03-2Q04"),
    .init("show revenue total"),
    .init("show revenue * by quarter"),
    .init("show revenue *"),
    .init("show revenue **"),
    .init("show revenue *, si"),
    .init("show revenue si, * 2Q04"),
    .init("show revenue connectivity.** by quarter"),
    .init("show revenue \"Connectivity & VAS\".*"),
    .init("show revenue * 2"),
    .init("show revenue*2", "show revenue * 2"),
    .init("show revenue * last(revenue)"),
    .init("show revenue * last 4 quarters"),
    .init("show revenue as sales si, equipment"),
    .init("ratio a to b, c to d as x si"),
    .init("ratio ttm a to b"),
    .init("show revenue $p"),
    .init("show revenue first"),
  ]

  private static let clausesCases: [StatementCase] = [
    .init(
      "show revenue by segments, calendar quarters across metric",
      "show revenue by segment, calendar quarter across metric"),
    .init("show revenue by tree, leaf, company, release, half, year"),
    .init("show revenue for FY04, 9M04, CY2004Q3, 1Q03-2Q04, yoy_change(2Q04)"),
    .init("show revenue since 1Q03 until 2Q04"),
    .init("show revenue last 8 quarters until 2Q04"),
    .init("show revenue last 2 calendar years"),
    .init("show revenue from first to latest - 1 year"),
    .init("show revenue for 2Q04[iij], p, $q"),
    .init("show revenue of iij, ntt"),
    .init("show revenue as of iij-2q04"),
    .init("show revenue as of 2004-08-31-final"),
    .init("show revenue as of $d"),
    .init("show revenue as reported"),
    .init("show revenue as restated"),
    .init("show revenue order by value desc, yoy asc, 2Q04, segment, margin, yoy(revenue)"),
    .init("show revenue top 3 bottom 2"),
    .init("show revenue in million yen", "show revenue in yen million"),
    .init("show revenue in JPY billion round 1"),
    .init("show revenue in thousand"),
    .init("show revenue in percent"),
    .init("show revenue in JPY/share"),
    .init("show revenue in USD at 110.20"),
    .init("show revenue in USD at jpy_per_usd_convenience_rate"),
    .init("show revenue round -3 partial like for like"),
    .init("show revenue with yoy, qoq_change, share, total, spark, precision into \"a.csv\""),
  ]

  private static let expressionsCases: [StatementCase] = [
    .init("show a - b - c * d / e"),
    .init("show (a + b) * -c"),
    .init("show yoy (a + b)"),
    .init("show revenue[si] / revenue[total]"),
    .init("show revenue[si, 2Q03], revenue[iij:si], revenue[iij:si, latest - 1 year]"),
    .init("show revenue[2Q03], revenue[iij:], revenue[iij:2Q03]"),
    .init(
      "show growth(revenue, 2 years), lag(revenue, 4 quarter)",
      "show growth(revenue, 2 years), lag(revenue, 4 quarters)"),
    .init("show revenue, yoy(revenue)"),
    .init("yoy(revenue) si"),
    .init("show ratio(a to b)", "show ratio(a, b)"),
    .init("show index(x, 1Q03), index(x, first)"),
    .init("show share(revenue, total)"),
    .init("show round(revenue,100)", "show round(revenue, 100)"),
    .init("show $x - 1 year"),
    .init("show coalesce(a, b, 0)"),
  ]

  private static let conditionsCases: [StatementCase] = [
    .init("show revenue by segment where value > 5 million JPY and not (value >= 9 or a != b)"),
    .init("show revenue where value is missing or value is not undefined"),
    .init("show revenue where segment = \"OEM\" and metric = revenue"),
    .init("show revenue where yoy > 5%"),
    .init("show revenue where revenue[si, 2Q04] <= -1 order by value"),
    .init("show revenue where calendar quarter = CY2004Q3"),
    .init("show revenue where a + b * 2 < abs(c)"),
  ]
}
