package import Catalog
import MetricStore
import Metrics
import QuerySyntax

/// What can be asked for, for completion: it answers within milliseconds, however large the store is.
extension Session {
  /// How many quarters are offered, the newest ones: nobody reads a longer list.
  private static let mostQuarters = 24

  /// The segments for which any of some metrics has figures, or for something below; all of them when
  /// that can't be told.
  package func segments(reporting metrics: [Metric]) -> [Segment] {
    guard let paths = try? reportedPaths(of: metrics) else { return catalog.segments }
    let present = catalog.segments.filter { paths.contains($0.path) }
    return present.isEmpty ? catalog.segments : present
  }

  /// The periods for which a metric has a value.
  ///
  /// - Parameters:
  ///   - metrics: The metrics, of which one is enough.
  ///   - segment: The path of the segment; nil for the whole company.
  /// - Returns: Their names, the newest first; none when that can't be told.
  package func periods(reporting metrics: [Metric], segment: String?) -> [String] {
    guard let evaluator = completionEvaluator,
      let names = try? periods(of: metrics, segment: segment ?? Segment.rootPath, with: evaluator)
    else { return [] }
    return names
  }

  private var completionEvaluator: CellEvaluator? {
    catalog.companies.first.map {
      CellEvaluator(store: store, catalog: catalog, company: $0, basis: .restated)
    }
  }

  /// The paths with figures of the metrics behind some metrics, and all paths above those.
  private func reportedPaths(of metrics: [Metric]) throws -> Set<String> {
    guard let evaluator = completionEvaluator else { return [] }
    var paths: Set<String> = []
    let measures = metrics.map { ResolvedMeasure(metric: $0).expression }
    for leaf in try evaluator.leaves(of: measures) {
      for series in try store.series(company: evaluator.company.name, metric: leaf.metric) {
        let path = series.key.segment
        paths.insert(path)
        for index in path.indices where path[index] == "." { paths.insert(String(path[..<index])) }
      }
    }
    return paths
  }

  private func periods(
    of metrics: [Metric], segment: String, with evaluator: CellEvaluator
  ) throws -> [String] {
    let measures = metrics.map { ResolvedMeasure(metric: $0) }
    guard let reach = try evaluator.reach(of: measures, segments: [segment]) else { return [] }
    let calendar = evaluator.company.calendar
    let count = Int(reach.last.end.number - reach.first.end.number) / 3 + 1
    let quarters = (0..<min(count, Session.mostQuarters)).map {
      reach.last.shifted(byMonths: -3 * $0)
    }
    var longer: [Period] = []
    for grain in [Grain.half, .year] {
      for quarter in quarters {
        let period = calendar.period(of: grain, holding: quarter.end)
        if !longer.contains(period) { longer.append(period) }
      }
    }
    return try (quarters + longer).filter { period in
      try measures.contains { measure in
        let place = Place(segment: segment, period: period)
        return try evaluator.evaluate(measure.expression, at: place).cell.number != nil
      }
    }.map { calendar.name(of: $0) }
  }
}
