import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Turns a query's tree into a resolved query: names gone, kinds and units checked, periods
/// concrete.
///
/// It reads nothing but the catalog, apart from one thing that only the figures know: which
/// quarters have a value, for `latest`, `first` and a query without a period. That comes in as
/// `reach`.
struct QueryResolver {
  /// The first and the last quarter in which a reported metric of the query has a value.
  typealias Reach = (
    _ company: Company, _ measures: [ResolvedMeasure], _ segments: [String]
  ) throws -> (first: Period, last: Period)?

  /// Whether a segment or anything below it has a figure of one of the measures.
  typealias Presence = (
    _ company: Company, _ measures: [ResolvedMeasure], _ segment: String
  ) throws -> Bool

  /// The releases of some companies that count on the query's basis.
  typealias Releases = (_ companies: [Company]) throws -> [ReleaseSelection.Entry]

  let catalog: Catalog
  let basis: Basis
  let query: Query
  /// The companies that the query is about.
  let companies: QueryCompanies
  /// What the query wants told beside each measure.
  let extraUses: [ExtraUse]
  /// Whether the answer goes to a machine format, which is never rounded or scaled.
  let isForMachines: Bool
  let reach: Reach
  let isPresent: Presence
  let releases: Releases

  /// A resolver of one query.
  init(
    _ query: Query, catalog: Catalog, companies: QueryCompanies, basis: Basis,
    isForMachines: Bool, reach: @escaping Reach,
    isPresent: @escaping Presence, releases: @escaping Releases
  ) {
    self.isForMachines = isForMachines
    self.query = query.decidingNumberNames(in: catalog)
    extraUses = self.query.extraUses
    self.catalog = catalog
    self.companies = companies
    self.basis = basis
    self.reach = reach
    self.isPresent = isPresent
    self.releases = releases
  }

  /// The resolved query; throws a diagnostic that names the place and says what to type instead.
  func resolve() throws -> ResolvedQuery {
    try query.hasOpenPins ? closingPins().resolveClosed() : resolveClosed()
  }

  /// The same resolver of the query with `latest` and `first` in brackets as the quarters that they
  /// stand for: those of the query without them.
  private func closingPins() throws -> QueryResolver {
    let open = query.mappingPinnedPeriods { $0.dependsOnFigures ? nil : $0 }
    let bare = QueryResolver(
      open, catalog: catalog, companies: companies, basis: basis, isForMachines: isForMachines,
      reach: reach, isPresent: isPresent, releases: releases)
    let (first, last) = try bare.reachedQuarters()
    return QueryResolver(
      query.mappingPinnedPeriods { $0.closed(first: first, last: last) }, catalog: catalog,
      companies: companies, basis: basis, isForMachines: isForMachines, reach: reach,
      isPresent: isPresent, releases: releases)
  }

  private func reachedQuarters() throws -> (first: PeriodLabel, last: PeriodLabel) {
    let form = try QueryForm(query)
    let context = try context()
    let measures = try resolvedMeasures(form, context)
    let selected = try resolvedSegments(form, measures: measures)
    guard let reach = try requiredReach(measures, selected.entries.flatMap(\.paths)),
      let first = label(of: reach.first), let last = label(of: reach.last)
    else { throw QueryMessage.noFigures(at: query.range) }
    return (first, last)
  }

  /// What a quarter is called so that it is the same quarter in any brackets.
  private func label(of quarter: Period) -> PeriodLabel? {
    companies.areSeveral
      ? .quarterEnding(quarter.end)
      : PeriodLabel(parsing: companies.calendar.name(of: quarter))
  }

  private func resolveClosed() throws -> ResolvedQuery {
    try UnansweredForm.check(query)
    try DisplayClauses.check(query, isForMachines: isForMachines)
    let form = try QueryForm(query)
    let context = try context()
    let measures = try resolvedMeasures(form, context)
    let selected = try resolvedSegments(form, measures: measures)
    try requireDefined(measures)
    let named = selected.entries.flatMap(\.paths)
    let resolver = PeriodResolver(
      query: query, form: form, calendar: companies.calendar, catalog: catalog,
      reach: { try requiredReach(measures, named) })
    let periods = try resolver.resolve()
    let rules = TimeRules(
      form: form, catalog: catalog, areSegmentsSeveral: named.count > 1,
      calendar: companies.calendar)
    try rules.check(periods, in: query)
    var axes = Axes(
      measures: measures, companies: resolvedCompanies(form), segments: selected,
      periods: periods, releases: try resolvedReleases(form))
    axes.segments.repeated = try repeatedSegments()
    axes = try placingExtras(on: axes, form: form)
    try rules.requireQuarters(of: axes, in: query)
    let layout = form.layout(
      companies: axes.companies, segments: axes.segments, measureCount: axes.measures.count)
    axes.companies.absent = try absences(axes, layout, form)
    try ClauseRules(query: query).check(axes, layout)
    try PlotRules.check(query, axes)
    axes = try totalled(axes, layout)
    axes.companies.lacking = try lackingSegments(axes)
    let rows = try RowResolver(
      query: query, catalog: catalog, axes: axes, layout: layout, context: context,
      arithmetic: resolver.arithmetic
    ).resolve()
    try checkCurrencies(axes, layout, rows, context)
    return ResolvedQuery(
      companies: companies, measures: axes.measures, rowCompanies: axes.companies,
      segments: axes.segments, periods: axes.periods,
      releases: axes.releases, layout: layout, basis: basis, reading: context.reading,
      coverage: coverageRules,
      rows: rows, annotations: annotations,
      axes: ResultAxes(axes.companies, axes.segments, axes.periods))
  }

  /// The releases of the axis that `by release` and `across release` name.
  private func resolvedReleases(_ form: QueryForm) throws -> ReleaseSelection {
    guard let use = form.use(of: .release) else { return .none }
    if basis.vintage == .reported { throw VintageMessage.firstByRelease(at: use.range) }
    return ReleaseSelection(entries: try releases(companies.all))
  }

  private var coverageRules: CoverageRules {
    var rules = CoverageRules()
    for clause in query.clauses {
      switch clause.kind {
      case .partial: rules.sumsWhatIsThere = true
      case .likeForLike: rules.comparesLikeForLike = true
      default: continue
      }
    }
    return rules
  }

  private var annotations: Set<Annotation> {
    var annotations: Set<Annotation> = query.isPlot ? [.plot] : []
    for use in query.extras {
      switch use.extra {
      case .spark: annotations.insert(.spark)
      case .precision: annotations.insert(.precision)
      case .source: annotations.insert(.source)
      default: continue
      }
    }
    return annotations
  }

  /// The quarters with a value in any of the companies; where there are none, it is said of what.
  private func requiredReach(
    _ measures: [ResolvedMeasure], _ segments: [String]
  ) throws -> (first: Period, last: Period)? {
    let reaches = try companies.all.compactMap { company in
      try reach(company, measures, segments).map { reach in
        let calendar = company.calendar
        return companies.areSeveral
          ? (first: calendar.told(reach.first), last: calendar.told(reach.last)) : reach
      }
    }
    if let first = reaches.map(\.first).min(by: { $0.end < $1.end }),
      let last = reaches.map(\.last).max(by: { $0.end < $1.end })
    {
      return (first, last)
    }
    var subject = [measures.map(\.name).joined(separator: ", ")]
    if segments != [Segment.rootPath] { subject.append(segments.joined(separator: ", ")) }
    for case .unit(let phrase, _) in query.clauses.lazy.map(\.kind) {
      subject.append("in \(try catalog.unit(phrase).unit)")
    }
    throw QueryMessage.noFigures(
      of: subject.joined(separator: " "), companies: companies.all.map(\.name),
      by: basis.cutoff, at: query.measures.first?.expression.range ?? query.range)
  }
}

/// What the rows and columns of a result are made of.
struct Axes {
  var measures: [ResolvedMeasure]
  var companies: CompanySelection
  var segments: SegmentSelection
  var periods: PeriodSelection
  let releases: ReleaseSelection

  /// The expressions of the measures and of what is told beside them.
  var expressions: [TypedExpression] {
    var expressions: [TypedExpression] = []
    for measure in measures {
      expressions.append(measure.expression)
      for extra in measure.extras.values { expressions.append(extra.expression) }
    }
    return expressions
  }
}
