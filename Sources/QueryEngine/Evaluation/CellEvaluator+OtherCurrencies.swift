import Catalog
import MetricStore
import Metrics

/// Segments that report in a currency of their own: they are there, and a sum without them is none.
extension CellEvaluator {
  /// When a segment that has nothing in one currency reports in others; it has no figures then.
  func lifeInOtherCurrencies(
    of metric: Metric, unit: Unit, segment: String
  ) throws -> SegmentLife? {
    try otherCurrencies(of: metric, unit: unit, segment: segment).compactMap { other in
      SegmentLife(try figures(metric, segment: segment, unit: other))?.start
    }.min().map(SegmentLife.init(inOtherCurrenciesFrom:))
  }

  /// Another currency in which a metric was printed for a segment in a period; nil where there is none.
  func otherCurrency(of metric: Metric, segment: String, in period: Period) throws -> String? {
    let others = try otherCurrencies(of: metric, unit: ownUnit(of: metric), segment: segment)
    return try others.first { other in
      let figures = try figures(metric, segment: segment, unit: other)
      return figures.printed(period) != nil || figures.printed(period.instant) != nil
    }?.currency
  }

  /// The units of other currencies in which figures of a metric were printed for a segment itself.
  private func otherCurrencies(of metric: Metric, unit: Unit, segment: String) throws -> [Unit] {
    guard unit.currency != nil else { return [] }
    try listSeries(of: metric)
    let listed = known.listings[metric.name]?[segment] ?? []
    return listed.compactMap { UnitText(parsing: $0.key.unit).flatMap(catalog.units.resolve)?.unit }
      .filter { $0 != unit }
  }
}
