import Diagnostics
import Metrics

extension Parser {
  /// Reads the clause that begins with the next word.
  mutating func parseClause() throws(SyntaxError) -> Clause {
    let start = position
    let kind = try parseClauseKind()
    return Clause(kind, at: range(from: start))
  }

  private mutating func parseClauseKind() throws(SyntaxError) -> Clause.Kind {
    let word = current
    switch word.keyword {
    case .as: return try parseBasis()
    case .from, .since, .until, .last, .for: return try parseTimeClause()
    case .order: return try parseOrder()
    case .in: return try parseConversion()
    case .like: return try parseLikeForLike()
    default: advance()
    }
    switch word.keyword {
    case .across: return .across(try parseDimensions())
    case .bottom: return .bottom(try parseGivenCount(CountLimits.rows))
    case .by: return .by(try parseDimensions())
    case .into: return .into(try parseGivenFile())
    case .of: return .companies(try parseCompanies())
    case .partial: return .partial
    case .round: return .round(try parseGivenCount(CountLimits.places))
    case .top: return .top(try parseGivenCount(CountLimits.rows))
    case .where: return .condition(try parseCondition())
    default: return .extras(try parseExtras())
    }
  }

  // MARK: - Counts and files

  private mutating func parseGivenCount(
    _ limits: ClosedRange<Int>
  ) throws(SyntaxError) -> Given<Int> {
    if let name = try takeGivenName() { return .name(name) }
    return .value(try parseCount(.count, limits.lowerBound, limits.upperBound))
  }

  private mutating func parseGivenFile() throws(SyntaxError) -> Given<String> {
    if let name = try takeGivenName() { return .name(name) }
    return .value(try parseString(.fileName))
  }

  /// Takes a variable, or a parameter of the query that is being saved.
  private mutating func takeGivenName() throws(SyntaxError) -> Name? {
    if current.kind == .variable { return takeVariable() }
    return isParameter(current) ? try takeName() : nil
  }

  // MARK: - Rows and columns

  private mutating func parseDimensions() throws(SyntaxError) -> [DimensionUse] {
    try parseList { parser throws(SyntaxError) in try parser.parseDimension() }
  }

  private mutating func parseDimension() throws(SyntaxError) -> DimensionUse {
    let start = position
    guard let dimension = try takeDimension() else {
      throw unexpected(.dimension, among: Vocabulary.dimensions)
    }
    return DimensionUse(dimension, at: range(from: start))
  }

  /// Takes a dimension if one follows; `calendar` makes a grain that of the calendar year.
  private mutating func takeDimension() throws(SyntaxError) -> Dimension? {
    if grainLength(ahead: 0) > 0 { return .time(try parseGrain()) }
    guard current.word != 0, let dimension = vocabulary(current).dimension else { return nil }
    advance()
    return dimension
  }

  private mutating func parseExtras() throws(SyntaxError) -> [ExtraUse] {
    try parseList { parser throws(SyntaxError) in
      guard parser.current.word != 0, let extra = parser.vocabulary(parser.current).extra else {
        throw parser.unexpected(.extra, among: Vocabulary.extras)
      }
      return ExtraUse(extra, at: parser.advance().range)
    }
  }

  // MARK: - Time

  private mutating func parseTimeClause() throws(SyntaxError) -> Clause.Kind {
    switch advance().keyword {
    case .for:
      let columns = try parseList { parser throws(SyntaxError) in try parser.parseColumn() }
      return .columns(columns)
    case .from:
      let first = try parsePeriod()
      try expect(.to, .boundaryWord)
      return .span(from: first, to: try parsePeriod())
    case .since: return .since(try parsePeriod())
    case .until: return .until(try parsePeriod())
    default:
      let count = try parseGivenCount(CountLimits.periods)
      return .last(count, try parseGrain())
    }
  }

  // MARK: - Companies and basis

  private mutating func parseCompanies() throws(SyntaxError) -> [Name] {
    try parseList { parser throws(SyntaxError) in try parser.parseName(.company) }
  }

  private mutating func parseBasis() throws(SyntaxError) -> Clause.Kind {
    advance()
    switch advance().keyword {
    case .reported: return .asReported
    case .restated: return .asRestated
    default: return .asOf(try parseAsOfPoint())
    }
  }

  /// Reads a day or a release.
  mutating func parseAsOfPoint() throws(SyntaxError) -> AsOfPoint {
    let token = current
    if token.kind == .variable { return .variable(takeVariable()) }
    let isWhole = releaseWordRange() == token.range
    if token.kind == .date, isWhole { return .date(try parseDate(), token.range) }
    if token.kind == .impossibleDate, isWhole { throw lexicalError(of: token) }
    if token.kind == .period, isWhole {
      throw SyntaxError(.periodForMoment(quoted(token)), at: token.range)
    }
    return .release(try parseReleaseName(.asOfPoint))
  }

  // MARK: - Order

  private mutating func parseOrder() throws(SyntaxError) -> Clause.Kind {
    advance()
    try expect(.by, .orderBy)
    return .order(try parseList { parser throws(SyntaxError) in try parser.parseSortKey() })
  }

  private mutating func parseSortKey() throws(SyntaxError) -> SortKey {
    let start = position
    let kind = try parseSortKeyKind()
    var isDescending: Bool?
    if take(.ascending) {
      isDescending = false
    } else if take(.descending) {
      isDescending = true
    }
    return SortKey(kind, isDescending: isDescending, at: range(from: start))
  }

  private mutating func parseSortKeyKind() throws(SyntaxError) -> SortKey.Kind {
    if isCall() { return .expression(try parseExpression()) }
    if take(.value) { return .value }
    if let dimension = try takeDimension() { return .dimension(dimension) }
    if current.word != 0, let extra = vocabulary(current).extra {
      advance()
      return .extra(extra)
    }
    if startsPeriod(), current.kind != .variable { return .period(try parsePeriod()) }
    return .expression(try parseExpression())
  }

  // MARK: - Display

  private mutating func parseConversion() throws(SyntaxError) -> Clause.Kind {
    advance()
    let unit = try parseUnitPhrase()
    guard take(.at) else { return .unit(unit, rate: nil) }
    let start = position
    if current.kind == .number {
      return .unit(unit, rate: Expression(.number(try parseNumber()), at: range(from: start)))
    }
    guard isName(current) || current.kind == .string || current.kind == .variable else {
      throw unexpected(.rate)
    }
    return .unit(unit, rate: try parsePrimary())
  }

  private mutating func parseLikeForLike() throws(SyntaxError) -> Clause.Kind {
    advance()
    try expect(.for, .like)
    try expect(.like, .like)
    return .likeForLike
  }
}
