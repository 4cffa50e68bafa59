import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Refuses what the kinds of measures don't allow over the periods of a query.
struct TimeRules {
  let form: QueryForm
  let catalog: Catalog
  /// Whether several segments are asked for, which a sum adds up.
  let areSegmentsSeveral: Bool
  let calendar: FiscalCalendar

  func check(_ periods: PeriodSelection, in query: Query) throws(Diagnostic) {
    let calls = form.measures.flatMap(\.expression.calls)
    for call in calls where call.verb == .sum && call.arguments.count == 1 {
      try requireSummable(call, periods, in: query)
    }
    for call in calls { try check(call, periods, in: query) }
  }

  private func check(
    _ call: FunctionCall, _ periods: PeriodSelection, in query: Query
  ) throws(Diagnostic) {
    switch call.verb {
    case .cagr:
      if !form.collapsesPeriods || form.grain != nil {
        throw QueryMessage.compoundedAlone(call.measure.canonicalText, at: call.name.range)
      }
      try requireEnds(call, periods)
      try requireEqualLengths(call, periods)
    case .index:
      try requireEachPeriod(call)
      try requireEqualLengths(call, periods)
    case .cumulative:
      try requireEachPeriod(call)
      try requireSeparate(periods, in: query)
      try requireAdditive(call.measure)
    case .ttm, .ytd: try requireOneEnd(call, periods)
    default: try requireNothingAlong(call)
    }
  }

  /// Refuses growth from a period to itself.
  private func requireEnds(
    _ call: FunctionCall, _ selection: PeriodSelection
  ) throws(Diagnostic) {
    let periods = selection.entries.flatMap(\.periods)
    guard periods.count == 1, let only = periods.first else { return }
    throw QueryMessage.compoundedOnce(
      call.measure.canonicalText, calendar.name(of: only.shifted(byMonths: -12)),
      calendar.name(of: only), at: call.name.range)
  }

  /// Refuses to look along periods that the query makes one of.
  private func requireEachPeriod(_ call: FunctionCall) throws(Diagnostic) {
    if form.collapsesPeriods, form.grain == nil {
      throw QueryMessage.collapsed(call.name.folded, at: call.name.range)
    }
  }

  /// Refuses a window that ends with several periods at once.
  private func requireOneEnd(
    _ call: FunctionCall, _ selection: PeriodSelection
  ) throws(Diagnostic) {
    let isAggregate = call.measure.calls.contains { Aggregate(rawValue: $0.name.folded) != nil }
    if isAggregate, selection.entries.contains(where: { $0.periods.count > 1 }) {
      throw QueryMessage.collapsed(call.name.folded, at: call.name.range)
    }
  }

  /// Refuses an aggregate of what looks along the periods selected: its quarters aren't among them.
  private func requireNothingAlong(_ call: FunctionCall) throws(Diagnostic) {
    guard Aggregate(rawValue: call.name.folded) != nil, call.arguments.count == 1 else { return }
    for inner in call.measure.calls where [.cumulative, .index].contains(inner.verb) {
      throw QueryMessage.summarisedAlong(inner.name.folded, at: inner.name.range)
    }
  }

  /// Refuses to compare the flow of a year with that of a quarter.
  private func requireEqualLengths(
    _ call: FunctionCall, _ periods: PeriodSelection
  ) throws(Diagnostic) {
    guard try ExpressionTyping(catalog: catalog).signature(of: call.measure).kind == .flow else {
      return
    }
    let base: Period? =
      if case .period(let period) = call.second?.kind {
        try PeriodArithmetic(calendar: calendar, catalog: catalog).fixedPeriod(period)
      } else { nil }
    let compared = [base].compactMap { $0 } + periods.members.flatMap(\.periods)
    guard let first = compared.first,
      let other = compared.first(where: { $0.months != first.months })
    else { return }
    throw QueryMessage.unlikeLengths(
      call.name.folded, calendar.name(of: first), calendar.name(of: other), at: call.name.range)
  }

  /// Refuses a running total that would count some months twice.
  private func requireSeparate(
    _ selection: PeriodSelection, in query: Query
  ) throws(Diagnostic) {
    let periods = selection.members.flatMap(\.periods)
    for (index, period) in periods.enumerated() {
      guard let other = periods[..<index].first(where: { $0.overlaps(period) }) else { continue }
      throw QueryMessage.overlappingPeriods(
        calendar.name(of: other), calendar.name(of: period), at: query.range)
    }
  }

  /// Refuses to add up what covers the months of its neighbours.
  private func requireAdditive(_ measure: Expression) throws(Diagnostic) {
    guard let window = measure.calls.first(where: { $0.verb?.isCovering == true }) else { return }
    throw QueryMessage.summedWindow(
      MeasureName(catalog: catalog).name(of: measure), window.name.folded, at: measure.range)
  }

  /// Refuses to add up what doesn't add up.
  private func requireSummable(
    _ call: FunctionCall, _ periods: PeriodSelection, in query: Query
  ) throws(Diagnostic) {
    var name: String { MeasureName(catalog: catalog).name(of: call.measure) }
    var asked: String {
      let segments = query.segments.map(\.canonicalText).joined(separator: ", ")
      return segments.isEmpty ? name : "\(name) \(segments)"
    }
    let range = call.measure.range
    let signature = try ExpressionTyping(catalog: catalog).signature(of: call.measure)
    switch signature.kind {
    case .flow, .constant:
      if periods.entries.contains(where: { $0.periods.count > 1 }) {
        try requireAdditive(call.measure)
      }
    case .stock:
      if periods.entries.contains(where: { $0.periods.contains { $0.months > 3 } })
        || periods.entries.contains(where: { $0.periods.count > 1 })
      {
        throw QueryMessage.summedStock(
          name, asked, isOverSegments: areSegmentsSeveral, at: range)
      }
    case .rate: throw QueryMessage.summedRate(name, at: range)
    case .ratio:
      throw QueryMessage.summedRatio(
        name, asked, isPlain: signature.unit.isRatio, at: range)
    case .composite: throw QueryMessage.summedComposite(name, at: range)
    }
  }

  /// Refuses `qoq` of what is no quarter.
  func requireQuarters(of axes: Axes, in query: Query) throws(Diagnostic) {
    let measures = axes.measures
    let comparesAll = measures.contains(where: \.expression.comparesQuarters)
    for entry in axes.periods.entries {
      let comparesEntry = entry.extra.map { extra in
        measures.contains { $0.extras[extra]?.expression.comparesQuarters == true }
      }
      guard comparesAll || comparesEntry == true else { continue }
      if entry.periods.map(\.months) == [3] { continue }
      throw QueryMessage.quarterOnly(entry.title, at: query.verbs.first?.range ?? query.range)
    }
  }
}

extension Verb {
  /// Whether each of its values covers months that its neighbours cover too.
  fileprivate var isCovering: Bool { [.ttm, .ytd, .cumulative].contains(self) }
}

extension Expression {
  /// Every call in it, outermost first.
  var calls: [FunctionCall] {
    var calls: [FunctionCall] = []
    forEach { part in
      guard case .call(let name, let arguments) = part.kind, let measure = arguments.first else {
        return
      }
      calls.append(FunctionCall(name: name, arguments: arguments, measure: measure))
    }
    return calls
  }
}
