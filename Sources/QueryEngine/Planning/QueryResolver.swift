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

  let catalog: Catalog
  let query: Query
  /// Whether the answer goes to a machine format, which is never rounded or scaled.
  let isForMachines: Bool
  let reach: Reach
  let isPresent: Presence

  /// A resolver of one query.
  init(
    _ query: Query, catalog: Catalog, isForMachines: Bool, reach: @escaping Reach,
    isPresent: @escaping Presence
  ) {
    self.isForMachines = isForMachines
    self.query = query.decidingNumberNames(in: catalog)
    self.catalog = catalog
    self.reach = reach
    self.isPresent = isPresent
  }

  /// The resolved query; throws a diagnostic that names the place and says what to type instead.
  func resolve() throws -> ResolvedQuery {
    try UnansweredForm.check(query)
    try DisplayClauses.check(query, isForMachines: isForMachines)
    let form = try QueryForm(query)
    let company = try resolvedCompany()
    let measures = try resolvedMeasures(form, company: company)
    let selected = try resolvedSegments(form, measures: measures, company: company)
    let named = selected.entries.flatMap(\.paths)
    let periods = try PeriodResolver(
      query: query, form: form, calendar: company.calendar,
      reach: { try requiredReach(company, measures, named) }
    ).resolve()
    try form.requireSummable(measures, over: periods)
    try requireQuarters(measures, periods)
    return ResolvedQuery(
      company: company, measures: measures, segments: selected, periods: periods,
      layout: form.layout(segments: selected, measureCount: measures.count),
      basis: .restated)
  }

  /// Refuses `qoq` of what is no quarter.
  private func requireQuarters(
    _ measures: [ResolvedMeasure], _ selection: PeriodSelection
  ) throws(Diagnostic) {
    let areCompared = measures.contains(where: \.expression.comparesQuarters)
    for entry in selection.entries
    where areCompared || entry.growth?.distance == .previousQuarter {
      if entry.periods.allSatisfy({ $0.months == 3 }) { continue }
      throw QueryMessage.quarterOnly(
        entry.title, at: query.verbs.first?.range ?? query.range)
    }
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
      of: subject.joined(separator: " "), company: company.name,
      at: query.measures.first?.expression.range ?? query.range)
  }

  private func resolvedCompany() throws -> Company {
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
