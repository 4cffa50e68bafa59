import Diagnostics
import Metrics

extension Parser {
  /// The longest distance in time; beyond it the calendar's months would overflow.
  static let distanceLimit = 10_000

  /// Reads a period with what is added to it or taken from it: `latest - 4 quarters`.
  mutating func parsePeriod() throws(SyntaxError) -> PeriodExpression {
    let start = position
    return try parseOffsets(behind: try parsePlainPeriod(), from: start)
  }

  /// Reads `+ 1 year` and `- 4 quarters` behind a period, as many as there are.
  mutating func parseOffsets(
    behind first: PeriodExpression, from start: Int
  ) throws(SyntaxError) -> PeriodExpression {
    var period = first
    while isOffset {
      try countOperator()
      let sign = advance().kind == .minus ? -1 : 1
      let (count, grain) = try parseDistance()
      period = PeriodExpression(
        .offset(period, count: sign * count, grain), at: range(from: start))
    }
    return period
  }

  /// Whether a sign, a number and a grain follow.
  var isOffset: Bool {
    (current.kind == .plus || current.kind == .minus) && isDistance(ahead: 1)
  }

  /// Whether a number and a grain follow.
  func isDistance(ahead count: Int) -> Bool {
    token(ahead: count).kind == .number && grainLength(ahead: count + 1) > 0
  }

  /// Whether the token can begin a period.
  func startsPeriod(ahead count: Int = 0) -> Bool {
    let token = token(ahead: count)
    switch token.kind {
    case .period, .variable: return true
    case .word:
      return token.keyword == .latest || (token.keyword == .first && !isCall(ahead: count))
    default: return false
    }
  }

  private mutating func parsePlainPeriod() throws(SyntaxError) -> PeriodExpression {
    let token = current
    switch token.kind {
    case .period: return try parseLabel()
    case .variable: return PeriodExpression(.variable(takeVariable()), at: token.range)
    case .word where token.keyword == .latest:
      advance()
      return PeriodExpression(.latest, at: token.range)
    case .word where token.keyword == .first:
      advance()
      return PeriodExpression(.first, at: token.range)
    case .word where isName(token):
      return PeriodExpression(.name(try takeName()), at: token.range)
    case .number: throw SyntaxError(.numberForPeriod(text(of: token)), at: token.range)
    case .date: throw SyntaxError(.dateForPeriod(text(of: token)), at: token.range)
    default: throw unexpected(.period)
    }
  }

  /// Reads a label, in a company's own calendar where one is named: `2Q04[iij]`.
  private mutating func parseLabel() throws(SyntaxError) -> PeriodExpression {
    let start = position
    let token = advance()
    let text = text(of: token).filter { !$0.isWhitespace }
    guard let label = PeriodLabel(parsing: text) else { throw unexpected(.period) }
    var company: Name?
    if current.kind == .openBracket, !current.hasSpaceBefore {
      let opening = advance()
      company = try parseName(.company)
      try close(.closeBracket, opening: opening)
    }
    return PeriodExpression(.label(label, company: company), at: range(from: start))
  }

  /// Takes a variable token as the name behind its `$`.
  mutating func takeVariable() -> Name {
    let token = advance()
    return Name(String(text(of: token).dropFirst()), isVariable: true, at: token.range)
  }

  // MARK: - Distances

  /// Reads `4 quarters`.
  mutating func parseDistance() throws(SyntaxError) -> (count: Int, grain: Grain) {
    let count = try parseCount(.count, 0, Parser.distanceLimit)
    return (count, try parseGrain())
  }

  /// Reads `quarters`, `half`, `calendar years`.
  mutating func parseGrain() throws(SyntaxError) -> Grain {
    let isCalendar = current.keyword == .calendar && grainLength(ahead: 0) == 2
    if isCalendar { advance() }
    guard case .time(let grain) = vocabulary(current).dimension else {
      throw unexpected(.grain, among: ["quarters", "halves", "years", "calendar"])
    }
    advance()
    guard isCalendar else { return grain }
    return grain == .quarter ? .calendarQuarter : .calendarYear
  }

  /// How many tokens a grain takes there; 0 where there is none.
  func grainLength(ahead count: Int) -> Int {
    let first = token(ahead: count)
    guard first.word != 0 else { return 0 }
    if case .time = vocabulary(first).dimension { return 1 }
    guard first.keyword == .calendar,
      case .time(let grain) = vocabulary(token(ahead: count + 1)).dimension, grain != .half
    else { return 0 }
    return 2
  }

  // MARK: - Columns

  /// Reads a column of `for`: a period, a range of them, or something derived from one.
  mutating func parseColumn() throws(SyntaxError) -> PeriodColumn {
    let start = position
    if let fault = lastBehindForFault { throw fault }
    if let extra = vocabulary(current).extra, token(ahead: 1).kind == .openParenthesis {
      return try parseDerivedColumn(extra)
    }
    guard startsPeriod() || isName(current) || current.kind == .number || current.kind == .date
    else { throw unexpected(.columns) }
    return try parsePeriodOrSpan(from: start)
  }

  /// Reads a period, or a range such as `1Q03-2Q04`.
  mutating func parsePeriodOrSpan(from start: Int) throws(SyntaxError) -> PeriodColumn {
    let first = try parsePeriod()
    guard take(.minus) else { return PeriodColumn(.period(first), at: range(from: start)) }
    let last = try parsePeriod()
    return PeriodColumn(.span(first, last), at: range(from: start))
  }

  private mutating func parseDerivedColumn(_ extra: Extra) throws(SyntaxError) -> PeriodColumn {
    let start = position
    let word = advance()
    if current.hasSpaceBefore {
      throw SyntaxError(.verbSpaced(text(of: word)), at: range(from: start))
    }
    guard extra.takesPeriod else {
      throw SyntaxError(.expected(.columns, found: quoted(word)), at: word.range)
    }
    let opening = advance()
    let period = try parsePeriod()
    try close(.closeParenthesis, opening: opening)
    return PeriodColumn(.extra(extra, period), at: range(from: start))
  }
}
