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

  /// The releases of a company that count on the query's basis.
  typealias Releases = (_ company: Company) throws -> [ReleaseSelection.Entry]

  let catalog: Catalog
  let basis: Basis
  let query: Query
  /// What the query wants told beside each measure.
  let extraUses: [ExtraUse]
  /// Whether the answer goes to a machine format, which is never rounded or scaled.
  let isForMachines: Bool
  let reach: Reach
  let isPresent: Presence
  let releases: Releases

  /// A resolver of one query.
  init(
    _ query: Query, catalog: Catalog, basis: Basis, isForMachines: Bool, reach: @escaping Reach,
    isPresent: @escaping Presence, releases: @escaping Releases
  ) {
    self.isForMachines = isForMachines
    self.query = query.decidingNumberNames(in: catalog)
    extraUses = self.query.extraUses
    self.catalog = catalog
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
      open, catalog: catalog, basis: basis, isForMachines: isForMachines, reach: reach,
      isPresent: isPresent, releases: releases)
    let (first, last) = try bare.reachedQuarters()
    return QueryResolver(
      query.mappingPinnedPeriods { $0.closed(first: first, last: last) }, catalog: catalog,
      basis: basis, isForMachines: isForMachines, reach: reach, isPresent: isPresent,
      releases: releases)
  }

  private func reachedQuarters() throws -> (first: PeriodLabel, last: PeriodLabel) {
    let form = try QueryForm(query)
    let context = try context(try resolvedCompany())
    let measures = try resolvedMeasures(form, context)
    let selected = try resolvedSegments(form, measures: measures, company: context.company)
    let calendar = context.company.calendar
    guard
      let reach = try requiredReach(
        context.company, measures, selected.entries.flatMap(\.paths)),
      let first = PeriodLabel(parsing: calendar.name(of: reach.first)),
      let last = PeriodLabel(parsing: calendar.name(of: reach.last))
    else { throw QueryMessage.noFigures(at: query.range) }
    return (first, last)
  }

  private func resolveClosed() throws -> ResolvedQuery {
    try UnansweredForm.check(query)
    try DisplayClauses.check(query, isForMachines: isForMachines)
    let form = try QueryForm(query)
    let context = try context(try resolvedCompany())
    let company = context.company
    let measures = try resolvedMeasures(form, context)
    let selected = try resolvedSegments(form, measures: measures, company: company)
    try requireDefined(measures)
    let named = selected.entries.flatMap(\.paths)
    let resolver = PeriodResolver(
      query: query, form: form, calendar: company.calendar,
      reach: { try requiredReach(company, measures, named) })
    let periods = try resolver.resolve()
    let rules = TimeRules(
      form: form, catalog: catalog,
      segments: query.segments.map(\.canonicalText).joined(separator: ", "),
      calendar: company.calendar)
    try rules.check(periods, in: query)
    var axes = Axes(
      measures: measures, segments: selected, periods: periods,
      releases: try resolvedReleases(form, of: company))
    axes = try placingExtras(on: axes, form: form)
    try rules.requireQuarters(of: axes, in: query)
    let layout = form.layout(segments: axes.segments, measureCount: axes.measures.count)
    try ClauseRules(query: query).check(axes, layout)
    try PlotRules.check(query, axes)
    axes = try totalled(axes, layout)
    let rows = try RowResolver(
      query: query, catalog: catalog, axes: axes, layout: layout, context: context,
      arithmetic: resolver.arithmetic
    ).resolve()
    return ResolvedQuery(
      company: company, measures: axes.measures, segments: axes.segments, periods: axes.periods,
      releases: axes.releases, layout: layout, basis: basis, reading: context.reading,
      coverage: coverageRules,
      rows: rows, annotations: annotations,
      axes: ResultAxes(axes.segments, axes.periods))
  }

  /// The releases of the axis that `by release` and `across release` name.
  private func resolvedReleases(
    _ form: QueryForm, of company: Company
  ) throws -> ReleaseSelection {
    guard let use = form.use(of: .release) else { return .none }
    if basis.vintage == .reported { throw VintageMessage.firstByRelease(at: use.range) }
    return ReleaseSelection(entries: try releases(company))
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

  /// The quarters with a value; where there are none, it is said of what.
  private func requiredReach(
    _ company: Company, _ measures: [ResolvedMeasure], _ segments: [String]
  ) throws -> (first: Period, last: Period)? {
    if let reach = try reach(company, measures, segments) { return reach }
    var subject = [measures.map(\.name).joined(separator: ", ")]
    if segments != [Segment.rootPath] { subject.append(segments.joined(separator: ", ")) }
    for case .unit(let phrase, _) in query.clauses.map(\.kind) {
      subject.append("in \(try catalog.unit(phrase).unit)")
    }
    throw QueryMessage.noFigures(
      of: subject.joined(separator: " "), company: company.name, by: basis.cutoff,
      at: query.measures.first?.expression.range ?? query.range)
  }

  /// The company whose figures are asked for.
  func resolvedCompany() throws -> Company {
    for case .companies(let names) in query.clauses.map(\.kind) {
      if let second = names.dropFirst().first {
        throw UnansweredForm.severalCompanies(second.range)
      }
      if let name = names.first { return try catalog.company(name) }
    }
    guard let company = catalog.companies.first else { throw QueryMessage.nothingDeclared() }
    if catalog.companies.count > 1 {
      throw QueryMessage.whichCompany(catalog.companies.map(\.name), at: query.range)
    }
    return company
  }
}

/// What the rows and columns of a result are made of.
struct Axes {
  var measures: [ResolvedMeasure]
  var segments: SegmentSelection
  var periods: PeriodSelection
  let releases: ReleaseSelection
}
