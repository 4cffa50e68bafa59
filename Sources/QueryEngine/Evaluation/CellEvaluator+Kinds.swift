import Catalog
import Metrics

extension CellEvaluator {
  /// A metric's value at a place, aggregated the way its kind says: what was printed or follows from
  /// it, or its formula.
  func value(of metric: Metric, unit: Unit, at place: Place) throws -> Evaluated {
    if !place.companies.isEmpty {
      return try valueAcrossCompanies(of: metric, unit: unit, at: place)
    }
    let metric = looksUpMetrics ? catalog.metric(named: metric.name) : metric
    guard let metric else { return .missing([]) }
    let value =
      switch metric.signature.kind {
      case _ where metric.formula != nil:
        try formulaValue(of: metric, unit: unit, at: place)
      case .flow: try flowValue(of: metric, unit: unit, at: place)
      case .stock: try stockValue(of: metric, unit: unit, at: place)
      default: try rateValue(of: metric, unit: unit, at: place)
      }
    return traced(value, .metric(metric, unit: unit, .sum), at: place)
  }

  /// A flow: each period of each segment added up, or what there is of their quarters where the query
  /// asks for it.
  private func flowValue(of metric: Metric, unit: Unit, at place: Place) throws -> Evaluated {
    let sum = try Evaluated.total(
      of: try place.singles.map {
        try flowValue(of: metric, unit: unit, segment: $0.segment, period: $0.period)
      })
    guard sum.cell.isMissing, place.allowsPartial else { return sum }
    return try partialSum(at: place) { try flowValue(of: metric, unit: unit, at: $0) } ?? sum
  }

  /// The quarters that are there for all segments of the place, added up; nil where none is.
  func partialSum(
    at place: Place, _ value: (Place) throws -> Evaluated
  ) throws -> Evaluated? {
    let quarters = place.quarters
    let cells = try quarters.map { try value(place.complete.with(periods: [$0])) }
    let known = zip(quarters, cells).filter { !$0.1.cell.isMissing }
    if known.isEmpty { return nil }
    var sum = try Evaluated.total(of: known.map(\.1))
    sum.part = .init(
      quarters: Set(known.map(\.0)), reported: known.count, asked: quarters.count)
    sum.gaps = cells.flatMap(\.gaps)
    if sum.cell.number != nil { sum.cell.origin = .partial }
    return sum
  }

  /// A flow over a period: printed, else from its own spans, else its quarters, else its children.
  private func flowValue(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    let own = try figures(metric, segment: segment, unit: unit)
    if let figure = try own.flow(period) {
      return told(figure, in: own, of: metric, unit: unit, segment, period)
    }
    var sum = try flowSum(of: metric, unit: unit, segment: segment, period: period)
    if sum.cell.isMissing, own.changes.isWithdrawn(period) {
      sum = .missing([Evaluated.gap(metric, unit, segment, period, in: own)])
    }
    return traced(
      sum, .metric(metric, unit: unit, .sum), at: Place(segment: segment, period: period))
  }

  /// A flow that doesn't follow from what was printed of it: its quarters, else its children.
  private func flowSum(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    if period.months > 3 {
      let quarters = try quarterSum(of: metric, unit: unit, segment: segment, period: period)
      if !quarters.cell.isMissing { return quarters }
      let children = try childSum(of: metric, unit: unit, segment: segment, period: period)
      return children.cell.isMissing ? quarters : children
    }
    return try childSum(of: metric, unit: unit, segment: segment, period: period)
  }

  /// The quarters of a period added up, each resolved in its own way; of a segment that was declared to
  /// end inside the period, those that it lived in.
  private func quarterSum(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    let end = try catalog.segment(at: segment).flatMap(declaredEnd)
    let living = period.quarters.filter { quarter in end.map { quarter.end <= $0 } ?? true }
    let quarters = try (living.isEmpty ? period.quarters : living).map {
      try flowValue(of: metric, unit: unit, segment: segment, period: $0)
    }
    return try Evaluated.total(of: quarters)
  }

  /// A stock at the place's end: printed, else the sum of its children.
  private func stockValue(of metric: Metric, unit: Unit, at place: Place) throws -> Evaluated {
    guard let moment = place.lastPeriod?.instant else { return .missing([]) }
    return try Evaluated.total(
      of: try place.segments.map { segment in
        let own = try figures(metric, segment: segment, unit: unit)
        if let figure = own.printed(moment) {
          return told(figure, in: own, of: metric, unit: unit, segment, moment)
        }
        return traced(
          try childSum(of: metric, unit: unit, segment: segment, period: moment),
          .metric(metric, unit: unit, .sum), at: Place(segment: segment, period: moment))
      })
  }

  /// A rate where it was printed, for exactly this segment and stretch.
  private func rateValue(of metric: Metric, unit: Unit, at place: Place) throws -> Evaluated {
    guard let (segment, period) = place.single else {
      return .missing(
        try place.singles.map {
          Evaluated.gap(
            metric, unit, $0.segment, $0.period,
            in: try figures(metric, segment: $0.segment, unit: unit))
        })
    }
    let own = try figures(metric, segment: segment, unit: unit)
    guard let figure = own.printed(period) else {
      return .missing([Evaluated.gap(metric, unit, segment, period, in: own)])
    }
    return told(figure, in: own, of: metric, unit: unit, segment, period)
  }

  /// A formula on its aggregated parts.
  ///
  /// A printed amount comes before the formula; a printed ratio only where a part is missing.
  private func formulaValue(of metric: Metric, unit: Unit, at place: Place) throws -> Evaluated {
    defer { effort.leave(levels: EvaluationEffort.levelsOfFormula) }
    try enter(levels: EvaluationEffort.levelsOfFormula)
    if place.single == nil, metric.signature.kind == .flow {
      let sum = try Evaluated.total(
        of: try place.singles.map {
          try formulaValue(
            of: metric, unit: unit,
            at: place.complete.with(segments: [$0.segment]).with(periods: [$0.period]))
        })
      if !sum.cell.isMissing { return sum }
    }
    let printed = try printedValue(of: metric, unit: unit, at: place)
    if let printed, !metric.signature.unit.isRatio { return printed }
    guard let formula = try typedFormula(of: metric, unit: unit) else { return .missing([]) }
    let computed = try evaluate(formula, at: place)
    if computed.cell.isMissing, let printed { return printed }
    return traced(computed.withoutOwnStep, .metric(metric, unit: unit, .formula), at: place)
  }

  /// What was printed of a metric that has a formula; nil where nothing was.
  private func printedValue(
    of metric: Metric, unit: Unit, at place: Place
  ) throws -> Evaluated? {
    guard let (segment, period) = place.single else { return nil }
    let own = try figures(metric, segment: segment, unit: unit)
    guard let figure = try ownFigure(of: metric, in: own, period: period) else { return nil }
    let printed = told(figure, in: own, of: metric, unit: unit, segment, period)
    if definitions == nil { return printed }
    return try compared(
      printed, figure.terms, withDefinitionOf: metric, unit: unit, at: place)
  }

  /// A figure of one segment and period as a cell.
  private func told(
    _ figure: ResolvedFigure, in own: SeriesFigures, of metric: Metric, unit: Unit,
    _ segment: String, _ period: Period
  ) -> Evaluated {
    var value = Evaluated(figure, segment: segment)
    if !own.changes.isEmpty {
      value.revisions = revisions(of: figure, metric, unit, segment, period, in: own)
    }
    return traced(
      value, .metric(metric, unit: unit, .printed(figure.terms)),
      at: Place(segment: segment, period: period))
  }

  private func ownFigure(
    of metric: Metric, in own: SeriesFigures, period: Period
  ) throws -> ResolvedFigure? {
    if own.isEmpty { return nil }
    switch metric.signature.kind {
    case .flow: return try own.flow(period)
    case .stock: return own.printed(period.instant)
    default: return own.printed(period) ?? own.printed(period.instant)
    }
  }
}
