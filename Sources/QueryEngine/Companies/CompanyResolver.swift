import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Decides which companies a query is about, and in which currency each of them reports.
struct CompanyResolver {
  /// The units in which a company has figures of a metric.
  typealias Units = (_ company: Company, _ metric: String) throws -> [String]

  let query: Query
  let catalog: Catalog
  let units: Units

  func resolve() throws -> QueryCompanies {
    guard let first = catalog.companies.first else { throw QueryMessage.nothingDeclared() }
    let named = try namedCompanies()
    let brackets = try query.companiesInBrackets.map { name throws(Diagnostic) in
      try catalog.company(name)
    }
    if catalog.companies.count == 1 {
      return QueryCompanies(
        rows: [first], pinned: [], silent: [], homes: [:], areSeveral: false)
    }
    let metrics = metrics
    let rows = try named ?? impliedCompanies(metrics, brackets)
    let pinned = brackets.reduce(into: [Company]()) { pinned, company in
      if !(rows + pinned).contains(where: { $0.name == company.name }) { pinned.append(company) }
    }
    let homes = try homes(of: rows + pinned, metrics)
    return QueryCompanies(
      rows: rows, pinned: pinned, silent: silent(besides: rows, isImplied: named == nil),
      homes: homes, areSeveral: rows.count + pinned.count > 1 || (!homes.isEmpty && isConverted))
  }

  /// The companies behind `of`; nil where the query doesn't say.
  private func namedCompanies() throws(Diagnostic) -> [Company]? {
    var companies: [Company] = []
    for name in query.namedCompanies {
      let company = try catalog.company(name)
      if companies.contains(where: { $0.name == company.name }) {
        throw QueryMessage.doubledCompany(company.name, at: name.range)
      }
      companies.append(company)
    }
    return companies.isEmpty ? nil : companies
  }

  /// The companies that a query without `of` is about: all that report any of its metrics where it is
  /// by company, else the one in brackets where every metric has one.
  private func impliedCompanies(
    _ metrics: [Metric], _ brackets: [Company]
  ) throws -> [Company] {
    if query.isByCompany {
      let reporting = try catalog.companies.filter { company in
        try metrics.contains { try !units(company, $0.name).isEmpty }
      }
      return reporting.isEmpty ? catalog.companies : reporting
    }
    if query.holdsEveryMetric, let first = brackets.first { return [first] }
    throw QueryMessage.whichCompany(catalog.companies.map(\.name), at: query.range)
  }

  private func silent(besides rows: [Company], isImplied: Bool) -> [String] {
    guard isImplied, query.isByCompany else { return [] }
    return catalog.companies.map(\.name).filter { name in !rows.contains { $0.name == name } }
  }

  /// The metrics that the query names and all those behind their formulas, each once.
  private var metrics: [Metric] {
    var metrics: [Metric] = []
    var pending = query.metricNames
    while let name = pending.popLast() {
      guard let metric = (try? catalog.metricIfKnown(name)) ?? nil,
        !metrics.contains(where: { $0.name == metric.name })
      else { continue }
      metrics.append(metric)
      pending += metric.formula?.metricNames ?? []
    }
    return metrics
  }
}

extension CompanyResolver {
  /// The currency of each company that reports in none of the metrics' own.
  ///
  /// A query that asks for a currency as printed reads that one, wherever a company is at home.
  private func homes(of companies: [Company], _ metrics: [Metric]) throws -> [String: String] {
    if asksForPrinted { return [:] }
    let money = metrics.filter {
      $0.signature.unit.currency != nil && !$0.signature.unit.isExchangeRate
    }
    var homes: [String: String] = [:]
    for company in companies { homes[company.name] = try home(of: company, money) }
    return homes
  }

  /// The first currency in which a company has figures of some metrics; nil where it has some in the
  /// unit of the metric itself, or none at all.
  private func home(of company: Company, _ metrics: [Metric]) throws -> String? {
    var home: String?
    for metric in metrics {
      let own = metric.signature.unit
      let printed = try units(company, metric.name)
      if printed.contains(own.description) { return nil }
      home =
        home
        ?? UnitTable.currencies.first { printed.contains(own.inCurrency($0).description) }
    }
    return home
  }

  private var asksForPrinted: Bool {
    query.clauses.contains { clause in
      guard case .unit(let phrase, nil) = clause.kind else { return false }
      return catalog.units.resolve(phrase.unit)?.unit.currency != nil
    }
  }

  private var isConverted: Bool {
    query.clauses.contains { if case .unit(_, .some) = $0.kind { true } else { false } }
  }
}

extension Unit {
  /// Whether it tells amounts of one currency in another.
  var isExchangeRate: Bool {
    factors.count { UnitTable.currencies.contains($0.name) } > 1
  }

  /// The same with another currency; as it is where it has none.
  func inCurrency(_ currency: String) -> Unit {
    guard let own = self.currency else { return self }
    return self / Unit(base: own) * Unit(base: currency)
  }
}
