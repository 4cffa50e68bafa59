import Catalog
import MetricStore
import Metrics

/// Computes the cells of one company on one basis.
///
/// A base cell is made in a fixed order: quarters are resolved, segments added, the grain of the row
/// reached, and then a formula is applied to its aggregated parts. Series are read once, through
/// their packed columns, and kept.
final class CellEvaluator {
  let catalog: Catalog
  let company: Company
  /// The currency in which the company reports its money, where that isn't the metrics' own.
  let home: String?
  /// Whether the company's figures are asked for where an expression names no company.
  let answersRows: Bool
  /// Whether the query is about several companies.
  private(set) var answersAmongSeveral = false
  /// The evaluators of all companies of the query, where there are several: held by the one that works
  /// on expressions.
  private(set) var group: CompanyGroup?
  /// Whether growth on a base below zero is told, with the sign of the base.
  let tellsSignedGrowth: Bool
  /// How amounts of money are read; the query says so once it is resolved.
  private(set) var reading = CurrencyReading.own
  /// Whether both sides of a comparison are restricted to what they share.
  private(set) var comparesLikeForLike = false
  /// The segments that each company of a sum over several doesn't have.
  private(set) var lackingSegments: [String: Set<String>] = [:]
  /// Whether two times are being compared, so that what a sum speaks for is told child by child.
  private(set) var comparesTimes = false
  /// Whether values keep the steps in which they came about.
  private(set) var tracesOrigins = false
  /// The values of everything ranked so far, by ranking and place.
  var rankings: [RankingKey: Ranking] = [:]
  /// The work on the cell at hand.
  var effort = EvaluationEffort()
  /// How often something was begun, for looking now and then whether to stop.
  private var begun = 0
  /// Whether metrics are looked up anew, because queries were resolved with other declarations.
  private(set) var looksUpMetrics = false
  /// What metrics were defined as when they were printed, where any was defined anew.
  var definitions: PrintedDefinitions?
  /// What tells when a segment lives, where this sees one table only.
  let whole: CellEvaluator?
  private let reader: SeriesReader
  private let basis: Basis
  private let table: PrintedTable?
  /// What has been read, by this query or by those before it.
  let known: KnownFigures
  /// Whether what was printed for a segment ties to its children, for each that was looked at.
  var ties: [TieReference: Bool] = [:]
  private var typedFormulas: [String: TypedExpression] = [:]
  /// Metrics as another company's evaluator asks for them.
  var typedMetrics: [String: TypedExpression] = [:]

  struct TieReference: Hashable {
    let series: KnownFigures.Reference
    let period: Period
  }

  /// An evaluator over the figures that `store` holds of `company` on `basis`, of which some may be
  /// known.
  convenience init(
    store: MetricStore, catalog: Catalog, company: Company, basis: Basis,
    known: KnownFigures = KnownFigures(), tellsSignedGrowth: Bool = false, home: String? = nil,
    answersRows: Bool = true
  ) {
    self.init(
      reader: SeriesReader(store: store, company: company), catalog: catalog, basis: basis,
      known: known, tellsSignedGrowth: tellsSignedGrowth, home: home, answersRows: answersRows)
  }

  /// An evaluator over the figures that a reader reads.
  init(
    reader: SeriesReader, catalog: Catalog, basis: Basis, known: KnownFigures = KnownFigures(),
    tellsSignedGrowth: Bool = false, home: String? = nil, answersRows: Bool = true,
    table: PrintedTable? = nil, of whole: CellEvaluator? = nil
  ) {
    self.home = home
    self.answersRows = answersRows
    self.known = known
    self.reader = reader
    self.catalog = catalog
    company = reader.company
    self.basis = basis
    self.tellsSignedGrowth = tellsSignedGrowth
    self.table = table
    self.whole = whole
  }

  /// An evaluator that sees nothing but one table, with the declarations that it was printed under,
  /// and what this one knows of the lives of segments.
  func seeing(only table: PrintedTable, under catalog: Catalog) -> CellEvaluator {
    CellEvaluator(reader: reader, catalog: catalog, basis: basis, table: table, of: self)
  }

  /// Reads amounts and compares sides as a query says.
  func apply(_ query: ResolvedQuery) {
    reading = query.reading
    answersAmongSeveral = query.companies.areSeveral
    comparesLikeForLike = query.coverage.comparesLikeForLike
    lackingSegments = query.rowCompanies.lacking
    tracesOrigins = query.annotations.contains(.source)
    typedFormulas = [:]
    typedMetrics = [:]
  }

  /// Works on expressions for several companies, each of which has an evaluator of its own.
  func lead(_ others: [CellEvaluator]) { group = CompanyGroup(ledBy: self, others) }

  /// What a query reads as of a release: the figures and the declarations of then.
  func asOf(_ release: ReleaseSelection.Entry, for query: ResolvedQuery) -> CellEvaluator {
    let past = CellEvaluator(
      store: reader.store, catalog: release.catalog, company: company, basis: release.basis,
      tellsSignedGrowth: tellsSignedGrowth, home: home, answersRows: answersRows)
    past.looksUpMetrics = true
    past.definitions = definitions
    past.apply(query)
    if let group { past.lead(group.followers.map { $0.asOf(release, for: query) }) }
    return past
  }

  /// Does something for the evaluator that works on an expression, in the way in which that one does.
  func answering<Result>(
    _ lead: CellEvaluator, _ body: () throws -> Result
  ) rethrows -> Result {
    let outer = (comparesTimes, tracesOrigins)
    (comparesTimes, tracesOrigins) = (lead.comparesTimes, lead.tracesOrigins)
    defer { (comparesTimes, tracesOrigins) = outer }
    return try body()
  }

  /// Does something in which two times are compared, or no longer are.
  func comparingTimes<Result>(
    _ compares: Bool, _ body: () throws -> Result
  ) rethrows -> Result {
    let outer = comparesTimes
    comparesTimes = compares
    defer { comparesTimes = outer }
    return try body()
  }

  /// Enters an expression, unless there is too much of it or somebody wants to have it stopped.
  func enter(levels: Int = 1) throws {
    try effort.enter(levels: levels)
    try stopIfInterrupted()
  }

  /// Throws ``StoreError/interrupted`` when somebody wants the work to stop; it looks seldom enough to
  /// cost nothing.
  private func stopIfInterrupted() throws(StoreError) {
    begun &+= 1
    if begun.isMultiple(of: 64) { try goOn() }
  }

  /// Throws ``StoreError/interrupted`` when somebody wants the work to stop.
  func goOn() throws(StoreError) {
    if reader.store.isInterrupted() { throw .interrupted }
  }

  /// Does something in which values keep the steps in which they came about.
  func tracingOrigins<Result>(_ body: () throws -> Result) rethrows -> Result {
    let (outer, known) = (tracesOrigins, rankings)
    tracesOrigins = true
    // What was ranked without its steps has none.
    rankings = [:]
    defer { (tracesOrigins, rankings) = (outer, known) }
    return try body()
  }

  /// What one series says; empty when there is no such series.
  func figures(_ metric: Metric, segment: String, unit: Unit) throws -> SeriesFigures {
    let reference = KnownFigures.Reference(metric: metric.name, segment: segment, unit: unit)
    try stopIfInterrupted()
    return try known.series(reference, on: basis, by: company.rounding) {
      let observations = try reader.observations(
        of: reference, among: known.listings[metric.name].map { $0[segment] ?? [] })
      return table.map { observations.filter($0.holds) } ?? observations
    }
  }

  /// Finds the series of a metric for all segments at once, where many of them will be asked for.
  func listSeries(of metric: Metric) throws {
    if known.listings[metric.name] != nil { return }
    let stored = try reader.store.series(company: company.name, metric: metric.name)
    known.listings[metric.name] = Dictionary(grouping: stored, by: \.key.segment)
  }

  /// What the figures are read from.
  var store: MetricStore { reader.store }

  /// What judges why published figures of the company changed.
  func changeJudge() throws -> ChangeJudge {
    ChangeJudge(
      reader: FactReader(store: store, company: company), catalog: catalog,
      releases: try store.releases())
  }

  /// The formula of a metric with its names resolved, in the currency of `unit`; a formula without a
  /// currency is worked out in the one that the query reads.
  func typedFormula(of metric: Metric, unit: Unit) throws -> TypedExpression? {
    let key = metric.name + " " + unit.description
    if let known = typedFormulas[key] { return known }
    guard let formula = metric.formula else { return nil }
    let own = unit.currency.map { CurrencyReading(currency: $0, conversion: nil) }
    let typed = try TypedExpressionBuilder(
      catalog: catalog, calendar: company.calendar, reading: own ?? reading, home: home
    ).build(formula)
    typedFormulas[key] = typed
    return typed
  }
}
