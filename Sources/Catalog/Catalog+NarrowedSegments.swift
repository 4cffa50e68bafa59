package import Diagnostics
import QuerySyntax

extension Catalog {
  /// What is wrong with asking a segment for a metric; nil where both go together.
  ///
  /// A segment that is declared `only for` some metrics is defined for those, and so is everything
  /// below it; a formula belongs to them where all that it is made of does.
  package func narrowing(of path: String, against metric: Metric) -> Diagnostic? {
    guard hasNarrowedSegments else { return nil }
    for segment in segments(downTo: path) where !segment.onlyFor.isEmpty {
      let own = segment.onlyFor.compactMap { try? self.metric($0).name }
      guard !isAmong(own, metric) else { continue }
      return Catalog.narrowed(segment.path, to: own, metric)
    }
    return nil
  }

  /// A segment behind those above it, from the top.
  private func segments(downTo path: String) -> [Segment] {
    var segments: [Segment] = []
    var next = segment(at: path)
    while let segment = next {
      segments.insert(segment, at: 0)
      next = segment.parentPath.flatMap { self.segment(at: $0) }
    }
    return segments
  }

  /// Formulas have no cycles, so that this ends.
  private func isAmong(_ names: [String], _ metric: Metric) -> Bool {
    if names.contains(metric.name) { return true }
    let parts = metric.formula?.metricNames.compactMap { try? self.metric($0) } ?? []
    return !parts.isEmpty && parts.allSatisfy { isAmong(names, $0) }
  }

  private static func narrowed(
    _ segment: String, to names: [String], _ metric: Metric
  ) -> Diagnostic {
    let wider = (names + [metric.name]).joined(separator: ", ")
    return Diagnostic(
      "narrowed-segment",
      "segment \(segment) is declared only for \(names.joined(separator: ", ")), "
        + "and says nothing of \(metric.name)",
      notes: ["it can be declared anew: segment \(segment) … only for \(wider)"])
  }
}
