import Catalog
import MetricStore
import Metrics

/// What a check is asked to look at.
enum CheckScope {
  case everything
  /// A metric's figures, and the equations that name it.
  case metric(String)
  /// A segment's figures, and the total that it is a part of.
  case segment(String)
  /// What a release printed.
  case release(StoredRelease)

  /// Whether figures of a metric in a segment are to be looked at for themselves.
  func includesFigures(of metric: Metric, _ segment: String) -> Bool {
    switch self {
    case .everything, .release: true
    case .metric(let name): metric.name == name
    case .segment(let path): segment == path
    }
  }

  /// Whether a segment is to be compared with its children.
  func includesTotal(of metric: Metric, _ segment: String, _ catalog: Catalog) -> Bool {
    if includesFigures(of: metric, segment) { return true }
    guard case .segment(let path) = self, path != Segment.rootPath else { return false }
    return (catalog.segment(at: path)?.parentPath ?? Segment.rootPath) == segment
  }

  /// Whether a metric's figures in a segment are to be compared with an equation.
  func includes(_ equation: CheckedEquation, of metric: Metric, _ segment: String) -> Bool {
    if includesFigures(of: metric, segment) { return true }
    if case .metric(let name) = self { return equation.metrics.contains(name) }
    return false
  }

  /// The release that one of the figures of every comparison has to have come with, if any has to.
  var release: StoredRelease? {
    if case .release(let release) = self { release } else { nil }
  }

  /// Whether a printed figure is to be looked at for itself: all, unless it has to be of one release.
  func includes(_ figure: ResolvedFigure) -> Bool {
    includesAny(of: figure.terms.map(\.sequence))
  }

  /// Whether what a figure is compared with brings the comparison into the scope, although the figure
  /// itself may be older: a release can break a total that others printed.
  func includes(parts: [OriginStep]) -> Bool {
    includesAny(of: parts.flatMap(\.observations))
  }

  private func includesAny(of sequences: [Int64]) -> Bool {
    guard let release else { return true }
    return sequences.contains { release.sequences.contains($0) }
  }

  /// Whether a fact that is printed twice is to be looked at.
  func includes(_ repetition: VintageResolution.Repetition) -> Bool {
    includesAny(of: [repetition.used.sequence, repetition.other.sequence])
  }
}
