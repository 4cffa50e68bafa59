import Diagnostics
import MetricStore
import QuerySyntax
import Tabular

extension Session {
  /// Answers a query stage by stage, and tells what each came to.
  func explain(_ inner: Statement, statement: String) throws -> ResultTable {
    var explanation = Explanation()
    if case .invocation(let call) = inner.kind {
      explanation.addDefinitions(try expand(call).expansion.steps.map(\.definition))
    }
    return try asking(inner) { query in
      try explain(query, behind: explanation, statement: statement)
    }
  }

  private func explain(
    _ query: Query, behind definitions: Explanation, statement: String
  ) throws -> ResultTable {
    var explanation = definitions
    var stopwatch = Stopwatch(clock)
    let text = SourceText(name: "explain", query.canonicalText)
    let tokens = QueryParser.tokens(of: text)
    stopwatch.lap("read tokens")
    _ = QueryParser.parse(text)
    stopwatch.lap("build the tree")
    let (resolved, evaluator) = try resolve(query, isForMachines: isForMachines)
    stopwatch.lap("resolve")
    let plan = try QueryPlan(resolved, evaluator: evaluator)
    stopwatch.lap("plan")
    let grid = try ResultGrid(resolved, evaluator: evaluator)
    let arrangement = try RowArrangement(grid)
    stopwatch.lap("evaluate")
    _ = try table(grid, arrangement, statement: statement)
    stopwatch.lap("lay out")
    explanation.addTokens(tokens)
    explanation.addTree(query)
    explanation.addResolved(resolved, catalog: evaluator.catalog)
    explanation.addPlan(plan)
    for (stage, time) in stopwatch.laps { explanation.add("timing", stage, time) }
    return explanation.table(statement: statement, storeHead: try store.head()?.description)
  }
}

/// Times the stages of a query, where there is a clock.
private struct Stopwatch {
  private let clock: (() -> UInt64)?
  private var last: UInt64
  /// The stages so far, each with its milliseconds.
  private(set) var laps: [(stage: String, time: String)] = []

  init(_ clock: (() -> UInt64)?) {
    self.clock = clock
    last = clock?() ?? 0
  }

  mutating func lap(_ stage: String) {
    guard let now = clock?() else { return }
    laps.append((stage, Stopwatch.milliseconds(now &- last)))
    last = clock?() ?? 0
  }

  /// Milliseconds with three digits behind the point.
  private static func milliseconds(_ nanoseconds: UInt64) -> String {
    let microseconds = nanoseconds / 1_000
    let rest = String(microseconds % 1_000)
    return "\(microseconds / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest) ms"
  }
}
