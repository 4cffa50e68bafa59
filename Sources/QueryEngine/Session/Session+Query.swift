import Catalog
import Diagnostics
import MetricStore
import Metrics
package import QuerySyntax
import Tabular

extension Session {
  /// Answers a query: resolve, evaluate, lay out.
  func answer(
    _ query: Query, statement: String, isForMachines: Bool
  ) throws -> ResultTable {
    try tellingLimits(of: query) {
      try computed(query, statement: statement, isForMachines: isForMachines)
    }
  }

  /// Does what a query asks; what outgrows a number or the work on one cell is told at its place.
  func tellingLimits<Answer>(of query: Query, _ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch is ArithmeticOverflow {
      throw QueryMessage.overflowBesideCells(at: query.range)
    } catch let exceeded as EvaluationEffort.Exceeded {
      throw QueryMessage.exceeded(exceeded, at: query.range)
    } catch let diagnostic as Diagnostic {
      throw query.explainingSegment(query.explainingVerb(diagnostic), in: catalog)
    }
  }

  /// Resolves a query without answering it: its names, kinds, units and periods.
  ///
  /// A query that names no period looks at the figures, to find those that have a value; only then
  /// are any read. Throws what answering would throw before the first cell.
  package func check(_ query: Query) throws {
    _ = try resolve(query, isForMachines: isForMachines)
  }

  private func computed(
    _ query: Query, statement: String, isForMachines: Bool
  ) throws -> ResultTable {
    let (resolved, evaluator) = try resolve(query, isForMachines: isForMachines)
    var grid = try ResultGrid(resolved, evaluator: evaluator)
    defer { grid.letGo() }
    let arrangement = try RowArrangement(grid)
    var table = try table(grid, arrangement, statement: statement)
    if isForMachines, settings.layout == .wide { table.layout = .wide }
    return table
  }

  /// A query with its names gone, and the evaluator that reads what it asks for.
  func resolve(
    _ query: Query, isForMachines: Bool
  ) throws -> (ResolvedQuery, CellEvaluator) {
    let basis = try basis(of: query)
    let catalog = try catalog(on: basis)
    let companies = try companies(of: query, in: catalog, on: basis)
    var evaluators: [String: CellEvaluator] = [:]
    let evaluator = { (company: Company) throws -> CellEvaluator in
      if let known = evaluators[company.name] { return known }
      let new = try self.evaluator(of: company, among: companies, catalog, basis)
      evaluators[company.name] = new
      return new
    }
    let resolver = QueryResolver(
      query, catalog: catalog, companies: companies, basis: basis, isForMachines: isForMachines,
      reach: { try evaluator($0).reach(of: $1, segments: $2) },
      isPresent: { try evaluator($0).isPresent($1, segment: $2) },
      releases: { try self.releases(of: $0, on: basis) })
    let resolved = try resolver.resolve()
    let reader = try evaluator(companies.lead)
    reader.apply(resolved)
    if companies.areSeveral {
      let others = try companies.all.dropFirst().map(evaluator)
      for other in others { other.apply(resolved) }
      reader.lead(others)
    }
    let isWide = isForMachines && settings.layout == .wide
    return (isWide ? resolved.inBaseUnits : resolved, reader)
  }

  private func companies(
    of query: Query, in catalog: Catalog, on basis: Basis
  ) throws -> QueryCompanies {
    var companies = try CompanyResolver(query: query, catalog: catalog) { company, metric in
      try self.store.series(company: company.name, metric: metric).map(\.key.unit)
    }.resolve()
    companies.unpublished = try unpublished(by: basis.cutoff, among: companies, for: query)
    return companies
  }

  private func evaluator(
    of company: Company, among companies: QueryCompanies, _ catalog: Catalog, _ basis: Basis
  ) throws -> CellEvaluator {
    let evaluator = CellEvaluator(
      store: store, catalog: catalog, company: company, basis: basis,
      known: try memory.figures(of: company.name, on: basis, in: store),
      tellsSignedGrowth: settings.growth == .signed, home: companies.homes[company.name],
      answersRows: companies.rows.contains { $0.name == company.name })
    evaluator.definitions = printedDefinitions()
    return evaluator
  }

  func table(
    _ grid: ResultGrid, _ arrangement: RowArrangement, statement: String
  ) throws -> ResultTable {
    try grid.goOn()
    return try ResultBuilder(
      grid, arrangement, sources: try FigureSources(of: grid, in: store),
      negative: settings.negative
    ).table(
      origin: .init(
        statement: statement, basis: grid.query.basisDescribed,
        storeHead: try store.head()?.description))
  }
}

extension ResolvedMeasure {
  /// A metric as it is, without a clause, in its own unit or in another currency.
  init(metric: Metric, unit: Unit? = nil) {
    self.init(
      name: metric.name,
      expression: .metric(
        metric, unit: unit ?? metric.signature.unit, segment: nil, period: nil),
      signature: metric.signature,
      display: MeasureDisplay(style: .amount(scaleExponent: nil), decimals: nil))
  }
}
