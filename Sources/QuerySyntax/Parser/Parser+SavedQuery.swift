import Diagnostics

extension Parser {
  /// Reads `define results(p) = show revenue for p`; parentheses without parameters may be left out.
  mutating func parseSavedQuery() throws(SyntaxError) -> SavedQueryDeclaration {
    let name = try parseDeclaredName(of: "saved query")
    let parameters = try parseParameters()
    try expect(.equal, .equalSign)
    self.parameters = Set(parameters.map(\.folded))
    defer { self.parameters = [] }
    guard !isAtEnd, !startsOtherStatement else { throw unexpected(.savedQuery) }
    let body = try parseQuestionStatement(mayLackVerb: true)
    return SavedQueryDeclaration(name: name, parameters: parameters, body: body)
  }

  private mutating func parseParameters() throws(SyntaxError) -> [Name] {
    guard current.kind == .openParenthesis else { return [] }
    let opening = advance()
    var parameters: [Name] = []
    if current.kind != .closeParenthesis {
      parameters = try parseList { parser throws(SyntaxError) in
        try parser.parseDeclaredName(of: "parameter")
      }
    }
    try close(.closeParenthesis, opening: opening)
    var seen: Set<String> = []
    for parameter in parameters where !seen.insert(parameter.folded).inserted {
      throw SyntaxError(.parameterRepeated(quoted(parameter.text)), at: parameter.range)
    }
    return parameters
  }

  /// Whether a statement begins here that is no query.
  private var startsOtherStatement: Bool {
    vocabulary(current).roles.contains(.statement) && !isCall()
  }

  /// Whether the token is a parameter of the query that is being saved.
  func isParameter(_ token: Token) -> Bool {
    !parameters.isEmpty && token.kind == .word && parameters.contains(folded(token))
  }

  // MARK: - Calls

  /// Reads a query, or a saved one at work, which looks like a call with clauses behind it.
  mutating func parseQuestion(mayLackVerb: Bool) throws(SyntaxError) -> Statement.Kind {
    let start = position
    let mayBeSaved = isCall() && isName(current)
    let query = try parseQuery(mayLackVerb: mayLackVerb || mayBeSaved)
    if mayBeSaved, let call = query.savedQueryCall { return .invocation(call) }
    guard mayBeSaved, !mayLackVerb else { return .query(query) }
    let end = query.measures[0].expression.leftmost.range.upper
    position = tokens[start..<boundary].firstIndex { $0.range.lower >= end } ?? start
    throw unexpected(.endOfSaved)
  }
}

extension Query {
  /// The one call, with clauses behind it, that the whole query consists of.
  fileprivate var savedQueryCall: SavedQueryCall? {
    guard verbs.isEmpty, segments.isEmpty, period == nil, measures.count == 1,
      measures[0].alias == nil, case .call(let name, let arguments) = measures[0].expression.kind
    else { return nil }
    return SavedQueryCall(
      name: name, arguments: arguments, clauses: clauses, at: measures[0].expression.range)
  }
}

extension Expression {
  /// What the expression begins with.
  fileprivate var leftmost: Expression {
    var result = self
    while case .binary(let left, _, _) = result.kind { result = left }
    return result
  }
}
