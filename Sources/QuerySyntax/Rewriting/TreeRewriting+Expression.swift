package import Diagnostics

extension TreeRewriting {
  /// An expression with what stands for the names in it.
  package func expression(_ expression: Expression) throws(Diagnostic) -> Expression {
    let kind: Expression.Kind
    switch expression.kind {
    case .variable(let name):
      if let value = try value(of: name, as: operandRole) { return value.asOperand }
      kind = .variable(relocated(name))
    case .name(let name):
      if let value = try value(of: name, as: operandRole) { return value.asOperand }
      kind = .name(relocated(name))
    case .numberWithName(let number, let name): kind = .numberWithName(number, relocated(name))
    case .pinned(let name, let pin):
      kind = .pinned(try self.name(name, .metric), try self.pin(pin))
    case .call(let name, let arguments):
      kind = .call(relocated(name), try list(arguments, whole))
    case .period(let period): kind = .period(try self.period(period))
    case .number, .distance, .date, .string: kind = expression.kind
    case .negation, .logicalNegation, .binary, .stateTest, .parenthesized:
      kind = try operation(expression)
    }
    return Expression(kind, at: placed(expression.range))
  }

  /// An expression that stands alone, where a value needs no parentheses.
  func whole(_ expression: Expression) throws(Diagnostic) -> Expression {
    let result = try self.expression(expression)
    switch (expression.kind, result.kind) {
    case (.name, .parenthesized(let inner)), (.variable, .parenthesized(let inner)): return inner
    default: return result
    }
  }

  private func operation(_ operation: Expression) throws(Diagnostic) -> Expression.Kind {
    switch operation.kind {
    case .negation(let operand): return .negation(try expression(operand))
    case .logicalNegation(let operand): return .logicalNegation(try expression(operand))
    case .stateTest(let operand, let state, let isNegated):
      return .stateTest(try expression(operand), state, isNegated: isNegated)
    case .parenthesized(let inner): return .parenthesized(try expression(inner))
    case .binary(let left, let sign, let right):
      let (first, second) = (try expression(left), try expression(right))
      return .binary(first.asText(beside: second), sign, second.asText(beside: first))
    default: return operation.kind
    }
  }

  /// A pin; what stands alone where a segment may be can turn out to be a period.
  private func pin(_ pin: Pin) throws(Diagnostic) -> Pin {
    var result = pin
    result.company = try pin.company.map { company throws(Diagnostic) in
      try name(company, .company)
    }
    if pin.period == nil, let period = try pin.segment.flatMap(periodStanding(for:)) {
      result.period = period
      result.segment = nil
      return result
    }
    result.segment = try pin.segment.map { segment throws(Diagnostic) in
      try name(segment, .segment)
    }
    result.period = try pin.period.map { period throws(Diagnostic) in try self.period(period) }
    return result
  }

  /// The period that stands for a name where the grammar has read a segment; nil for a segment.
  func periodStanding(for name: Name) throws(Diagnostic) -> PeriodExpression? {
    guard case .period(let period) = try value(of: name, as: .segment)?.kind else { return nil }
    return period
  }
}

extension Expression {
  /// The value as it stands inside an expression: a text as a name in quotes, and what has operators
  /// of its own in parentheses.
  fileprivate var asOperand: Expression {
    switch kind {
    case .string: asName.map { Expression(.name($0), at: range) } ?? self
    case .binary, .stateTest, .logicalNegation: Expression(.parenthesized(self), at: range)
    default: self
    }
  }
}
