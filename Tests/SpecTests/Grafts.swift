import Diagnostics
import QuerySyntax

/// Queries put together from the parts of others: they read, and may ask for anything.
struct Grafts {
  private let queries: [Query]
  private let expressions: [Expression]
  private let clauses: [Clause]
  private var generator: SeededGenerator

  init(of scripts: [String], seed: UInt64) {
    let written = (scripts + Grafts.furtherQueries).flatMap { script in
      QueryParser.parse(SourceText(name: "graft", script)).statements
    }
    queries = written.compactMap { if case .query(let query) = $0.kind { query } else { nil } }
    expressions = queries.flatMap(\.measures).flatMap {
      [$0.expression] + ($0.denominator.map { [$0] } ?? [])
    }
    clauses = queries.flatMap(\.clauses)
    generator = SeededGenerator(seed: seed)
  }

  /// Forms of which a spec has too few or none.
  private static let furtherQueries = [
    "show average_balance(cash_and_cash_equivalents), eps, log(gross_margin), exp(gross_margin)",
    "show round(revenue, -6), abs(operating_income), coalesce(revenue, cost_of_revenue)",
    "show lag(revenue, 4 quarters), growth(revenue, 2 years), change(contracts, 1 half)",
    "show revenue[si] / revenue[total], revenue[si, 2Q03], 5 million yen, 0, -revenue, 12.5%",
    "median stdev count revenue si, connectivity.** by tree across half with share, rank, spark",
    "cagr annualized_growth run_rate index cumulative ytd ttm contribution share rank revenue",
    "show revenue by leaf where value is missing or yoy > 5% order by yoy desc, segment top 2",
    "show revenue by metric, segment for FY70, 4Q69, CY2004, yoy(2Q04), latest - 3 halves bottom 3",
    "show revenue across calendar year since 1Q03 until latest in USD at 110.20 round 2 partial",
    "show revenue last 6 halves by year like for like with total, average, precision, parts",
    "show revenue in billion USD where revenue > 5 billion and not segment = \"si\" from 1Q00 to 4Q10",
  ]

  /// A query of parts of several.
  mutating func next() -> String {
    var query = queries[index(below: queries.count)]
    if chance(2) { query.verbs = verbs() }
    if chance(2) {
      query.measures = (0...index(below: 2)).map { _ in Measure(expression: expression(depth: 3)) }
    }
    if chance(2) { query.segments = queries[index(below: queries.count)].segments }
    query.clauses = chance(3) ? query.clauses : []
    for _ in 0..<index(below: 4) { query.clauses.append(clauses[index(below: clauses.count)]) }
    var titles: Set<String> = []
    query.clauses.removeAll { !titles.insert($0.title).inserted }
    return query.canonicalText
  }

  private mutating func verbs() -> [VerbUse] {
    (0...index(below: 3)).map { _ in
      VerbUse(Verb.allCases[index(below: Verb.allCases.count)], at: SourceRange(0, 0))
    }
  }

  private mutating func expression(depth: Int) -> Expression {
    let inner = expressions[index(below: expressions.count)]
    if depth == 0 { return inner }
    switch index(below: 5) {
    case 0:
      let signs: [BinaryOperator] = [.add, .subtract, .multiply, .divide]
      return Expression(
        .binary(
          expression(depth: depth - 1), signs[index(below: signs.count)],
          parenthesized(expression(depth: depth - 1))),
        at: inner.range)
    case 1, 2:
      let verb = Verb.allCases[index(below: Verb.allCases.count)]
      return Expression(
        .call(Name(verb.rawValue, at: inner.range), [expression(depth: depth - 1)]),
        at: inner.range)
    case 3: return Expression(.negation(parenthesized(inner)), at: inner.range)
    default: return inner
    }
  }

  private func parenthesized(_ inner: Expression) -> Expression {
    Expression(.parenthesized(inner), at: inner.range)
  }

  private mutating func index(below bound: Int) -> Int {
    Int.random(in: 0..<max(1, bound), using: &generator)
  }

  /// Whether something that happens once in so many times happens now.
  private mutating func chance(_ times: Int) -> Bool { index(below: times) == 0 }
}
