import Catalog
import Metrics
import QuerySyntax

extension CellEvaluator {
  /// A segment that has no figure of its own, as the sum of its children.
  ///
  /// A child counts from its first reported period on, and until the end that its declaration
  /// names. A child that lacks the period inside its life makes the sum missing.
  func childSum(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    let own = Evaluated.gap(metric, unit, segment, period)
    let children = catalog.children(of: segment)
    let living = try (whole ?? self).living(children, metric: metric, unit: unit, in: period)
    if living.isEmpty { return .missing([own]) }
    let isCompared = comparesTimes
    let parts = try comparingTimes(false) {
      try living.map {
        try value(of: metric, unit: unit, at: Place(segment: $0.path, period: period))
      }
    }
    // When no child has the period, it is the segment itself that nobody reported.
    if parts.allSatisfy(\.cell.isMissing) { return .missing([own]) }
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
      let unit = metric.signature.unit
      guard metric.formula == nil,
        let first = try firstEnd(of: metric, unit: unit, segment: segment),
        let last = try lastEnd(of: metric, unit: unit, segment: segment)
      else { return false }
      return first <= period.end && last >= period.end
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
    of expression: TypedExpression, _ kind: Aggregation, in segment: Segment,
    over periods: [Period]
  ) throws -> Evaluated {
    var place = Place(segment: segment.path, period: periods[0])
    place.periods = periods
    let value = try evaluate(expression, at: place)
    if !value.cell.isMissing { return value }
    let stretches =
      kind == .flow ? place.quarters : [place.lastPeriod].compactMap { $0 }
    let siblings = catalog.children(of: segment.parentPath ?? Segment.rootPath)
    let living = try stretches.filter { stretch in
      let lives = { try (self.whole ?? self).isAlive($0, for: expression, in: stretch) }
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
    if let until = segment.declaration.until {
      let last = try PeriodArithmetic(calendar: company.calendar).fixedPeriod(until)
      if period.end > last.end { return false }
    }
    guard let birth = try firstEnd(of: metric, unit: unit, segment: segment.path),
      birth <= period.end
    else { return false }
    guard let last = try lastEnd(of: metric, unit: unit, segment: segment.path),
      last < period.end
    else { return true }
    return try !hasEnded(segment, metric: metric, unit: unit, from: last, through: period)
  }

  /// Whether a segment that has fallen silent has ended: its parent, as printed since, ties to the
  /// sum of the other children.
  private func hasEnded(
    _ segment: Segment, metric: Metric, unit: Unit, from last: Month, through period: Period
  ) throws -> Bool {
    let parent = segment.parentPath ?? Segment.rootPath
    let siblings = catalog.children(of: parent).filter { $0.path != segment.path }
    let printed = try figures(metric, segment: parent, unit: unit)
    for end in printed.ends where end > last && end <= period.end {
      let stretch = Period(end: end, months: min(period.months, 3))
      guard let whole = printed.printed(stretch)?.amount else { continue }
      let parts = try siblings.compactMap { sibling in
        try value(of: metric, unit: unit, at: Place(segment: sibling.path, period: stretch))
          .cell.number
      }
      if case .amount(let sum) = try parts.sum(), !parts.isEmpty, whole.meets(sum) { return true }
    }
    return false
  }

  /// The end of the first period in which a segment, or anything below it, has a figure.
  func firstEnd(of metric: Metric, unit: Unit, segment: String) throws -> Month? {
    try ends(of: metric, unit: unit, segment: segment).first
  }

  /// The end of the last period in which a segment, or anything below it, has a figure.
  func lastEnd(of metric: Metric, unit: Unit, segment: String) throws -> Month? {
    try ends(of: metric, unit: unit, segment: segment).last
  }

  private func ends(of metric: Metric, unit: Unit, segment: String) throws -> PrintedEnds {
    let reference = SeriesReference(metric: metric.name, segment: segment, unit: unit)
    if let known = knownEnds[reference] { return known }
    let own = try figures(metric, segment: segment, unit: unit).ends
    let below = try catalog.children(of: segment).map {
      try ends(of: metric, unit: unit, segment: $0.path)
    }
    let found = PrintedEnds(
      first: ([own.first] + below.map(\.first)).compactMap { $0 }.min(),
      last: ([own.last] + below.map(\.last)).compactMap { $0 }.max())
    knownEnds[reference] = found
    return found
  }
}

/// The ends of the first and of the last period in which a segment, or anything below it, has a
/// figure; nil where nothing has.
struct PrintedEnds {
  let first: Month?
  let last: Month?
}
