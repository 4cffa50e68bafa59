import Catalog
import MetricStore
import Metrics

/// Checks the figures of one company, table by table and then as they are resolved.
struct CompanyChecker {
  private let scope: CheckScope
  private let basis: Basis
  private let sources: [StoredSource]
  private let reader: SeriesReader
  private let whole: CellEvaluator
  /// What a table is read under: the declarations of its release.
  private let catalogs: ReleaseCatalogs
  /// An evaluator for each table, made when it is needed.
  private let evaluators = TableEvaluators()

  private var catalog: Catalog { whole.catalog }

  init(
    _ company: Company, in catalog: Catalog, of store: MetricStore, sources: [StoredSource],
    on basis: Basis, scope: CheckScope, catalogs: ReleaseCatalogs
  ) {
    self.scope = scope
    self.catalogs = catalogs
    self.basis = basis
    self.sources = sources
    reader = SeriesReader(store: store, company: company, keepsObservations: true)
    whole = CellEvaluator(reader: reader, catalog: catalog, basis: basis)
  }

  /// Every check, in the order in which metrics and segments were declared.
  func checks() throws -> [Check] {
    var checks: [Check] = []
    do {
      for metric in catalog.metrics {
        for series in try series(of: metric) {
          try whole.goOn()
          checks += try self.checks(of: metric, series.segment, series.unit)
        }
      }
    } catch {
      Disposal.letGo(&checks, leaving: [])
      throw error
    }
    return checks
  }

  /// The series of a metric, the root's first and then segment by segment; of each, the metric's own
  /// unit comes first.
  private func series(of metric: Metric) throws -> [KnownFigures.Reference] {
    let stored = try reader.store.series(company: reader.company.name, metric: metric.name)
    let bySegment = Dictionary(grouping: stored.map(\.key), by: \.segment)
    let own = metric.signature.unit
    return ([Segment.rootPath] + catalog.segments.map(\.path)).flatMap { path in
      let units = (bySegment[path] ?? []).compactMap { own.asPrinted($0.unit) }
      return (units.filter { $0 == own } + units.filter { $0 != own }).map {
        KnownFigures.Reference(metric: metric.name, segment: path, unit: $0)
      }
    }
  }

  private func checks(of metric: Metric, _ segment: String, _ unit: Unit) throws -> [Check] {
    let reference = KnownFigures.Reference(metric: metric.name, segment: segment, unit: unit)
    let resolved = try checker(of: reference, with: whole, .everything)
    let observations = try reader.observations(of: reference, among: nil)
    let printed = try tables(of: observations).flatMap { index, table in
      try checks(of: reference, in: table, index, resolved)
    }
    // What a table has said already, with the same figures, isn't told again.
    let byPeriod = Dictionary(grouping: printed, by: \.period)
    let untold = try resolved?.checks().filter { check in
      byPeriod[check.period]?.contains { $0.repeats(check) } != true
    }
    return try printed + (untold ?? []) + repetitions(in: observations, metric, segment, unit)
  }

  /// The checks of a series as one table prints it, under the declarations of the table's release,
  /// because a later formula doesn't say what was printed before it; `current` goes by those of now.
  private func checks(
    of series: KnownFigures.Reference, in table: PrintedTable, _ index: Int,
    _ current: SeriesChecker?
  ) throws -> [Check] {
    let past = try catalogs[sources[index].release]
    let evaluator = evaluators[table, of: whole, under: past ?? catalog]
    if past != nil {
      return try checker(of: series, with: evaluator, .table(index))?.checks() ?? []
    }
    return try current?.reading(with: evaluator, .table(index)).checks() ?? []
  }

  /// What checks a series by the declarations of an evaluator; nil where the scope asks for nothing of
  /// it.
  private func checker(
    of series: KnownFigures.Reference, with evaluator: CellEvaluator, _ origin: Check.Origin
  ) throws -> SeriesChecker? {
    let (segment, unit, catalog) = (series.segment, series.unit, evaluator.catalog)
    guard let metric = catalog.metric(named: series.metric) else { return nil }
    let equations = try CheckedEquation.all(
      of: metric, in: unit, catalog, reader.company.calendar)
    guard
      scope.includesTotal(of: metric, segment, catalog)
        || equations.contains(where: { scope.includes($0, of: metric, segment) })
    else { return nil }
    let own = ResolvedMeasure(metric: metric, unit: unit)
    let children = try catalog.children(of: segment).filter {
      try whole.isPresent([own], segment: $0.path)
    }
    return SeriesChecker(
      metric: metric, segment: segment, unit: unit, equations: equations, children: children,
      scope: scope, evaluator: evaluator, origin: origin)
  }

  /// The tables that print a series, in the order of appending, each with the place of its file.
  private func tables(of observations: [Observation]) -> [(Int, PrintedTable)] {
    var found: Set<PrintedTable> = []
    return observations.filter { basis.cutoff?.includes($0) ?? true }
      .compactMap { observation -> (Int, PrintedTable)? in
        guard let index = sources.index(of: observation.sequence) else { return nil }
        let table = PrintedTable(
          sequences: sources[index].sequences, published: observation.published)
        return found.insert(table).inserted ? (index, table) : nil
      }
      .sorted { ($0.0, $0.1.published) < ($1.0, $1.1.published) }
  }

  // MARK: - Facts printed more than once

  private func repetitions(
    in observations: [Observation], _ metric: Metric, _ segment: String, _ unit: Unit
  ) throws -> [Check] {
    guard scope.includesFigures(of: metric, segment) else { return [] }
    var checks: [Check] = []
    var rest = observations[...]
    while let first = rest.first {
      let facts = rest.prefix { $0.period == first.period }
      rest = rest.dropFirst(facts.count)
      if facts.count < 2 { continue }
      let found = VintageResolution.repetitions(
        of: facts, on: basis, by: reader.company.rounding)
      for repetition in found where scope.includes(repetition) {
        checks.append(try check(of: repetition, metric, segment, unit))
      }
    }
    return checks
  }

  private func check(
    of repetition: VintageResolution.Repetition, _ metric: Metric, _ segment: String, _ unit: Unit
  ) throws -> Check {
    let (used, other) = (repetition.used, repetition.other)
    let rounding = reader.company.rounding
    let index = sources.index(of: other.sequence) ?? 0
    let against = sources.index(of: used.sequence) ?? index
    return Check(
      kind: .repetition, metric: metric, segment: segment, unit: unit, period: other.period,
      against: against == index ? "the same file" : sources[against].file,
      origin: .table(index),
      result: .compared(
        try Tie(
          printed: other.amount(rounding), again: used.amount(rounding),
          isConsistent: repetition.isConsistent)))
  }
}

/// The evaluators of tables, each made once.
private final class TableEvaluators {
  private var known: [PrintedTable: CellEvaluator] = [:]

  subscript(
    table: PrintedTable, of whole: CellEvaluator, under catalog: @autoclosure () -> Catalog
  ) -> CellEvaluator {
    if let evaluator = known[table] { return evaluator }
    let new = whole.seeing(only: table, under: catalog())
    known[table] = new
    return new
  }
}

extension [StoredSource] {
  /// The place of the file that brought an observation, among files in the order of appending.
  fileprivate func index(of sequence: Int64) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].sequences.upperBound <= sequence { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].sequences.contains(sequence) ? low : nil
  }
}

extension Unit {
  /// The unit of that name in which figures of this unit can be printed too, as it is or in another
  /// currency.
  fileprivate func asPrinted(_ name: String) -> Unit? {
    if description == name { return self }
    guard let own = currency else { return nil }
    return UnitTable.currencies.lazy.map { self / Unit(base: own) * Unit(base: $0) }
      .first { $0.description == name }
  }
}
