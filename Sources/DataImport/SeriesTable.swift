import Catalog
import Metrics
import MetricStore
import QuerySyntax

/// Which spellings a row has for what makes its series: indices into the resolver's caches.
struct RowNames: Hashable {
  let company: Int
  let metric: Int
  let segment: Int
  let unit: Int
  let kind: Int

  /// Hashes all five at once, because this is done for every row.
  func hash(into hasher: inout Hasher) {
    var mixed = (company &* 31 &+ kind) &* 31 &+ unit
    mixed = (mixed &* 1021 &+ metric) &* 65_521 &+ segment
    hasher.combine(mixed)
  }
}

/// What the figures of a row belong to.
struct ResolvedSeries {
  /// The index of the series in the release.
  let index: Int
  /// The fiscal calendar of the company.
  let calendar: FiscalCalendar
  /// Whether the figures are amounts at a moment.
  let isStock: Bool
  /// The unit that the figures are printed in.
  let unit: PrintedUnit
}

/// The series of an import, each found once for every way in which rows spell it.
struct SeriesTable {
  /// What a row's names come to.
  enum Entry {
    case series(ResolvedSeries)
    case refused([(fact: ImportFact, role: ColumnRole)])
  }

  /// The series, in the order in which they were first met.
  private(set) var keys: [SeriesKey] = []
  private var indices: [SeriesKey: Int] = [:]
  private var entries: [RowNames: Entry] = [:]

  /// What a row's names come to.
  mutating func entry(for names: RowNames, in resolver: inout FieldResolver) -> Entry {
    if let entry = entries[names] { return entry }
    let entry = makeEntry(for: names, in: &resolver)
    entries[names] = entry
    return entry
  }

  private mutating func makeEntry(for names: RowNames, in resolver: inout FieldResolver) -> Entry {
    guard let company = resolver.companies.values[names.company].value,
      let reference = resolver.metrics.values[names.metric].value,
      let segment = resolver.segments.values[names.segment].value,
      let written = resolver.units.values[names.unit].value,
      let kind = resolver.kinds.values[names.kind].value
    else { return .refused(SeriesTable.facts(against: names, in: resolver)) }
    switch resolver.names.metric(reference, kind: kind, unit: written) {
    case .refused(let fact): return .refused([(fact, .metric)])
    case .found(let metric):
      if let diagnostic = resolver.names.catalog.narrowing(of: segment, against: metric) {
        return .refused([(.series(.catalog(diagnostic, canDeclare: false)), .segment)])
      }
      switch SeriesTable.printedUnit(written, of: metric) {
      case .refused(let fact): return .refused([(fact, .unit)])
      case .found(let unit):
        let key = SeriesKey(
          company: company.name, metric: metric.name, segment: segment,
          unit: unit.unit.description)
        return .series(
          ResolvedSeries(
            index: index(of: key), calendar: company.calendar,
            isStock: metric.signature.kind == .stock, unit: unit))
      }
    }
  }

  private mutating func index(of key: SeriesKey) -> Int {
    if let index = indices[key] { return index }
    keys.append(key)
    indices[key] = keys.count - 1
    return keys.count - 1
  }

  private static func facts(
    against names: RowNames, in resolver: FieldResolver
  ) -> [(fact: ImportFact, role: ColumnRole)] {
    let facts: [(ImportFact?, ColumnRole)] = [
      (resolver.companies.values[names.company].fact, .company),
      (resolver.metrics.values[names.metric].fact, .metric),
      (resolver.segments.values[names.segment].fact, .segment),
      (resolver.units.values[names.unit].fact, .unit),
      (resolver.kinds.values[names.kind].fact, .kind),
    ]
    return facts.compactMap { fact, role in fact.map { ($0, role) } }
  }

  /// The unit of a row's figures, which is the metric's own or the like in another currency.
  private static func printedUnit(
    _ written: UnitReference, of metric: Metric
  ) -> Resolved<PrintedUnit> {
    let own = metric.signature.unit
    switch written {
    case .own:
      let isPercent = metric.shownIn == .percent
      return .found(isPercent ? .percent : PrintedUnit(unit: own, scaleExponent: 0))
    case .scale(let exponent): return .found(PrintedUnit(unit: own, scaleExponent: exponent))
    case .printed(let printed, _):
      if printed.unit == own || isOwnInOtherCurrency(printed.unit, own) { return .found(printed) }
      return .refused(
        .series(
          .unitClash(
            metric: metric.name, own: own.description, found: printed.unit.description)))
    }
  }

  private static func isOwnInOtherCurrency(_ unit: Unit, _ own: Unit) -> Bool {
    guard let theirs = unit.currency, let ours = own.currency else { return false }
    return unit / Unit(base: theirs) == own / Unit(base: ours)
  }
}

extension ImportNames {
  /// The metric of a row, declared if it is new.
  mutating func metric(
    _ reference: MetricReference, kind: MetricKind?, unit: UnitReference
  ) -> Resolved<Metric> {
    switch reference {
    case .declared(let metric): return checked(metric, kind: kind)
    case .new(let label):
      if case .found(.declared(let metric)) = self.metric(label) {
        return checked(metric, kind: kind)
      }
      guard let own = kind ?? defaultKind else {
        return .refused(.series(.newMetricWithoutKind(label)))
      }
      guard case .printed(let printed, let written) = unit else {
        return .refused(.series(.newMetricWithoutUnit(label)))
      }
      // One --kind is said for a whole file, whose margins and figures per share don't add up.
      let addsUp = kind != nil || printed.unit.isPlainCount
      return declareMetric(label, kind: addsUp ? own : .rate, unit: written)
    }
  }

  private func checked(_ metric: Metric, kind: MetricKind?) -> Resolved<Metric> {
    guard let kind, metric.signature.kind != Aggregation(kind) else { return .found(metric) }
    return .refused(
      .series(
        .kindClash(
          metric: metric.name, declared: metric.signature.kind.described, found: kind)))
  }
}

extension Unit {
  /// Whether things are counted in it, and nothing is divided: neither a ratio nor `JPY/share`.
  fileprivate var isPlainCount: Bool { !isRatio && factors.allSatisfy { $0.power > 0 } }
}
