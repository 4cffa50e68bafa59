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
    try checkExtras(axes, layout)
    try requireRivals(axes)
  }

  private func checkExtras(_ axes: Axes, _ layout: Layout) throws(Diagnostic) {
    for use in query.extras where use.extra == .spark {
      if !layout.columns.contains(.time) {
        throw QueryMessage.trendWithoutTime(query.subject, at: use.range)
      }
      if axes.periods.members.count < 2 {
        throw QueryMessage.trendOfOne(query.subject, at: use.range)
      }
    }
  }

  /// Refuses to rank what stands alone: one company and segment, and one period or the
  /// quarters inside one.
  private func requireRivals(_ axes: Axes) throws(Diagnostic) {
    if axes.segments.isSeveral || axes.companies.isSeveral { return }
    let range = query.verbs.first?.range ?? query.range
    for expression in axes.expressions where expression.contains(where: \.isRanked) {
      if axes.periods.members.count < 2 {
        let only = axes.periods.members.first.flatMap { $0.periods.count == 1 ? $0.title : nil }
        throw QueryMessage.rankedAlone(query.measuredSubject, only, at: range)
      }
      if expression.contains(where: \.summarisesRanks) {
        throw QueryMessage.summarisedAlong(Verb.rank.rawValue, at: range)
      }
    }
  }

  private func requireLongPeriods(_ axes: Axes, _ clause: Clause) throws(Diagnostic) {
    let isLong = axes.periods.entries.contains { entry in
      entry.periods.count > 1 || entry.periods.contains { $0.months > 3 }
    }
    guard isLong else {
      throw QueryMessage.unusedClause(
        clause.title, "every period is a quarter, and is there or not", at: clause.range)
    }
    if axes.measures.contains(where: { $0.expression.sumsQuarters }) { return }
    throw QueryMessage.unusedClause(
      clause.title, "no flow is added up, and a part of one feeds no comparison", at: clause.range)
  }

  private func requireComparison(_ axes: Axes, _ clause: Clause) throws(Diagnostic) {
    if axes.expressions.contains(where: { $0.contains(where: \.comparesSides) }) { return }
    throw QueryMessage.unusedClause(
      clause.title, "there are no two sides to compare", at: clause.range)
  }
}

extension TypedExpression {
  fileprivate var summarisesRanks: Bool {
    if case .aggregated(let inner, _) = self { inner.contains(where: \.isRanked) } else { false }
  }

  /// Whether it adds up the quarters of a flow, of which some may do: what feeds a comparison over
  /// time, and what takes quarter by quarter, needs them all.
  fileprivate var sumsQuarters: Bool {
    switch self {
    case .metric(let metric, _, _, _): metric.formula != nil || metric.signature.kind == .flow
    case .compared, .windowed, .running, .indexed, .contribution, .compounded, .annualized,
      .runRate, .averageBalance:
      false
    case .aggregated(let inner, let aggregate): aggregate == .sum && inner.sumsQuarters
    case .converted(let inner, _, _): inner.sumsQuarters
    default: containsOperand(where: \.sumsQuarters)
    }
  }

  /// Whether it sets two sides against each other.
  fileprivate var comparesSides: Bool {
    switch self {
    case .quotient, .difference, .sum, .compared, .indexed, .annualized, .compounded: true
    case .metric(let metric, _, _, _): metric.formula != nil
    default: false
    }
  }
}
