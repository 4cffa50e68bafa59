import QuerySyntax

/// How large a tree is, as far as reading it has limits.
struct TreeSize {
  /// The number of its operators and calls.
  var operators = 0
  /// How deep its brackets, calls and signs nest.
  var depth = 0
}

extension Statement {
  /// The size of the expressions of a query, or of a call of a saved one.
  var size: TreeSize {
    var size = TreeSize()
    switch kind {
    case .query(let query):
      for measure in query.measures {
        measure.expression.add(to: &size, depth: 0)
        measure.denominator?.add(to: &size, depth: 0)
      }
      for clause in query.clauses { clause.add(to: &size) }
    case .invocation(let call):
      for argument in call.arguments { argument.add(to: &size, depth: 0) }
      for clause in call.clauses { clause.add(to: &size) }
    default: break
    }
    return size
  }
}

extension Clause {
  fileprivate func add(to size: inout TreeSize) {
    switch kind {
    case .condition(let condition): condition.add(to: &size, depth: 0)
    case .unit(_, let rate): rate?.add(to: &size, depth: 0)
    case .order(let keys):
      for case .expression(let expression) in keys.map(\.kind) {
        expression.add(to: &size, depth: 0)
      }
    default: break
    }
  }
}

extension Expression {
  fileprivate func add(to size: inout TreeSize, depth: Int) {
    size.depth = max(size.depth, depth)
    switch kind {
    case .binary(let left, _, let right):
      size.operators += 1
      left.add(to: &size, depth: depth)
      right.add(to: &size, depth: depth)
    case .negation(let inner), .logicalNegation(let inner):
      size.operators += 1
      inner.add(to: &size, depth: depth + 1)
    case .parenthesized(let inner), .stateTest(let inner, _, _):
      inner.add(to: &size, depth: depth + 1)
    case .call(_, let arguments):
      size.operators += 1
      for argument in arguments { argument.add(to: &size, depth: depth + 1) }
    case .number, .numberWithName, .name, .pinned, .variable, .period, .distance, .date, .string:
      break
    }
  }
}
