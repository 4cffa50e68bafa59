import MetricStore
import Metrics

/// What has been read of one company on one basis, and where its figures begin and end.
///
/// Nothing in it belongs to one query, so that it serves the queries that follow for as long as nothing
/// is appended.
final class KnownFigures {
  /// A metric of a segment in a unit, whether or not there is a series of it.
  struct Reference: Hashable {
    let metric: String
    let segment: String
    let unit: Unit
  }

  /// What each series says.
  private(set) var series: [Reference: SeriesFigures] = [:]
  /// The series of each metric of which all have been looked up, by their segment.
  var listings: [String: [String: [StoredSeries]]] = [:]
  /// When there are figures of a segment or of anything below it.
  var lives: [Reference: SegmentLife?] = [:]
  /// The first and the last quarter with a value, where amounts are read in their own currency.
  var reaches: [Reference: (first: Period, last: Period)?] = [:]
  /// How many observations the series were made of.
  private(set) var observationCount = 0

  deinit {
    Disposal.letGo(&series, leaving: [:])
    Disposal.letGo(&listings, leaving: [:])
    Disposal.letGo(&lives, leaving: [:])
    Disposal.letGo(&reaches, leaving: [:])
  }

  /// What one series says, read on the first time that it is asked for.
  func series(
    _ reference: Reference, on basis: Basis, by rounding: PrintedRounding,
    read: () throws -> [Observation]
  ) rethrows -> SeriesFigures {
    if let known = series[reference] { return known }
    let observations = try read()
    let figures = SeriesFigures(observations, on: basis, by: rounding)
    series[reference] = figures
    observationCount += observations.count
    return figures
  }
}

/// The figures that queries have read, kept for those that follow.
///
/// Everything is dropped when anything has been appended, by this program or by another, and when
/// there is so much of it that reading again is the lesser evil.
struct FigureMemory {
  private struct Key: Hashable {
    let company: String
    let basis: Basis
  }

  private static let mostObservations = 200_000

  private var state: StoreState?
  private var known: [Key: KnownFigures] = [:]
  /// The segments with figures of a metric of a company, by their names.
  private var segments: [[String]: Set<String>] = [:]

  /// What is known of a company on a basis, to which what is read from now on is added.
  mutating func figures(
    of company: String, on basis: Basis, in store: MetricStore
  ) throws(StoreError) -> KnownFigures {
    try forgetWhatIsOutdated(in: store)
    let count = known.values.reduce(0) { $0 + $1.observationCount }
    if count > FigureMemory.mostObservations { known = [:] }
    let key = Key(company: company, basis: basis)
    if let known = known[key] { return known }
    let new = KnownFigures()
    known[key] = new
    return new
  }

  /// The paths of the segments for which a company has figures of a metric, and of all above those.
  mutating func segments(
    of company: String, metric: String, in store: MetricStore
  ) throws(StoreError) -> Set<String> {
    try forgetWhatIsOutdated(in: store)
    if let known = segments[[company, metric]] { return known }
    let reporting = try store.segments(company: company, metric: metric)
    var paths = Set(reporting)
    for path in reporting {
      for index in path.utf8.indices where path.utf8[index] == UInt8(ascii: ".") {
        paths.insert(String(path[..<index]))
      }
    }
    segments[[company, metric]] = paths
    return paths
  }

  private mutating func forgetWhatIsOutdated(in store: MetricStore) throws(StoreError) {
    let state = try store.state()
    if state == self.state { return }
    known = [:]
    segments = [:]
    self.state = state
  }
}
