package import Catalog
import MetricStore
import Metrics
import QuerySyntax

/// What can be asked for, for completion: it answers within milliseconds, however large the store is.
extension Session {
  /// How many quarters are offered, the newest ones: nobody reads a longer list.
  private static let mostQuarters = 24
  /// How many segments are looked at for the periods of what is above them.
  private static let mostSegments = 8

  /// The segments for which any of some metrics has figures of any of some companies, or for something
  /// below; all of them when that can't be told.
  package func segments(reporting metrics: [Metric], of companies: [Company]) -> [Segment] {
    let paths = try? companies.flatMap { try reportedPaths(of: metrics, company: $0.name) }
    guard let paths, !paths.allSatisfy(\.isEmpty) else { return catalog.segments }
    return catalog.segments.filter { segment in paths.contains { $0.contains(segment.path) } }
  }

  /// Whether everything behind a metric was reported at some time by a company, for some segment.
  package func hasFigures(of metric: Metric) -> Bool {
    catalog.companies.contains { company in
      let evaluator = evaluator(of: company)
      guard let leaves = try? evaluator.leaves(of: [ResolvedMeasure(metric: metric).expression])
      else { return false }
      return leaves.allSatisfy { leaf in
        if catalog.metric(named: leaf.metric)?.formula != nil { return true }
        return (try? store.hasFigures(company: company.name, metric: leaf.metric)) == true
      }
    }
  }

  /// The periods for which a metric has a value.
  ///
  /// - Parameters:
  ///   - metrics: The metrics, of which one is enough.
  ///   - segment: The path of the segment; nil for the whole company.
  ///   - companies: The companies that may be meant; the first that reports counts, as labels are its own.
  /// - Returns: Their names, the newest first; none when that can't be told.
  package func periods(
    reporting metrics: [Metric], segment: String?, of companies: [Company]
  ) -> [String] {
    companies.lazy.map { company in
      let names = try? self.periods(
        of: metrics, segment: segment ?? Segment.rootPath, with: self.evaluator(of: company))
      return names ?? []
    }.first { !$0.isEmpty } ?? []
  }

  private func evaluator(of company: Company) -> CellEvaluator {
    CellEvaluator(store: store, catalog: catalog, company: company, basis: .restated)
  }

  /// The paths for which each of some metrics has figures, and all paths above those.
  private func reportedPaths(of metrics: [Metric], company: String) throws -> [Set<String>] {
    var known: [String: Set<String>] = [:]
    return try metrics.map { try reportedPaths(of: $0, company: company, known: &known) }
  }

  /// A formula has figures where it was printed itself, or all that it is made of has any.
  private func reportedPaths(
    of metric: Metric, company: String, known: inout [String: Set<String>]
  ) throws -> Set<String> {
    if let paths = known[metric.name] { return paths }
    var paths = try memory.segments(of: company, metric: metric.name, in: store)
    let parts = metric.formula?.metricNames.compactMap { try? catalog.metric($0) } ?? []
    let partPaths = try parts.map { try reportedPaths(of: $0, company: company, known: &known) }
    if let first = partPaths.first {
      paths.formUnion(partPaths.dropFirst().reduce(first) { $0.intersection($1) })
    }
    known[metric.name] = paths
    return paths
  }

  /// The segments by whose figures the periods are told: the segment itself, or, where it has none of its
  /// own and hundreds below it do, the first of those.
  private func tellingSegments(
    of metrics: [Metric], _ measures: [ResolvedMeasure], segment: String,
    with evaluator: CellEvaluator
  ) throws -> [String] {
    if try evaluator.hasOwnFigures(of: measures, segment: segment) { return [segment] }
    let reported = try reportedPaths(of: metrics, company: evaluator.company.name)
    let below = catalog.segments.lazy.map(\.path).filter { path in
      reported.contains { $0.contains(path) } && self.catalog.isAncestor(segment, of: path)
    }.prefix(Session.mostSegments + 1)
    return below.count > Session.mostSegments
      ? Array(below.prefix(Session.mostSegments)) : [segment]
  }

  private func periods(
    of metrics: [Metric], segment: String, with evaluator: CellEvaluator
  ) throws -> [String] {
    let measures = metrics.map { ResolvedMeasure(metric: $0) }
    let calendar = evaluator.company.calendar
    let segments = try tellingSegments(
      of: metrics, measures, segment: segment, with: evaluator)
    let ends = try segments.compactMap { try evaluator.ownEnds(of: measures, segment: $0) }
    guard let first = ends.map(\.first).min(), let last = ends.map(\.last).max() else { return [] }
    let newest = calendar.period(of: .quarter, holding: last)
    let oldest = calendar.period(of: .quarter, holding: first - 9)
    let count = Int(newest.end.number - oldest.end.number) / 3 + 1
    let quarters = (0..<min(count, Session.mostQuarters)).map { newest.shifted(byMonths: -3 * $0) }
    var longer: [Period] = []
    for grain in [Grain.half, .year] {
      for quarter in quarters {
        let period = calendar.period(of: grain, holding: quarter.end)
        if !longer.contains(period) { longer.append(period) }
      }
    }
    return try (quarters + longer).filter { period in
      try measures.contains { measure in
        try segments.contains { try evaluator.hasValue(measure, segment: $0, period) }
      }
    }.map { calendar.name(of: $0) }
  }
}

extension CellEvaluator {
  /// The first and the last end of a figure behind some measures; the segments below are looked at
  /// only where there is none, because there may be hundreds.
  fileprivate func ownEnds(
    of measures: [ResolvedMeasure], segment: String
  ) throws -> (first: Month, last: Month)? {
    let ends = try ownFigures(of: measures, segment: segment).flatMap {
      [$0.ends.first, $0.ends.last].compactMap { $0 }
    }
    if let first = ends.min(), let last = ends.max() { return (first, last) }
    return try reach(of: measures, segments: [segment]).map { ($0.first.end, $0.last.end) }
  }

  /// Whether anything behind some measures was printed for a segment itself.
  fileprivate func hasOwnFigures(of measures: [ResolvedMeasure], segment: String) throws -> Bool {
    try ownFigures(of: measures, segment: segment).contains { !$0.isEmpty }
  }

  private func ownFigures(
    of measures: [ResolvedMeasure], segment: String
  ) throws -> [SeriesFigures] {
    try leaves(of: measures.map(\.expression)).compactMap { leaf in
      guard let metric = catalog.metric(named: leaf.metric) else { return nil }
      return try figures(metric, segment: leaf.segment ?? segment, unit: leaf.unit)
    }
  }

  /// Whether a measure has a value, by the segment's own figures where it has any.
  fileprivate func hasValue(
    _ measure: ResolvedMeasure, segment: String, _ period: Period
  ) throws -> Bool {
    let parts = try leaves(of: [measure.expression]).filter {
      catalog.metric(named: $0.metric)?.formula == nil
    }
    return try parts.allSatisfy { leaf in
      guard let metric = catalog.metric(named: leaf.metric) else { return false }
      let path = leaf.segment ?? segment
      let own = try figures(metric, segment: path, unit: leaf.unit)
      if own.isEmpty {
        return try value(of: metric, unit: leaf.unit, at: Place(segment: path, period: period))
          .cell.number != nil
      }
      return try own.hasFigure(for: period, of: metric.signature.kind)
    }
  }
}

extension SeriesFigures {
  /// Whether a period is printed, follows from what is, or is made of quarters that do.
  fileprivate func hasFigure(for period: Period, of kind: Aggregation) throws -> Bool {
    switch kind {
    case .flow:
      if try flow(period) != nil { return true }
      let quarters = stride(from: 0, to: period.months, by: 3).map {
        Period(end: period.end - $0, months: 3)
      }
      return try period.months > 3 && quarters.allSatisfy { try flow($0) != nil }
    case .stock: return printed(period.instant) != nil
    default: return printed(period) != nil || printed(period.instant) != nil
    }
  }
}
