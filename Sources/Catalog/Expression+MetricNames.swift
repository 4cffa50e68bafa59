package import QuerySyntax

extension Expression {
  /// Every metric that the expression names, left to right, as often as it does.
  package var metricNames: [Name] {
    switch kind {
    case .name(let name): [name]
    case .pinned(let name, _): [name]
    case .call(_, let arguments): arguments.flatMap(\.metricNames)
    case .negation(let inner), .logicalNegation(let inner), .parenthesized(let inner):
      inner.metricNames
    case .stateTest(let inner, _, _): inner.metricNames
    case .binary(let left, _, let right): left.metricNames + right.metricNames
    case .number, .numberWithName, .variable, .period, .date, .distance, .string: []
    }
  }
}
