import Diagnostics
import Metrics

extension Parser {
  /// Reads one statement, up to its end.
  mutating func parseStatement() throws(SyntaxError) -> Statement {
    let start = position
    let kind = try parseStatementKind()
    return Statement(kind, at: range(from: start))
  }

  private mutating func parseStatementKind() throws(SyntaxError) -> Statement.Kind {
    switch current.keyword {
    case .company, .define, .identity, .metric, .segment, .unit:
      return .declaration(try parseDeclaration())
    case .release: return .release(try parseRelease())
    case .let: return try parseAssignment()
    case .set: return .setting(try parseSetting())
    case .expect: return .expect(try parseExpectation())
    case .include, .print, .heading: return try parseTextStatement()
    case .list: return try parseList()
    case .why, .explain: return try parseNestedStatement()
    case .help: return parseHelp()
    case .history, .bridge: return try parseInquiryIntoQuery()
    case .describe, .compare, .check: return try parseInquiry()
    default: return try parseQuestion(mayLackVerb: false)
    }
  }

  /// Reads a query or an invocation as a statement of its own.
  mutating func parseQuestionStatement(mayLackVerb: Bool) throws(SyntaxError) -> Statement {
    let start = position
    let kind = try parseQuestion(mayLackVerb: mayLackVerb)
    return Statement(kind, at: range(from: start))
  }

  private mutating func parseNestedStatement() throws(SyntaxError) -> Statement.Kind {
    let word = advance()
    if isAtEnd || vocabulary(current).roles.contains(.statement) {
      throw SyntaxError(
        .queryNeeded(of: text(of: word), found: isAtEnd ? nil : description(of: current)),
        at: current.range)
    }
    if word.keyword == .why { return .why(try parseQuestionStatement(mayLackVerb: true)) }
    return .explain(try parseQuestionStatement(mayLackVerb: false))
  }

  private mutating func parseTextStatement() throws(SyntaxError) -> Statement.Kind {
    switch advance().keyword {
    case .include: .include(try parseString(.fileName))
    case .print: .print(try parseString(.text))
    default: .heading(try parseString(.text))
    }
  }

  // MARK: - Names and settings

  private mutating func parseAssignment() throws(SyntaxError) -> Statement.Kind {
    advance()
    let name = try parseVariableName()
    try expect(.equal, .equalSign)
    return .assignment(name, try parseLetValue())
  }

  /// Reads the name of a variable, which its `$` tells from every word of the language.
  private mutating func parseVariableName() throws(SyntaxError) -> Name {
    guard vocabulary(current).roles.isReserved else { return try parseDeclaredName(of: "variable") }
    return try takeName()
  }

  private mutating func parseLetValue() throws(SyntaxError) -> LetValue {
    let start = position
    switch current.kind {
    case .string: return .string(try parseString(.text))
    case .number: return .number(try parseNumber())
    case .minus: return .number(try parseNegativeNumber())
    case .date where releaseWordRange() == current.range: return .date(try parseDate())
    case .period where releaseWordRange() == current.range: return .period(try parsePeriod())
    case .word where isName(current) || isTotal(current): break
    case .date, .period: break
    default:
      guard startsPeriod() else { throw unexpected(.value) }
      return .period(try parsePeriod())
    }
    if current.kind == .period, isPeriodBeforeOffset { return .period(try parsePeriod()) }
    let word = current
    guard let name = try takeReleaseWord() else { throw unexpected(.value) }
    guard isOffset, name.range == word.range else { return .name(name) }
    let base = PeriodExpression(.name(name), at: name.range)
    return .period(try parseOffsets(behind: base, from: start))
  }

  /// Whether a distance follows the period without white space, as in `2Q04-1 year`.
  private var isPeriodBeforeOffset: Bool {
    let sign = token(ahead: 1).kind
    return (sign == .minus || sign == .plus) && isDistance(ahead: 2)
  }

  private mutating func parseNegativeNumber() throws(SyntaxError) -> NumberLiteral {
    let sign = advance()
    guard current.kind == .number else { throw unexpected(.value) }
    var number = try parseNumber()
    guard let amount = try? -number.amount else {
      throw SyntaxError(.numberTooLarge(quoted(number.text)), at: sign.range)
    }
    number.amount = amount
    number.text = "-" + number.text
    return number
  }

  private mutating func parseSetting() throws(SyntaxError) -> SettingStatement {
    advance()
    let start = position
    while current.kind == .word { advance() }
    guard position > start else { throw unexpected(.settingName) }
    let name = words(from: start).lowercased()
    let nameRange = range(from: start)
    try expect(.equal, .equalSign)
    let valueStart = position
    if name == "as of" {
      let moment = try parseSetMoment()
      let value = moment?.releaseName?.text ?? words(from: valueStart)
      return SettingStatement(
        name: name, nameRange: nameRange, value: value, valueRange: range(from: valueStart),
        moment: moment)
    }
    let value = try parseRest(.settingValue)
    return SettingStatement(
      name: name, nameRange: nameRange, value: value, valueRange: range(from: valueStart))
  }

  /// Reads a day or a release, or `latest`, which is no moment and ends the asking for one.
  private mutating func parseSetMoment() throws(SyntaxError) -> AsOfPoint? {
    guard !isAtEnd else { throw unexpected(.settingValue) }
    if current.keyword == .latest {
      advance()
      return nil
    }
    return try parseAsOfPoint()
  }

  /// Reads all that is left of the statement as it was typed, or one text in quotes.
  private mutating func parseRest(_ wanted: Wanted) throws(SyntaxError) -> String {
    guard !isAtEnd else { throw unexpected(wanted) }
    if current.kind == .string, token(ahead: 1).kind == .end { return try parseString(wanted) }
    let start = position
    while !isAtEnd {
      if current.kind == .unclosedString { throw lexicalError(of: current) }
      advance()
    }
    return words(from: start)
  }

  /// The tokens from `start` to here with single spaces where white space stood.
  private func words(from start: Int) -> String {
    var result = ""
    for index in start..<position {
      if index > start, tokens[index].hasSpaceBefore { result += " " }
      result += text(of: tokens[index])
    }
    return result
  }

  // MARK: - Inquiries

  private mutating func parseList() throws(SyntaxError) -> Statement.Kind {
    advance()
    guard current.kind == .word, let subject = ListSubject(rawValue: folded(current)) else {
      throw unexpected(.listSubject, among: ListSubject.allCases.map(\.rawValue))
    }
    advance()
    guard take(.like) else { return .list(subject, pattern: nil) }
    return .list(subject, pattern: try parseRest(.pattern))
  }

  private mutating func parseHelp() -> Statement.Kind {
    advance()
    if isAtEnd { return .help(topic: nil) }
    if current.kind == .string, token(ahead: 1).kind == .end,
      let topic = try? string(of: current)
    {
      advance()
      return .help(topic: topic)
    }
    let start = position
    while !isAtEnd { advance() }
    return .help(topic: words(from: start))
  }

  private mutating func parseInquiry() throws(SyntaxError) -> Statement.Kind {
    switch advance().keyword {
    case .describe: return .describe(try parseSubject())
    case .check: return .check(isAtEnd ? nil : try parseSubject())
    default: return try parseCompare()
    }
  }

  /// Reads the name of anything, that of a release included.
  private mutating func parseSubject() throws(SyntaxError) -> Name {
    guard current.kind == .word else { return try parseAnyName(.name) }
    guard let name = try takeReleaseWord() else { throw unexpected(.name) }
    return name
  }

  private mutating func parseCompare() throws(SyntaxError) -> Statement.Kind {
    try expect(.release, .comparedReleases)
    let first = try parseReleaseName()
    try expect(.with, .comparedRelease)
    return .compare(first, try parseReleaseName())
  }

  /// Reads what is asked of a measure, which needs no verb.
  private mutating func parseInquiryIntoQuery() throws(SyntaxError) -> Statement.Kind {
    let word = advance()
    let query = try parseQuestionStatement(mayLackVerb: true)
    return word.keyword == .bridge ? .bridge(query) : .history(query)
  }
}
