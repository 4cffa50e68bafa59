import Catalog
import MetricStore
import Metrics

/// Reads the series of one company, for all evaluators that share it.
final class SeriesReader {
  let store: MetricStore
  let company: Company
  /// Whether what was read is kept, for others who will ask for it.
  private let keepsObservations: Bool
  private var read: [KnownFigures.Reference: [Observation]] = [:]

  init(store: MetricStore, company: Company, keepsObservations: Bool = false) {
    self.store = store
    self.company = company
    self.keepsObservations = keepsObservations
  }

  deinit {
    Disposal.letGo(&read, leaving: [:])
  }

  /// The observations of a series, in their order; none when there is no such series.
  ///
  /// The series of the metric and segment are looked up where `listed` doesn't name them.
  func observations(
    of reference: KnownFigures.Reference, among listed: [StoredSeries]?
  ) throws -> [Observation] {
    if let known = read[reference] { return known }
    let name = reference.unit.description
    let stored =
      try listed
      ?? store.series(
        company: company.name, metric: reference.metric, segment: reference.segment)
    let match = stored.first { $0.key.unit == name }
    let observations = try match.map { try store.observations(of: $0) } ?? []
    if keepsObservations { read[reference] = observations }
    return observations
  }
}

/// What one file printed on one day: figures that stand beside one another.
struct PrintedTable: Hashable {
  /// The sequence numbers of the file's observations.
  let sequences: Range<Int64>
  /// The day on which they were published, as a file can hold the figures of several.
  let published: CalendarDate

  func holds(_ observation: Observation) -> Bool {
    sequences.contains(observation.sequence) && observation.published == published
  }
}
