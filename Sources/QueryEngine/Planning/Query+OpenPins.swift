import Metrics
import QuerySyntax

extension Query {
  /// Whether a metric in brackets is held to a period that only the figures know.
  var hasOpenPins: Bool {
    measures.contains { $0.expression.hasOpenPins || $0.denominator?.hasOpenPins == true }
      || clauses.contains { clause in
        if case .condition(let condition) = clause.kind { condition.hasOpenPins } else { false }
      }
  }

  /// The query with the periods in brackets replaced; nil takes one away.
  func mappingPinnedPeriods(_ change: (PeriodExpression) -> PeriodExpression?) -> Query {
    var query = self
    for index in query.measures.indices {
      let measure = query.measures[index]
      query.measures[index].expression = measure.expression.mappingPinnedPeriods(change)
      query.measures[index].denominator = measure.denominator?.mappingPinnedPeriods(change)
    }
    for index in query.clauses.indices {
      guard case .condition(let condition) = query.clauses[index].kind else { continue }
      query.clauses[index].kind = .condition(condition.mappingPinnedPeriods(change))
    }
    return query
  }
}

extension Expression {
  fileprivate var hasOpenPins: Bool {
    var isOpen = false
    forEach { part in
      guard case .pinned(_, let pin) = part.kind, let period = pin.period else { return }
      isOpen = isOpen || period.dependsOnFigures
    }
    return isOpen
  }

  fileprivate func mappingPinnedPeriods(
    _ change: (PeriodExpression) -> PeriodExpression?
  ) -> Expression {
    func mapped(_ inner: Expression) -> Expression { inner.mappingPinnedPeriods(change) }
    switch kind {
    case .pinned(let name, var pin):
      pin.period = pin.period.flatMap(change)
      return Expression(.pinned(name, pin), at: range)
    case .call(let name, let arguments):
      return Expression(.call(name, arguments.map(mapped)), at: range)
    case .negation(let inner): return Expression(.negation(mapped(inner)), at: range)
    case .logicalNegation(let inner): return Expression(.logicalNegation(mapped(inner)), at: range)
    case .parenthesized(let inner): return Expression(.parenthesized(mapped(inner)), at: range)
    case .binary(let left, let symbol, let right):
      return Expression(.binary(mapped(left), symbol, mapped(right)), at: range)
    case .stateTest(let inner, let state, let isNegated):
      return Expression(.stateTest(mapped(inner), state, isNegated: isNegated), at: range)
    default: return self
    }
  }
}

extension PeriodExpression {
  /// Whether only the figures know the period, as with `latest`.
  var dependsOnFigures: Bool {
    switch kind {
    case .latest, .first: true
    case .offset(let base, _, _): base.dependsOnFigures
    case .label, .variable, .name: false
    }
  }

  /// The period with `latest` and `first` replaced by the quarters that they stand for.
  func closed(first: PeriodLabel, last: PeriodLabel) -> PeriodExpression {
    switch kind {
    case .latest: PeriodExpression(.label(last, company: nil), at: range)
    case .first: PeriodExpression(.label(first, company: nil), at: range)
    case .offset(let base, let count, let grain):
      PeriodExpression(
        .offset(base.closed(first: first, last: last), count: count, grain), at: range)
    case .label, .variable, .name: self
    }
  }
}
