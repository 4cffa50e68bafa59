import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Refuses clauses that would change nothing: never ignore one in silence.
struct ClauseRules {
  let query: Query

  func check(_ axes: Axes, _ layout: Layout) throws(Diagnostic) {
    for clause in query.clauses {
      switch clause.kind {
      case .partial: try requireLongPeriods(axes, clause)
      case .likeForLike: try requireComparison(axes, clause)
      default: continue
      }
    }
    for use in query.extras where use.extra == .spark && !layout.columns.contains(.time) {
      throw QueryMessage.trendWithoutTime(at: use.range)
    }
    if axes.segments.isSeveral || axes.periods.members.count > 1 { return }
    let isRanked = axes.measures.contains {
      $0.expression.contains { if case .ranked = $0 { true } else { false } }
    }
    if isRanked { throw QueryMessage.rankedAlone(at: query.verbs.first?.range ?? query.range) }
  }

  private func requireLongPeriods(_ axes: Axes, _ clause: Clause) throws(Diagnostic) {
    let isLong = axes.periods.entries.contains { entry in
      entry.periods.count > 1 || entry.periods.contains { $0.months > 3 }
    }
    if isLong { return }
    throw QueryMessage.unusedClause(
      clause.title, "every period is a quarter, and is there or not", at: clause.range)
  }

  private func requireComparison(_ axes: Axes, _ clause: Clause) throws(Diagnostic) {
    let expressions = axes.measures.flatMap { [$0] + $0.extras.values }.map(\.expression)
    if expressions.contains(where: { $0.contains(where: \.comparesSides) }) { return }
    throw QueryMessage.unusedClause(
      clause.title, "there are no two sides to compare", at: clause.range)
  }
}

extension TypedExpression {
  /// Whether it sets two sides against each other.
  fileprivate var comparesSides: Bool {
    switch self {
    case .quotient, .difference, .sum, .compared, .indexed, .annualized, .compounded: true
    case .metric(let metric, _, _, _): metric.formula != nil
    default: false
    }
  }
}
