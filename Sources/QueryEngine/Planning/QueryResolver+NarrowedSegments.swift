import Catalog
import Diagnostics
import QuerySyntax

extension QueryResolver {
  /// Refuses a segment that is named, beside a measure or in its pin, and isn't declared for a metric
  /// of it: one side of a ratio would be about something else than the other.
  ///
  /// Among the rows of a pattern such a segment has no figures, and is left out where others have.
  func requireDefined(_ measures: [ResolvedMeasure]) throws(Diagnostic) {
    guard catalog.hasNarrowedSegments else { return }
    var named: [(path: String, range: SourceRange)] = []
    for pattern in query.segments {
      guard case .segment(let name) = pattern.kind else { continue }
      named.append((try catalog.segmentPath(name), pattern.range))
    }
    for measure in measures {
      for leaf in measure.expression.leaves {
        let pinned = leaf.segment.map { [($0, measure.range ?? query.range)] }
        for (path, range) in pinned ?? named {
          try requireDefined(path, for: leaf.metric, at: range)
        }
      }
    }
  }

  /// Whether a segment is declared for any of some measures.
  func isDefined(_ path: String, for measures: [ResolvedMeasure]) -> Bool {
    if !catalog.hasNarrowedSegments { return true }
    return measures.contains { measure in
      measure.expression.leaves.allSatisfy { leaf in
        leaf.segment != nil || catalog.narrowing(of: path, against: leaf.metric) == nil
      }
    }
  }

  private func requireDefined(
    _ path: String, for metric: Metric, at range: SourceRange
  ) throws(Diagnostic) {
    guard var diagnostic = catalog.narrowing(of: path, against: metric) else { return }
    diagnostic.range = range
    throw diagnostic
  }
}

extension TypedExpression {
  /// The metrics that it reads, each with the segment that it is pinned to.
  fileprivate var leaves: [(metric: Metric, segment: String?)] {
    if case .metric(let metric, _, let segment, _) = self { return [(metric, segment)] }
    return operands.flatMap(\.leaves)
  }
}
