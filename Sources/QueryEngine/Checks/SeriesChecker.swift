import Catalog
import Metrics

/// Checks the printed figures of one series, as they stand in a table or in all that was published.
struct SeriesChecker {
  let metric: Metric
  let segment: String
  let unit: Unit
  let equations: [CheckedEquation]
  /// The children that report the metric at any time.
  let children: [Segment]
  let scope: CheckScope
  /// What the figures are read with.
  let evaluator: CellEvaluator
  let origin: Check.Origin

  /// The checks of every printed figure that the scope asks for, or of whose parts it does.
  func checks() throws -> [Check] {
    if scope.release == nil { return try allChecks() }
    return try evaluator.tracingOrigins { try allChecks() }
  }

  /// The same, reading with another evaluator.
  func reading(with evaluator: CellEvaluator, _ origin: Check.Origin) -> SeriesChecker {
    SeriesChecker(
      metric: metric, segment: segment, unit: unit, equations: equations, children: children,
      scope: scope, evaluator: evaluator, origin: origin)
  }

  private func allChecks() throws -> [Check] {
    let figures = try evaluator.figures(metric, segment: segment, unit: unit)
    return try figures.printedPeriods.flatMap { period -> [Check] in
      // What a table prints came with one release, its parts as well.
      guard let printed = figures.printed(period),
        origin == .everything || scope.includes(printed)
      else { return [] }
      do {
        return try totals(printed, period) + againstEquations(printed, period)
          + spans(printed, period, figures)
      } catch is ArithmeticOverflow {
        throw CheckMessage.overflow(subject, evaluator.company.calendar.name(of: period))
      }
    }
  }

  private var subject: String {
    segment == Segment.rootPath ? metric.name : "\(metric.name) \(segment)"
  }

  // MARK: - Against the children

  private func totals(_ printed: ResolvedFigure, _ period: Period) throws -> [Check] {
    let kind = metric.signature.kind
    guard kind == .flow || kind == .stock, !children.isEmpty,
      scope.includesTotal(of: metric, segment, evaluator.catalog)
    else { return [] }
    let own = TypedExpression.metric(metric, unit: unit, segment: nil, period: nil)
    let parts = try children.map {
      try evaluator.lifetimeValue(
        of: own, kind, in: $0, at: Place(segment: $0.path, period: period))
    }.filter { !$0.isBlank }
    if parts.allSatisfy({ $0.cell.number == nil }) { return [] }
    guard scope.includes(printed) || scope.includes(parts: parts.flatMap(\.steps)) else {
      return []
    }
    let count = SessionMessage.count(parts.count, "segment")
    guard let sum = try Evaluated.total(of: parts).amount else {
      return incomplete(.segmentTotal, period, count)
    }
    return [
      check(.segmentTotal, period, count, try Tie(printed: printed.amount, parts: sum))
    ]
  }

  // MARK: - Against equations

  private func againstEquations(_ printed: ResolvedFigure, _ period: Period) throws -> [Check] {
    try equations.flatMap { equation -> [Check] in
      guard scope.includes(equation, of: metric, segment) else { return [] }
      let place = equation.place(of: metric, segment: segment, period: period)
      let value = try evaluator.evaluate(equation.expression, at: place)
      guard scope.includes(printed) || scope.includes(parts: value.steps) else { return [] }
      if let tie = try tie(printed.amount, value, equation, place) {
        return [check(equation.kind, period, equation.text, tie)]
      }
      return try lacksKnownSeries(value) ? incomplete(equation.kind, period, equation.text) : []
    }
  }

  private func tie(
    _ printed: Amount, _ value: Evaluated, _ equation: CheckedEquation, _ place: Place
  ) throws -> Tie? {
    switch value.cell.number {
    case .amount(let amount): return try Tie(printed: printed, parts: amount)
    case .fraction(let fraction):
      guard let range = try evaluator.range(of: equation.expression, at: place) else { return nil }
      return try Tie(printed: printed, quotient: fraction, within: range)
    case .binary, nil: return nil
    }
  }

  /// Whether what a value lacks was reported at another time, so that a check could be expected; what
  /// a segment never reports, no equation speaks of there.
  private func lacksKnownSeries(_ value: Evaluated) throws -> Bool {
    try value.gaps.allSatisfy { gap in
      guard case .missing(let name, let segment, _, _, _) = gap,
        let metric = evaluator.catalog.metric(named: String(name.prefix { $0 != " " }))
      else { return true }
      return try evaluator.life(of: metric, unit: metric.signature.unit, segment: segment)
        != nil
    }
  }

  // MARK: - Against other spans

  private func spans(
    _ printed: ResolvedFigure, _ period: Period, _ figures: SeriesFigures
  ) throws -> [Check] {
    guard metric.signature.kind == .flow, period.months > 3,
      scope.includesFigures(of: metric, segment)
    else { return [] }
    let sums = try figures.partitions(of: period).filter {
      scope.includes(printed) || scope.includes($0)
    }
    return try sums.map { sum in
      let names = sum.terms.map { evaluator.company.calendar.name(of: $0.period) }
      return check(
        .span, period, names.joined(separator: " + "),
        try Tie(printed: printed.amount, parts: sum.amount))
    }
  }

  // MARK: - Results

  /// A table lacks what stands in another; only what nobody reported is told.
  private func incomplete(_ kind: Check.Kind, _ period: Period, _ against: String) -> [Check] {
    guard origin == .everything else { return [] }
    return [check(kind, period, against, nil)]
  }

  private func check(
    _ kind: Check.Kind, _ period: Period, _ against: String, _ tie: Tie?
  ) -> Check {
    Check(
      kind: kind, metric: metric, segment: segment, unit: unit, period: period, against: against,
      origin: origin, result: tie.map { .compared($0) } ?? .incomplete)
  }
}

extension Evaluated {
  /// The value, where it is an amount.
  fileprivate var amount: Amount? {
    if case .amount(let amount) = cell.number { amount } else { nil }
  }
}
