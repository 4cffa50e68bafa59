package import QuerySyntax

extension Expression {
  /// Every metric that the expression names, left to right, as often as it does.
  package var metricNames: [Name] {
    var names: [Name] = []
    appendMetricNames(to: &names)
    return names
  }

  /// Appends to one list: a long sum is as deep as it is long, and each level would copy its own.
  private func appendMetricNames(to names: inout [Name]) {
    switch kind {
    case .name(let name), .pinned(let name, _): names.append(name)
    case .call(_, let arguments):
      for argument in arguments { argument.appendMetricNames(to: &names) }
    case .negation(let inner), .logicalNegation(let inner), .parenthesized(let inner),
      .stateTest(let inner, _, _):
      inner.appendMetricNames(to: &names)
    case .binary(let left, _, let right):
      left.appendMetricNames(to: &names)
      right.appendMetricNames(to: &names)
    case .number, .numberWithName, .variable, .period, .date, .distance, .string: break
    }
  }
}
