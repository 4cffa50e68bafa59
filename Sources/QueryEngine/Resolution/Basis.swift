import MetricStore
import Metrics

/// Which publications a query believes.
struct Basis: Hashable, Sendable {
  /// Which of several published values of one fact stands.
  enum Vintage: Sendable {
    /// The newest.
    case restated
    /// The first.
    case reported
  }

  /// Up to where publications count.
  enum Cutoff: Hashable, Sendable {
    /// Up to the end of a day.
    case day(CalendarDate)
    /// Up to a release; of those of its day, it and those that were appended before it.
    case release(StoredRelease)

    /// The last day whose publications count.
    var day: CalendarDate {
      switch self {
      case .day(let day): day
      case .release(let release): release.published
      }
    }

    /// Whether something had been published by then.
    func includes(_ observation: Observation) -> Bool {
      switch self {
      case .day(let day): observation.published <= day
      case .release(let release):
        observation.published < release.published
          || (observation.published == release.published
            && observation.sequence < release.sequences.upperBound)
      }
    }
  }

  /// Which of several values stands.
  let vintage: Vintage
  /// Up to where publications count; nil for no limit.
  let cutoff: Cutoff?

  /// A basis from its parts.
  init(vintage: Vintage = .restated, cutoff: Cutoff? = nil) {
    self.vintage = vintage
    self.cutoff = cutoff
  }

  /// Everything published so far, the newest of each fact.
  static let restated = Basis()
  /// Everything published so far, the first of each fact.
  static let reported = Basis(vintage: .reported)
}

extension Basis {
  /// The words that headings and machine formats have for it: `as restated`, `as of 2004-08-31`.
  var described: String {
    switch (vintage, cutoff) {
    case (.restated, nil): "as restated"
    case (.restated, let cutoff?): "as of \(cutoff.described)"
    case (.reported, nil): "as reported"
    case (.reported, let cutoff?): "as reported by \(cutoff.described)"
    }
  }
}

extension Basis.Cutoff {
  /// The day, or the release with its day: `iij-2q04 (2004-11-11)`.
  var described: String {
    switch self {
    case .day(let day): day.description
    case .release(let release): "\(release.name) (\(release.published))"
    }
  }
}
