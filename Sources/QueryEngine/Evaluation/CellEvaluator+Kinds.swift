import Catalog
import Metrics

extension CellEvaluator {
  /// A flow over a period: printed, else from its own spans, else its quarters, else its children.
  func flowValue(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    let own = try figures(metric, segment: segment, unit: unit)
    if let figure = try own.flow(period) { return .init(figure, segment: segment) }
    if period.months > 3 {
      let quarters = try quarterSum(of: metric, unit: unit, segment: segment, period: period)
      if !quarters.cell.isMissing { return quarters }
      let children = try childSum(of: metric, unit: unit, segment: segment, period: period)
      return children.cell.isMissing ? quarters : children
    }
    return try childSum(of: metric, unit: unit, segment: segment, period: period)
  }

  /// A stock at a period's end: printed, else the sum of its children.
  func stockValue(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    let own = try figures(metric, segment: segment, unit: unit)
    if let figure = own.printed(period.instant) { return .init(figure, segment: segment) }
    return try childSum(of: metric, unit: unit, segment: segment, period: period.instant)
  }

  /// A rate where it was printed, for exactly this segment and stretch.
  func rateValue(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    let own = try figures(metric, segment: segment, unit: unit)
    guard let figure = own.printed(period) else {
      return .missing([Evaluated.gap(metric, unit, segment, period)])
    }
    return .init(figure, segment: segment)
  }

  /// A formula on its aggregated parts.
  ///
  /// A printed amount comes before the formula; a printed ratio
  /// only where a part is missing.
  func formulaValue(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    let own = try figures(metric, segment: segment, unit: unit)
    let printed = try ownFigure(own, of: metric, period: period)
    if let printed, !metric.signature.unit.isRatio { return .init(printed, segment: segment) }
    guard let formula = try typedFormula(of: metric, unit: unit) else { return .missing([]) }
    let computed = try evaluate(formula, segment: segment, period: period)
    if computed.cell.isMissing, let printed { return .init(printed, segment: segment) }
    return computed
  }

  private func ownFigure(
    _ own: SeriesFigures, of metric: Metric, period: Period
  ) throws -> ResolvedFigure? {
    if own.isEmpty { return nil }
    switch metric.signature.kind {
    case .flow: return try own.flow(period)
    case .stock: return own.printed(period.instant)
    default: return own.printed(period) ?? own.printed(period.instant)
    }
  }

  /// The quarters of a period added up, each resolved in its own way.
  private func quarterSum(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    let quarters = try period.quarters.map {
      try flowValue(of: metric, unit: unit, segment: segment, period: $0)
    }
    return try Evaluated.total(of: quarters)
  }
}

extension Evaluated {
  /// A figure of one segment as a cell.
  init(_ figure: ResolvedFigure, segment: String) {
    self.init(
      Cell(.amount(figure.amount), origin: figure.origin, isConflicting: figure.isConflicting),
      coverage: .segments([segment]))
  }

  /// Cells of one segment at several times, or of several segments, added up.
  ///
  /// The sum speaks for all that its parts speak for; one missing part makes it missing.
  static func total(of parts: [Evaluated]) throws -> Evaluated {
    guard var sum = parts.first else { return .missing([]) }
    if parts.contains(where: { $0.cell.isMissing }) {
      return .missing(parts.flatMap { $0.cell.isMissing ? $0.gaps : [] })
    }
    for part in parts.dropFirst() {
      let union = sum.coverage.union(part.coverage)
      sum = try combine(sum.coveringEverything, part.coveringEverything) { try $0 + $1 }
      sum.coverage = union
    }
    return sum
  }
}

extension Evaluated {
  /// The same, compared with other segments on purpose.
  var coveringEverything: Evaluated {
    Evaluated(cell, coverage: .everything, gaps: gaps)
  }
}

extension Coverage {
  func union(_ other: Coverage) -> Coverage {
    guard case .segments(let own) = self, case .segments(let theirs) = other else {
      return .everything
    }
    return .segments(own.union(theirs))
  }
}
