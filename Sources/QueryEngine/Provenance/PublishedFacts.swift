import Catalog
import MetricStore
import Metrics

/// What the store holds of single facts, as a basis sees it.
///
/// Series are read once and kept, and so is where each figure was printed.
final class PublishedFacts {
  private let store: MetricStore
  private let companies: [Company]
  private let basis: Basis
  private var series: [SeriesKey: [Observation]] = [:]
  private var printed: [Int64: StoredObservation] = [:]

  init(store: MetricStore, companies: [Company], basis: Basis) {
    self.store = store
    self.companies = companies
    self.basis = basis
  }

  /// A figure by its place in the order of appending.
  func figure(_ sequence: Int64) throws -> PrintedFigure? {
    if let known = printed[sequence] { return PrintedFigure(stored: known) }
    let found = try store.storedObservations(sequence..<sequence + 1).first
    printed[sequence] = found
    return found.map(PrintedFigure.init)
  }

  /// A figure with the precision at which its company prints.
  func amount(of figure: PrintedFigure) -> Amount {
    figure.stored.observation.amount(rounding(of: figure))
  }

  private func rounding(of figure: PrintedFigure) -> PrintedRounding {
    companies.first { $0.name == figure.stored.series.company }?.rounding ?? .nearest
  }

  /// What else was published of the fact that a figure states, and what it is to the figure.
  func others(
    of figure: PrintedFigure
  ) throws -> [(figure: PrintedFigure, is: VintageResolution.Relation)] {
    let facts = try observations(of: figure.stored.series, figure.stored.observation.period)
    return try VintageResolution(rounding: rounding(of: figure)).others(
      of: figure.stored.observation, among: facts, on: basis
    )
    .compactMap { other in
      try self.figure(other.observation.sequence).map { ($0, other.is) }
    }
  }

  /// The withdrawal of a fact that nothing has stated since; nil for any other.
  func withdrawal(
    of metric: String, unit: Unit, company: String?, segment: String, _ period: Period
  ) throws -> PrintedFigure? {
    guard let company = company ?? companies.first?.name else { return nil }
    let key = SeriesKey(
      company: company, metric: metric, segment: segment, unit: unit.description)
    for moment in [period, period.instant] {
      let facts = try observations(of: key, moment)
      if let withdrawn = VintageResolution.withdrawal(among: facts, on: basis) {
        return try figure(withdrawn.sequence)
      }
    }
    return nil
  }

  private func observations(of key: SeriesKey, _ period: Period) throws -> [Observation] {
    if series[key] == nil {
      let stored = try store.series(
        company: key.company, metric: key.metric, segment: key.segment)
      series[key] = try stored.first { $0.key == key }.map(store.observations) ?? []
    }
    return series[key, default: []].filter { $0.period == period }
  }
}
