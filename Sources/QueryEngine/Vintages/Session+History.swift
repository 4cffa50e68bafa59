import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import Tabular

extension Session {
  /// Lists every published value of the cells of a query, first to latest; of a computed cell, its
  /// value as of each publication that changed it.
  func history(_ inner: Statement, statement: String) throws -> ResultTable {
    try asking(inner) { try history(of: $0, statement: statement) }
  }

  private func history(of query: Query, statement: String) throws -> ResultTable {
    try HistoryRules.check(query)
    return try tellingLimits(of: query) {
      var (resolved, evaluator) = try resolve(query, isForMachines: false)
      if resolved.companies.areSeveral { throw QueryMessage.severalInHistory(at: query.range) }
      resolved.annotations.insert(.source)
      let entries = try historyReader(of: resolved, evaluator).entries()
      if entries.allSatisfy(\.rows.isEmpty) {
        throw VintageMessage.noHistory(
          by: resolved.basis.cutoff, at: query.measures.first?.expression.range ?? query.range)
      }
      var table = HistoryTable(entries, isForMachines: isForMachines)
      let scope = resolved.basis.cutoff == nil ? "history" : "history \(resolved.basis.described)"
      return table.table(
        title: [resolved.company.name, scope],
        origin: .init(
          statement: statement, basis: resolved.basis.cutoff.map { _ in resolved.basis.described },
          storeHead: try store.head()?.description))
    }
  }

  private func historyReader(
    of query: ResolvedQuery, _ evaluator: CellEvaluator
  ) throws -> HistoryReader {
    HistoryReader(
      query, evaluator: evaluator,
      judge: ChangeJudge(
        reader: FactReader(store: store, company: query.company),
        catalog: evaluator.catalog, releases: try store.releases()),
      moments: try publicationMoments(of: query.company, on: query.basis),
      negative: settings.negative, catalogAt: { try self.catalog(on: $0) })
  }
}

/// Refuses what has no place in a history: it shows each value as it was published, one a row.
enum HistoryRules {
  static func check(_ query: Query) throws(Diagnostic) {
    if let plot = query.verbs.first(where: { $0.verb == .plot }) {
      throw VintageMessage.noPlaceInHistory("plot", at: plot.range)
    }
    for clause in query.clauses {
      switch clause.kind {
      case .columns, .span, .since, .until, .last, .companies, .asOf, .asRestated: continue
      case .unit(let phrase, _) where phrase.unit.scaleExponent == 0: continue
      case .unit: throw VintageMessage.noPlaceInHistory("a scale", at: clause.range)
      case .by, .across, .asReported, .condition, .order, .top, .bottom, .round, .partial,
        .likeForLike, .extras, .into:
        throw VintageMessage.noPlaceInHistory("`\(clause.title)`", at: clause.range)
      }
    }
  }
}
