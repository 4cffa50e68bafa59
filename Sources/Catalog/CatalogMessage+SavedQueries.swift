import Diagnostics
package import QuerySyntax

extension Catalog {
  /// A call of a saved query with something that fits in the place of each parameter; nil where
  /// nothing is saved under that name.
  package func exampleCall(named name: Name) -> String? {
    guard let query = savedQuery(named: name.text) else { return nil }
    let arguments = zip(query.declaration.parameters, roles(of: query.declaration)).map(example)
    return "\(query.name)(\(arguments.joined(separator: ", ")))"
  }

  /// What to type where the name of a saved query stands without its parentheses.
  package func savedQueryNote(_ name: Name) -> String? {
    exampleCall(named: name).map { "\(name.text) is a saved query: type \($0)" }
  }

  private func example(_ parameter: Name, _ role: NameRole) -> String {
    switch role {
    case .company: companies.first?.name ?? parameter.text
    case .count: "3"
    case .distance: "1 year"
    case .file: "\"result.csv\""
    case .measure, .metric: metrics.first?.name ?? parameter.text
    case .moment: "2004-08-31"
    case .period: "2Q04"
    case .segment: segments.first?.path ?? Segment.rootPath
    case .release, .value: parameter.text
    }
  }

  static func metricCalled(_ name: Name, _ metric: Metric) -> Diagnostic {
    Diagnostic(
      "metric-called", "\(name.text) is a metric, and no saved query", at: name.range,
      notes: ["try: show \(metric.name) for 2Q04"])
  }

  static func savedQueryCycle(
    _ name: Name, through path: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "saved-query-cycle",
      "the saved query \(name.text) leads back to itself: \(path.joined(separator: " → "))",
      at: range)
  }

  static func unreadable(_ name: Name, as statement: String) -> Diagnostic {
    Diagnostic(
      "unreadable-definition", "\(name.text) can't be kept as it would be written: \(statement)",
      at: name.range, notes: ["write the value of the variable in its place"])
  }
}
