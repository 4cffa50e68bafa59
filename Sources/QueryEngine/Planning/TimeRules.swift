import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Refuses what the kinds of measures don't allow over the periods of a query.
struct TimeRules {
  let form: QueryForm
  let catalog: Catalog

  func check(
    _ measures: [ResolvedMeasure], _ periods: PeriodSelection, in query: Query
  ) throws(Diagnostic) {
    for measure in form.measures { try requireSummable(measure.expression, periods) }
    for measure in form.measures {
      for call in measure.expression.calls { try check(call, periods) }
    }
    try requireQuarters(measures, periods, in: query)
  }

  private func check(
    _ call: FunctionCall, _ periods: PeriodSelection
  ) throws(Diagnostic) {
    switch call.verb {
    case .cagr:
      if !form.collapsesPeriods || form.grain != nil {
        throw QueryMessage.compoundedAlone(at: call.name.range)
      }
      if periods.entries.flatMap(\.periods).count < 2 {
        throw QueryMessage.compoundedOnce(at: call.name.range)
      }
    case .cumulative, .index:
      if form.collapsesPeriods {
        throw QueryMessage.collapsed(call.name.folded, at: call.name.range)
      }
    default: return
    }
  }

  /// Refuses to add up what doesn't add up.
  private func requireSummable(
    _ expression: Expression, _ periods: PeriodSelection
  ) throws(Diagnostic) {
    for call in expression.calls where call.verb == .sum && call.arguments.count == 1 {
      let name = MeasureName(catalog: catalog).name(of: call.measure)
      let range = call.measure.range
      switch try ExpressionTyping(catalog: catalog).signature(of: call.measure).kind {
      case .flow, .constant: continue
      case .stock:
        if periods.entries.contains(where: { $0.periods.contains { $0.months > 3 } })
          || periods.entries.contains(where: { $0.periods.count > 1 })
        {
          throw QueryMessage.summedStock(name, at: range)
        }
      case .rate: throw QueryMessage.summedRate(name, at: range)
      case .ratio: throw QueryMessage.summedRatio(name, at: range)
      case .composite: throw QueryMessage.summedComposite(name, at: range)
      }
    }
  }

  /// Refuses `qoq` of what is no quarter.
  private func requireQuarters(
    _ measures: [ResolvedMeasure], _ selection: PeriodSelection, in query: Query
  ) throws(Diagnostic) {
    let comparesAll = measures.contains(where: \.expression.comparesQuarters)
    for entry in selection.entries {
      let comparesEntry = entry.extra.map { extra in
        measures.contains { $0.extras[extra]?.expression.comparesQuarters == true }
      }
      guard comparesAll || comparesEntry == true else { continue }
      if entry.periods.allSatisfy({ $0.months == 3 }) { continue }
      throw QueryMessage.quarterOnly(entry.title, at: query.verbs.first?.range ?? query.range)
    }
  }
}

extension Expression {
  /// Every call in it, outermost first.
  var calls: [FunctionCall] {
    switch kind {
    case .call(let name, let arguments):
      (arguments.first.map {
        [FunctionCall(name: name, arguments: arguments, measure: $0)]
      } ?? []) + arguments.flatMap(\.calls)
    case .negation(let inner), .parenthesized(let inner): inner.calls
    case .binary(let left, _, let right): left.calls + right.calls
    default: []
    }
  }
}
