import Catalog
import Metrics
import QuerySyntax

extension CellEvaluator {
  /// A segment that has no figure of its own, as the sum of its children.
  ///
  /// A child counts from its first reported period on, be that withdrawn since, and until the end that
  /// its declaration names. A child that lacks the period inside its life makes the sum missing.
  func childSum(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    let nothing = {
      let own = try self.figures(metric, segment: segment, unit: unit)
      return Evaluated.missing([Evaluated.gap(metric, unit, segment, period, in: own)])
    }
    let children = catalog.children(of: segment)
    let living = try (whole ?? self).living(children, metric: metric, unit: unit, in: period)
    if living.isEmpty { return try nothing() }
    let isCompared = comparesTimes
    let parts = try comparingTimes(false) {
      try living.map {
        try value(of: metric, unit: unit, at: Place(segment: $0.path, period: period))
      }
    }
    // When no child has the period, it is the segment itself that nobody reported.
    if parts.allSatisfy(\.cell.isMissing) { return try nothing() }
    var sum = try Evaluated.total(of: parts)
    if let number = sum.cell.number {
      let origin = min(.computed, sum.cell.origin)
      sum.cell = Cell(number, origin: origin, isConflicting: sum.cell.isConflicting)
    }
    let whole = try completed(sum.coverage, of: segment, children, in: period)
    // Against another time it matters which children there were, and against a printed whole only
    // whether these were all.
    if isCompared {
      sum.whole = whole == .segments([segment]) ? segment : nil
    } else {
      sum.coverage = whole
    }
    return sum
  }

  /// Children that are all covered speak for their parent; one that isn't born yet, or has ended, is
  /// no longer one of them.
  private func completed(
    _ coverage: Coverage, of segment: String, _ children: [Segment], in period: Period
  ) throws -> Coverage {
    guard case .segments(let paths) = coverage else { return coverage }
    let areCovered = try children.allSatisfy {
      try paths.contains($0.path) || !reportsAnything($0.path, in: period)
    }
    return areCovered ? .segments([segment]) : coverage
  }

  /// Whether a segment has figures of any metric both up to a period and from it on.
  private func reportsAnything(_ segment: String, in period: Period) throws -> Bool {
    try catalog.metrics.contains { metric in
      guard metric.formula == nil,
        let life = try life(of: metric, unit: ownUnit(of: metric), segment: segment)
      else { return false }
      return life.start <= period.end && period.end <= life.lastFigure
    }
  }

  /// Those of some segments that should have a figure in a period.
  private func living(
    _ segments: [Segment], metric: Metric, unit: Unit, in period: Period
  ) throws -> [Segment] {
    try segments.filter { try isAlive($0, metric: metric, unit: unit, period: period) }
  }

  /// What a segment adds to the total of its parent over some periods.
  ///
  /// A flow counts in those quarters in which the segment lives, anything else at the end of the
  /// periods. It is blank where the segment doesn't live at all, and missing where a figure is that
  /// should be there; while no segment beside it lives either, somebody should.
  func lifetimeValue(
    of expression: TypedExpression, _ kind: Aggregation, in segment: Segment, at place: Place
  ) throws -> Evaluated {
    let value = try evaluate(expression, at: place)
    if !value.cell.isMissing { return value }
    let peer = place.companies.first.flatMap { group?[$0] }
    let judge = peer ?? whole ?? self
    let stretches =
      kind == .flow ? place.quarters : [place.lastPeriod].compactMap { $0 }
    let siblings = catalog.children(of: segment.parentPath ?? Segment.rootPath)
    let living = try stretches.filter { stretch in
      let own = peer?.company.calendar.untold(stretch) ?? stretch
      let lives = { try judge.isAlive($0, for: expression, in: own) }
      return try lives(segment) || !siblings.contains(where: lives)
    }
    if living.isEmpty { return .blank }
    return living.count == stretches.count
      ? value : try evaluate(expression, at: place.with(periods: living))
  }

  /// Whether a segment should have a figure of something that an expression reads.
  private func isAlive(
    _ segment: Segment, for expression: TypedExpression, in period: Period
  ) throws -> Bool {
    try leaves(of: [expression]).contains { leaf in
      guard let metric = catalog.metric(named: leaf.metric) else { return false }
      return try isAlive(segment, metric: metric, unit: leaf.unit, period: period)
    }
  }

  private func isAlive(
    _ segment: Segment, metric: Metric, unit: Unit, period: Period
  ) throws -> Bool {
    if let end = try declaredEnd(of: segment), period.end > end { return false }
    guard let life = try life(of: metric, unit: unit, segment: segment.path),
      life.start <= period.end
    else { return false }
    if life.lastFigure >= period.end { return true }
    return try !hasEnded(
      segment, metric: metric, unit: unit, from: life.lastFigure, through: period)
  }

  /// The last month of the life that a segment's declaration gives it; nil for one without an end.
  func declaredEnd(of segment: Segment) throws -> Month? {
    try segment.until.map {
      try PeriodArithmetic(calendar: company.calendar, catalog: catalog).fixedPeriod($0).end
    }
  }

  /// Whether a segment that has fallen silent has ended: its parent, as printed since, ties to the
  /// sum of the other children.
  private func hasEnded(
    _ segment: Segment, metric: Metric, unit: Unit, from last: Month, through period: Period
  ) throws -> Bool {
    let parent = segment.parentPath ?? Segment.rootPath
    let printed = try figures(metric, segment: parent, unit: unit)
    return try printed.ends.contains { end in
      guard end > last, end <= period.end else { return false }
      let stretch = Period(end: end, months: min(period.months, 3))
      guard let whole = printed.printed(stretch)?.amount else { return false }
      return try ties(whole, to: metric, unit: unit, of: parent, in: stretch)
    }
  }

  /// Whether the children of a segment that have a figure for a period add up to what was printed for
  /// it; one that has fallen silent has none.
  private func ties(
    _ whole: Amount, to metric: Metric, unit: Unit, of segment: String, in period: Period
  ) throws -> Bool {
    let reference = TieReference(
      series: .init(metric: metric.name, segment: segment, unit: unit), period: period)
    if let known = ties[reference] { return known }
    let parts = try catalog.children(of: segment).compactMap { child in
      try value(of: metric, unit: unit, at: Place(segment: child.path, period: period)).cell.number
    }
    var ties = false
    if case .amount(let sum) = try parts.sum(), !parts.isEmpty { ties = whole.meets(sum) }
    self.ties[reference] = ties
    return ties
  }

  /// When a segment, or anything below it, has figures; nil where nothing was ever stated.
  func life(of metric: Metric, unit: Unit, segment: String) throws -> SegmentLife? {
    let reference = KnownFigures.Reference(metric: metric.name, segment: segment, unit: unit)
    if let known = known.lives[reference] { return known }
    let children = catalog.children(of: segment)
    if !children.isEmpty { try listSeries(of: metric) }
    let own = SegmentLife(try figures(metric, segment: segment, unit: unit))
    let life = try children.reduce(own) { life, child in
      let other = try self.life(of: metric, unit: unit, segment: child.path)
      guard let life, let other else { return life ?? other }
      return life.joined(with: other)
    }
    let told = try life ?? lifeInOtherCurrencies(of: metric, unit: unit, segment: segment)
    known.lives[reference] = .some(told)
    return told
  }
}
