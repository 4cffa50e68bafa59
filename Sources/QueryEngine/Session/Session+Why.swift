import Diagnostics
import MetricStore
import QuerySyntax
import Tabular

extension Session {
  /// Tells where each figure of a query comes from.
  func why(_ inner: Statement, statement: String) throws -> Outcome {
    try asking(inner) { query in
      try WhyRules.check(query)
      return try outcome(of: query) { isForMachines in
        try tellingLimits(of: query) {
          try origins(of: query, statement: statement, isForMachines: isForMachines)
        }
      }
    }
  }

  private func origins(
    of query: Query, statement: String, isForMachines: Bool
  ) throws -> ResultTable {
    let (resolved, evaluator) = try resolve(query, isForMachines: isForMachines)
    let account = try OriginAccount(
      resolved, evaluator: evaluator, store: store, negative: settings.negative, at: query.range)
    return try account.table(
      origin: .init(
        statement: statement, basis: resolved.basis.described,
        storeHead: try store.head()?.description))
  }
}
