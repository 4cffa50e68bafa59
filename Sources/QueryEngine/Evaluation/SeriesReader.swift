import Catalog
import MetricStore
import Metrics

/// What one series is a series of, within one company.
struct SeriesReference: Hashable {
  let metric: String
  let segment: String
  let unit: Unit
}

/// Reads the series of one company, each once, for all evaluators that share it.
final class SeriesReader {
  let store: MetricStore
  let company: Company
  private var read: [SeriesReference: [Observation]] = [:]

  init(store: MetricStore, company: Company) {
    self.store = store
    self.company = company
  }

  /// The observations of a series, in their order; none when there is no such series.
  func observations(of reference: SeriesReference) throws -> [Observation] {
    if let known = read[reference] { return known }
    let name = reference.unit.description
    let stored = try store.series(
      company: company.name, metric: reference.metric, segment: reference.segment)
    let match = stored.first { $0.key.unit == name }
    let observations = try match.map { try store.observations(of: $0) } ?? []
    read[reference] = observations
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
