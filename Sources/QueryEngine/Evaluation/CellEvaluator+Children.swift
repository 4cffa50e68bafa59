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
    let living = try children.filter {
      try isAlive($0, metric: metric, unit: unit, period: period)
    }
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
    let own = try figures(metric, segment: segment, unit: unit).ends.first
    let below = try catalog.children(of: segment).compactMap {
      try firstEnd(of: metric, unit: unit, segment: $0.path)
    }
    return ([own].compactMap { $0 } + below).min()
  }

  /// The end of the last period in which a segment, or anything below it, has a figure.
  func lastEnd(of metric: Metric, unit: Unit, segment: String) throws -> Month? {
    let own = try figures(metric, segment: segment, unit: unit).ends.last
    let below = try catalog.children(of: segment).compactMap {
      try lastEnd(of: metric, unit: unit, segment: $0.path)
    }
    return ([own].compactMap { $0 } + below).max()
  }
}
