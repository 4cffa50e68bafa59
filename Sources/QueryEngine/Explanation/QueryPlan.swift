import Catalog
import Metrics

/// What a resolved query reads, and the steps in which each cell is made.
struct QueryPlan {
  /// The series that are looked up first; a segment without one is the sum of its children.
  let series: [String]
  /// How many cells are evaluated.
  let cellCount: Int
  /// The steps that this query needs, in their order.
  let steps: [String]

  init(_ query: ResolvedQuery, evaluator: CellEvaluator) throws {
    let measures = query.measures.flatMap { [$0] + $0.extras.values }
    let segments = query.segments.entries.flatMap(\.paths)
    series = try QueryPlan.series(of: query, measures, segments, evaluator)
    cellCount =
      query.measures.count * query.segments.entries.count * query.periods.entries.count
      * query.releases.count * query.rowCompanies.entries.count
    steps = QueryPlan.steps(of: query)
  }

  /// The series of each company; of several with its name.
  private static func series(
    of query: ResolvedQuery, _ measures: [ResolvedMeasure], _ segments: [String],
    _ evaluator: CellEvaluator
  ) throws -> [String] {
    guard query.companies.areSeveral, let group = evaluator.group else {
      return try evaluator.seriesNames(of: measures, segments: segments)
    }
    return try query.companies.all.flatMap { company in
      try group[company.name].seriesNames(of: measures, segments: segments).map {
        "\(company.name) \($0)"
      }
    }
  }

  /// A base cell is made in a fixed order; then verbs apply, innermost first, and rows are chosen.
  private static func steps(of query: ResolvedQuery) -> [String] {
    let expressions = query.measures.flatMap { [$0] + $0.extras.values }.map(\.expression)
    var steps = ["resolve quarters: printed, else derived from cumulative figures"]
    steps.append("add segments: printed, else the sum of the children")
    if query.periods.entries.contains(where: { $0.periods.contains { $0.months > 3 } }) {
      steps.append("reach the grain: printed, else its own quarters, else its children")
    }
    if expressions.contains(where: \.readsFormula) {
      steps.append("work out formulas on their aggregated parts")
    }
    if query.reading.conversion != nil { steps.append("convert currencies at the rate") }
    if expressions.contains(where: \.hasFunction) {
      steps.append("apply functions, innermost first")
    }
    if query.rows.condition != nil { steps.append("keep the rows that where asks for") }
    if !query.rows.keys.isEmpty { steps.append("order the rows") }
    if let limit = query.rows.limit { steps.append("keep the first \(limit)") }
    return steps
  }
}

extension TypedExpression {
  fileprivate var readsFormula: Bool {
    contains { if case .metric(let metric, _, _, _) = $0 { metric.formula != nil } else { false } }
  }

  fileprivate var hasFunction: Bool {
    contains { expression in
      switch expression {
      case .constant, .metric, .converted, .negation, .sum, .difference, .product, .quotient: false
      default: true
      }
    }
  }
}
