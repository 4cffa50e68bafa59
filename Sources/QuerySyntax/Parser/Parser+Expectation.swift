import Diagnostics

extension Parser {
  /// Reads what `expect` tests and what has to hold.
  ///
  /// The last comparison outside brackets is the test's own, because the query's `where` may hold
  /// others; so it is found first, and the query is read up to it.
  mutating func parseExpectation() throws(SyntaxError) -> Expectation {
    advance()
    if current.keyword == .error, token(ahead: 1).kind == .string {
      return try parseExpectedError()
    }
    let outer = boundary
    guard let condition = expectationStart() else {
      _ = try parseQuestionStatement(mayLackVerb: true)
      throw unexpected(.expectation)
    }
    boundary = condition
    let query = try parseQuestionStatement(mayLackVerb: true)
    if position < boundary { throw unexpected(.clauseOrEnd) }
    boundary = outer
    let start = position
    let tested = try parseExpectedCondition()
    return Expectation(query: query, condition: tested, at: range(from: start))
  }

  private mutating func parseExpectedError() throws(SyntaxError) -> Expectation {
    try enter()
    defer { leave() }
    advance()
    let place = current.range
    let text = try parseString(.text)
    try expect(.colon, .colon)
    let start = position
    let isBare = isName(current) || current.kind == .string
    let kind = isBare ? try parseQuestion(mayLackVerb: true) : try parseStatement().kind
    return Expectation(
      query: Statement(kind, at: range(from: start)), condition: .error(text), at: place)
  }

  /// The index of the token at which the test's own condition begins.
  private func expectationStart() -> Int? {
    var found: Int?
    var depth = 0
    var index = position
    while tokens[index].kind != .end, tokens[index].kind != .endOfText {
      if depth == 0, startsExpectation(at: index) { found = index }
      switch tokens[index].kind {
      case .openBrace, .openBracket, .openParenthesis: depth += 1
      case .closeBrace, .closeBracket, .closeParenthesis: depth = max(0, depth - 1)
      default: break
      }
      index += 1
    }
    return found
  }

  private func startsExpectation(at index: Int) -> Bool {
    switch tokens[index].kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return !isSecondSign(at: index)
    case .openBrace: return true
    case .word where tokens[index].keyword == .is: return true
    case .word where tokens[index].keyword == .in: return tokens[index + 1].kind == .openBracket
    default: return false
    }
  }

  /// Whether a comparison sign is the second of a pair such as `==`, which is refused as a whole.
  private func isSecondSign(at index: Int) -> Bool {
    guard index > 0, !tokens[index].hasSpaceBefore else { return false }
    switch tokens[index - 1].kind {
    case .equal, .less, .greater: return true
    default: return false
    }
  }

  // MARK: - Conditions

  private mutating func parseExpectedCondition() throws(SyntaxError) -> Expectation.Condition {
    if current.kind == .openBrace { return try parseExpectedTable() }
    if take(.in) { return try parseExpectedInterval() }
    if take(.is) { return try parseState() == .missing ? .isMissing : .isUndefined }
    guard let sign = comparisonSign else { throw unexpected(.expectation) }
    try takeComparison(sign)
    return .comparison(sign, try parseExpectedCell())
  }

  private mutating func parseExpectedInterval() throws(SyntaxError) -> Expectation.Condition {
    let opening = advance()
    isInList = true
    let lower = try parseExpression()
    try expect(.comma, .expectation)
    let upper = try parseExpression()
    isInList = false
    try close(.closeBracket, opening: opening)
    return .within(lower, upper)
  }

  private mutating func parseExpectedTable() throws(SyntaxError) -> Expectation.Condition {
    let opening = advance()
    var rows: [[ExpectedCell]] = []
    while current.kind != .closeBrace {
      rows.append(
        try parseList { parser throws(SyntaxError) in try parser.parseExpectedCell() })
      if !take(.semicolon) { break }
    }
    try close(.closeBrace, opening: opening)
    return .table(rows)
  }

  private mutating func parseExpectedCell() throws(SyntaxError) -> ExpectedCell {
    let start = position
    let kind = try parseExpectedCellKind()
    return ExpectedCell(kind, at: range(from: start))
  }

  private mutating func parseExpectedCellKind() throws(SyntaxError) -> ExpectedCell.Kind {
    switch current.kind {
    case .dash:
      advance()
      return .missing
    case .star:
      advance()
      return .uncovered
    case .string: return .text(try parseString(.expectedCell))
    case .word where isUndefinedMark: return takeUndefinedMark()
    case .word, .period, .date:
      if isLabelAlone { return .text(text(of: advance())) }
    default: break
    }
    return .value(try parseExpression())
  }

  /// Whether the next token is all of a cell, and so the name of a row or a column.
  private var isLabelAlone: Bool {
    switch token(ahead: 1).kind {
    case .comma, .semicolon, .closeBrace, .end, .endOfText: true
    default: false
    }
  }

  private var isUndefinedMark: Bool {
    let dot = token(ahead: 1)
    return dot.kind == .dot && !dot.hasSpaceBefore && folded(current) == "n.m"
  }

  private mutating func takeUndefinedMark() -> ExpectedCell.Kind {
    advance()
    advance()
    return .undefined
  }
}
