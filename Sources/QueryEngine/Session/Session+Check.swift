import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import Tabular

extension Session {
  /// Compares printed figures with one another: the table of what was found, and a failure behind it
  /// where some don't agree.
  func check(_ name: Name?, in statement: Statement) throws -> [Outcome] {
    do {
      let target = try target(of: name)
      let (table, faults) = try report(on: target, statement)
      try admit(table, at: statement.range)
      return [shown(table)] + [faults].compactMap { $0 }.map { .failure(.faults($0)) }
    } catch let overflow as ChecksOverflow {
      throw CheckMessage.overflow(overflow, at: statement.range)
    } catch let exceeded as EvaluationEffort.Exceeded {
      throw QueryMessage.exceeded(exceeded, at: statement.range)
    }
  }

  /// A table; where there is nothing to list, people are told so in words, and machines get a table
  /// without rows.
  func shown(_ table: ResultTable) -> Outcome {
    if isForMachines || !table.rows.isEmpty { return .table(table) }
    return .prose(.text(([table.heading] + table.notes).joined(separator: "\n")))
  }

  private func target(of name: Name?) throws -> CheckTarget {
    let basis = settings.basis
    let catalog = try catalog(on: basis)
    guard let name else { return CheckTarget(everythingIn: catalog, on: basis) }
    return try CheckTarget(name, in: catalog, releases: try store.releases(), on: basis)
  }

  private func report(
    on target: CheckTarget, _ statement: Statement
  ) throws -> (ResultTable, faults: String?) {
    let catalog = try catalog(on: target.basis)
    if catalog.companies.isEmpty { throw QueryMessage.nothingDeclared() }
    try requirePublication(of: target.companies, for: statement)
    let sources = try store.sources()
    let catalogs = try releaseCatalogs(on: target.basis)
    let concerned = try concernedCompanies(by: target)
    var checked = try concerned.map { company in
      let checker = CompanyChecker(
        company, in: catalog, of: store, sources: sources, on: target.basis, scope: target.scope,
        catalogs: catalogs)
      return (company: company, checks: try checker.checks())
    }.filter { !$0.checks.isEmpty }
    defer { Disposal.letGo(&checked, leaving: []) }
    if checked.isEmpty { throw try nothing(in: target, at: statement.range) }
    let unchecked = concerned.filter { company in
      !checked.contains { $0.company.name == company.name }
    }
    let report = CheckReport(
      companies: checked, remarks: try remarks(onUnchecked: unchecked, on: target.basis),
      sources: sources, isForMachines: isForMachines,
      formats: CheckFormats(negative: settings.negative, isForMachines: isForMachines),
      goOn: { [isInterrupted] () throws(StoreError) in
        if isInterrupted() { throw .interrupted }
      })
    let owner = checked.count == 1 ? [checked[0].company.name] : []
    let subject = target.thing.map { "check \($0.name)" } ?? "check"
    let table = try report.table(
      heading: (owner + [subject, target.basis.described]).joined(separator: " · "),
      origin: .init(
        statement: statement.canonicalText, basis: target.basis.described,
        storeHead: try store.head()?.description))
    return (table, CheckMessage.faults(checked.flatMap(\.checks)))
  }

  /// Refuses a moment at which none of the companies had published anything.
  private func requirePublication(of companies: [Company], for statement: Statement) throws {
    guard let cutoff = settings.basis.cutoff,
      try !companies.contains(where: { try store.hasPublished($0.name, by: cutoff.day) })
    else { return }
    for company in companies {
      guard let first = try store.firstPublication(of: company.name) else { continue }
      throw BasisMessage.beforeEverything(
        cutoff, [company.name], first: first, isSetting: true, at: statement.range)
    }
  }

  /// Why a target has nothing that can be compared.
  private func nothing(in target: CheckTarget, at range: SourceRange) throws -> Diagnostic {
    guard case .metric(let metric) = target.thing else {
      return CheckMessage.nothing(target.thing?.name, CheckMessage.nothingPrinted, at: range)
    }
    let isReported = try target.companies.contains { company in
      try !store.series(company: company.name, metric: metric.name).isEmpty
    }
    return CheckMessage.nothing(
      metric.name, isReported ? CheckMessage.unrelated : CheckMessage.unreported, at: range)
  }
}
