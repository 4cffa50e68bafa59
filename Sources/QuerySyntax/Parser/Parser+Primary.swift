import Diagnostics
import Metrics

extension Parser {
  /// Reads a number, a name with its pin, a call, a period, a variable or parentheses.
  mutating func parsePrimary() throws(SyntaxError) -> Expression {
    let start = position
    switch current.kind {
    case .number: return try parseNumberOrDistance()
    case .word: return try parseWordPrimary()
    case .string: return try parsePinned(try takeName(), from: start)
    case .period: return try parsePeriodPrimary()
    case .variable: return try parseVariablePrimary()
    case .date: return try parseDatePrimary()
    case .openParenthesis: return try parseParentheses()
    default: throw unexpected(isInCondition ? .condition : .measure)
    }
  }

  private mutating func parseParentheses() throws(SyntaxError) -> Expression {
    let start = position
    try enter()
    defer { leave() }
    let outer = numbersTakeNames
    numbersTakeNames = true
    defer { numbersTakeNames = outer }
    let opening = advance()
    let inner = try parseExpression()
    try refuseComparison()
    try close(.closeParenthesis, opening: opening)
    return Expression(.parenthesized(inner), at: range(from: start))
  }

  // MARK: - Numbers, dates and periods

  private mutating func parseNumberOrDistance() throws(SyntaxError) -> Expression {
    let start = position
    if isDistance(ahead: 0) {
      let (count, grain) = try parseDistance()
      return Expression(.distance(count: count, grain), at: range(from: start))
    }
    let number = try parseNumber()
    guard numbersTakeNames, isNameBehindNumber else {
      return Expression(.number(number), at: range(from: start))
    }
    let name = try takeNameBehindNumber()
    return Expression(.numberWithName(number, name), at: range(from: start))
  }

  /// Reads the name behind a number; a unit of two parts, such as `JPY/share`, is written without a
  /// space, and is one name.
  private mutating func takeNameBehindNumber() throws(SyntaxError) -> Name {
    let start = position
    let name = try takeName()
    guard !name.isQuoted, current.kind == .slash, !current.hasSpaceBefore,
      token(ahead: 1).kind == .word, !token(ahead: 1).hasSpaceBefore
    else { return name }
    advance()
    let denominator = text(of: advance())
    return Name("\(name.text)/\(denominator)", at: range(from: start))
  }

  /// Whether the next word belongs to the number before it, as its unit or as a segment.
  ///
  /// A unit may
  /// be called by a word of the language, such as `share`.
  private var isNameBehindNumber: Bool {
    if isParameter(current) { return false }
    if isName(current) || isTotal(current) { return true }
    return vocabulary(current).verb != nil && startsUnit(current) && !isCall()
  }

  private mutating func parsePeriodPrimary() throws(SyntaxError) -> Expression {
    let start = position
    let period = try parsePeriod()
    return Expression(.period(period), at: range(from: start))
  }

  private mutating func parseVariablePrimary() throws(SyntaxError) -> Expression {
    let start = position
    let name = takeVariable()
    if current.kind == .openBracket, !current.hasSpaceBefore {
      return try parsePinned(name, from: start)
    }
    guard isOffset else { return Expression(.variable(name), at: range(from: start)) }
    let variable = PeriodExpression(.variable(name), at: range(from: start))
    let period = try parseOffsets(behind: variable, from: start)
    return Expression(.period(period), at: range(from: start))
  }

  private mutating func parseDatePrimary() throws(SyntaxError) -> Expression {
    let start = position
    let date = try parseDate()
    return Expression(.date(date), at: range(from: start))
  }

  /// Reads a date such as `2004-11-11`.
  mutating func parseDate() throws(SyntaxError) -> CalendarDate {
    guard current.kind == .date, let date = CalendarDate(parsing: text(of: current)) else {
      throw unexpected(.date)
    }
    advance()
    return date
  }

  // MARK: - Words

  private mutating func parseWordPrimary() throws(SyntaxError) -> Expression {
    let start = position
    let token = current
    if isCall(), isCallable(token) { return try parseCall() }
    if isInCondition, let name = try takeConditionWord() {
      return Expression(.name(name), at: range(from: start))
    }
    if isName(token) || isTotal(token) { return try parsePinned(try takeName(), from: start) }
    if token.keyword == .latest || token.keyword == .first, !isVerbBeforeMeasure {
      return try parsePeriodPrimary()
    }
    if vocabulary(token).verb != nil { throw verbFault() }
    throw unexpected(isInCondition ? .condition : .measure)
  }

  /// Takes a dimension or an extra, which a condition may test: `segment = "OEM"`, `yoy > 5%`.
  private mutating func takeConditionWord() throws(SyntaxError) -> Name? {
    let start = position
    let token = current
    let word = vocabulary(token)
    if token.keyword == .calendar, grainLength(ahead: 0) == 2 {
      return Name(try parseGrain().rawValue, at: range(from: start))
    }
    guard word.roles.isReserved, word.dimension != nil || word.extra != nil, !isTotal(token),
      !isName(self.token(ahead: 1))
    else { return nil }
    advance()
    return Name(word.dimension?.word ?? word.spelling, at: token.range)
  }

  /// Whether `first` stands before something that it would be the verb of.
  private var isVerbBeforeMeasure: Bool {
    guard current.keyword == .first else { return false }
    let next = token(ahead: 1)
    return isName(next) || next.kind == .string || vocabulary(next).verb != nil
  }

  /// Whether a word before a parenthesis can be a function's name.
  private func isCallable(_ token: Token) -> Bool {
    let word = vocabulary(token)
    return !word.roles.isReserved || word.verb != nil || word.roles.contains(.function)
  }

  /// Reads a function with its arguments; those of `ratio` may stand around `to`.
  mutating func parseCall() throws(SyntaxError) -> Expression {
    let start = position
    try enter()
    defer { leave() }
    let isRatio = current.keyword == .ratio
    let name = try takeName()
    let opening = advance()
    let outer = (isInList, numbersTakeNames)
    (isInList, numbersTakeNames) = (true, true)
    defer { (isInList, numbersTakeNames) = outer }
    var arguments: [Expression] = []
    if current.kind != .closeParenthesis {
      arguments.append(try parseArgument())
      while take(.comma) || (isRatio && arguments.count == 1 && take(.to)) {
        arguments.append(try parseArgument())
      }
    }
    try refuseComparison()
    try close(.closeParenthesis, opening: opening)
    return Expression(.call(name, arguments), at: range(from: start))
  }

  // MARK: - Pins

  /// Reads the pin behind a metric's name, if there is one: `revenue[iij:si, 2Q03]`.
  private mutating func parsePinned(
    _ name: Name, from start: Int
  ) throws(SyntaxError) -> Expression {
    guard current.kind == .openBracket else {
      return Expression(.name(name), at: range(from: start))
    }
    let opening = advance()
    var pin = Pin(company: nil, segment: nil, period: nil)
    if token(ahead: 1).kind == .colon {
      pin.company = try parseName(.company)
      advance()
    }
    if startsSegmentName {
      pin.segment = try parseSegmentName()
      if take(.comma) { pin.period = try parsePeriod() }
    } else if startsPeriod() {
      let period = position
      pin.period = try parsePeriod()
      if current.kind == .comma { throw pinOrderFault(period: period) }
    } else if pin.company == nil || current.kind != .closeBracket {
      throw unexpected(.pinned)
    }
    try close(.closeBracket, opening: opening)
    return Expression(.pinned(name, pin), at: range(from: start))
  }
}
