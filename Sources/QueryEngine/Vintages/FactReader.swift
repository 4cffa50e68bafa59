import Catalog
import MetricStore
import Metrics

/// What was printed: one metric of one segment in one unit, over one period or at one moment.
struct PrintedFact: Hashable {
  let metric: String
  let segment: String
  let unit: String
  let period: Period

  /// What an observation states.
  init(_ stored: StoredObservation) {
    self.init(
      metric: stored.series.metric, segment: stored.series.segment, unit: stored.series.unit,
      period: stored.observation.period)
  }

  init(metric: String, segment: String, unit: String, period: Period) {
    self.metric = metric
    self.segment = segment
    self.unit = unit
    self.period = period
  }

  /// The same of another segment.
  func of(_ segment: String) -> PrintedFact {
    PrintedFact(metric: metric, segment: segment, unit: unit, period: period)
  }
}

/// Reads every publication of a company's facts, each series once.
final class FactReader {
  let store: MetricStore
  let company: Company
  private var series: [String: [StoredSeries]] = [:]
  private var observations: [StoredSeries: [Observation]] = [:]

  init(store: MetricStore, company: Company) {
    self.store = store
    self.company = company
  }

  deinit {
    Disposal.letGo(&observations, leaving: [:])
  }

  /// Every printing of a fact, in the order of publication.
  func printings(of fact: PrintedFact) throws -> [Observation] {
    guard let series = try series(of: fact) else { return [] }
    return try printings(in: series).filter { $0.period == fact.period }
  }

  /// Every printing of a series, ordered by period and then by publication.
  func printings(in series: StoredSeries) throws -> [Observation] {
    if let known = observations[series] { return known }
    let all = try store.observations(of: series)
    observations[series] = all
    return all
  }

  /// The figure of a fact that stands on a basis; nil where none does.
  func standing(_ fact: PrintedFact, on basis: Basis) throws -> Amount? {
    VintageResolution.resolve(
      try printings(of: fact), on: basis, by: company.rounding)?.amount
  }

  private func series(of fact: PrintedFact) throws -> StoredSeries? {
    let key = fact.metric + " " + fact.segment
    let known =
      try series[key]
      ?? store.series(
        company: company.name, metric: fact.metric, segment: fact.segment)
    series[key] = known
    return known.first { $0.key.unit == fact.unit }
  }
}
