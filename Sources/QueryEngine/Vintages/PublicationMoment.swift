import Catalog
import MetricStore
import Metrics

/// A moment at which a company's figures, or what is declared of them, can have changed.
struct PublicationMoment {
  /// The day of publication; nil for now, when declarations can have changed since.
  let day: CalendarDate?
  /// The releases that brought what was published then.
  let releases: [String]
  /// What counts as of then.
  let basis: Basis
}

extension Session {
  /// Every moment at which a company published something that counts on a basis, in order, and now
  /// where the basis doesn't end before.
  ///
  /// Figures can be older than the release that brings them, so that the days are those of the
  /// figures themselves.
  func publicationMoments(of company: Company, on basis: Basis) throws -> [PublicationMoment] {
    var samples: [CalendarDate: Int64] = [:]
    for series in try store.series(company: company.name) {
      for observation in try store.observations(of: series)
      where basis.cutoff?.includes(observation) != false {
        samples[observation.published] = observation.sequence
      }
    }
    let releases = try store.releases()
    let moments = samples.sorted { $0.key < $1.key }.map { day, sequence in
      let ownRelease = releases.filter { $0.sequences.contains(sequence) }
      let ofDay = releases.filter { $0.company == company.name && $0.published == day }
      return PublicationMoment(
        day: day, releases: (ofDay.isEmpty ? ownRelease : ofDay).map(\.name),
        basis: basis.cutoff?.day == day ? basis : Basis(cutoff: .day(day)))
    }
    let now = PublicationMoment(day: nil, releases: [], basis: basis)
    return basis.cutoff == nil ? moments + [now] : moments
  }
}
