extension Expression {
  /// Does something with each operand, left to right; what a bracket holds is none.
  ///
  /// Every query is walked several times before it is answered, so that no list of operands is made.
  package func forEachOperand<Failed: Error>(
    _ body: (Expression) throws(Failed) -> Void
  ) throws(Failed) {
    switch kind {
    case .call(_, let arguments):
      for argument in arguments { try body(argument) }
    case .negation(let inner), .logicalNegation(let inner), .parenthesized(let inner),
      .stateTest(let inner, _, _):
      try body(inner)
    case .binary(let left, _, let right):
      try body(left)
      try body(right)
    case .number, .numberWithName, .name, .pinned, .variable, .period, .distance, .date, .string:
      break
    }
  }

  /// Does something with the expression and with everything in it, left to right.
  package func forEach(_ body: (Expression) -> Void) {
    body(self)
    forEachOperand { $0.forEach(body) }
  }
}
