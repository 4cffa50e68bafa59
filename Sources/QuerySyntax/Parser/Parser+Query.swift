import Diagnostics

extension Parser {
  /// Reads a query: verbs, measures, segments, a period and clauses.
  ///
  /// Inside `expect`, `why` and `define` the verb may be left out.
  mutating func parseQuery(mayLackVerb: Bool) throws(SyntaxError) -> Query {
    let start = position
    let verbs = try parseVerbs()
    if verbs.isEmpty, !mayLackVerb, !startsWithVerbCall { throw bareQueryFault() }
    let isRatio = verbs.contains { $0.verb == .ratio }
    let measures = try parseList { parser throws(SyntaxError) in
      try parser.parseMeasure(isRatio: isRatio)
    }
    var query = Query(
      verbs: verbs, measures: measures, segments: [], period: nil, clauses: [],
      range: range(from: start))
    try refuseComparison()
    try parseSegments(of: &query)
    try parseClauses(of: &query)
    query.range = range(from: start)
    return query
  }

  private var startsWithVerbCall: Bool { isCall() && vocabulary(current).verb != nil }

  private mutating func parseVerbs() throws(SyntaxError) -> [VerbUse] {
    var verbs: [VerbUse] = []
    while let verb = vocabulary(current).verb, !isCall() || verb == .show || verb == .plot {
      try refuseLastBeforeMeasure(verb)
      if verbs.count == Parser.nestingLimit {
        throw SyntaxError(.nestedTooDeeply(limit: Parser.nestingLimit), at: current.range)
      }
      verbs.append(VerbUse(verb, at: advance().range))
    }
    return verbs
  }

  private mutating func parseMeasure(isRatio: Bool) throws(SyntaxError) -> Measure {
    var measure = Measure(expression: try parseExpression())
    if isRatio, take(.to) { measure.denominator = try parseExpression() }
    if current.keyword == .as, !isBasis {
      advance()
      if isParameter(current) {
        throw SyntaxError(.parameterAsAlias(quoted(current)), at: current.range)
      }
      measure.alias = try parseDeclaredName(of: "measure")
    }
    return measure
  }

  /// Whether `as` goes on as a clause about the basis.
  var isBasis: Bool {
    let next = token(ahead: 1).keyword
    return next == .of || next == .reported || next == .restated
  }

  // MARK: - Segments

  private mutating func parseSegments(of query: inout Query) throws(SyntaxError) {
    if startsPattern {
      query.segments = try parseList { parser throws(SyntaxError) in try parser.parsePattern() }
    }
    guard startsPeriod() || isParameter(current), !isCall() else { return }
    let start = position
    query.period = try parsePeriodOrSpan(from: start)
    if current.kind == .comma { throw periodsInRowFault(from: start) }
  }

  private var startsPattern: Bool {
    startsSegmentName || isPatternStar || current.kind == .starStar
  }

  /// Reads a segment, its children, all below it, or a star.
  private mutating func parsePattern() throws(SyntaxError) -> SegmentPattern {
    let start = position
    if take(.star) { return SegmentPattern(.children(of: nil), at: range(from: start)) }
    if take(.starStar) { return SegmentPattern(.descendants(of: nil), at: range(from: start)) }
    let name = try parseSegmentName()
    let isJoined = !current.hasSpaceBefore
    if isJoined, take(.dotStar) {
      return SegmentPattern(.children(of: name), at: range(from: start))
    }
    if isJoined, take(.dotStarStar) {
      return SegmentPattern(.descendants(of: name), at: range(from: start))
    }
    return SegmentPattern(.segment(name), at: range(from: start))
  }

  // MARK: - Clauses

  private mutating func parseClauses(of query: inout Query) throws(SyntaxError) {
    while !isAtEnd {
      guard startsClause else { throw faultBehind(query) }
      let clause = try parseClause()
      if let fault = query.fault(ofAdding: clause) { throw fault }
      query.clauses.append(clause)
    }
  }

  private var startsClause: Bool {
    let word = vocabulary(current)
    return word.roles.contains(.clause) && word.keyword != .to && word.keyword != .at
      && (word.keyword != .as || isBasis)
  }
}

extension Query {
  /// What is wrong with a further clause: it stands already, or chooses what another has chosen.
  func fault(ofAdding clause: Clause) -> SyntaxError? {
    if let fault = clause.fault(behind: clauses) { return fault }
    guard let period, clause.choosesPeriods else { return nil }
    return SyntaxError(
      .clausesExclude(period.canonicalText, clause.title), at: clause.range)
  }
}

extension Clause {
  /// Whether it says which periods the query covers.
  var choosesPeriods: Bool {
    switch kind {
    case .columns, .span, .last, .since, .until: true
    default: false
    }
  }

  /// Whether it says which publications count.
  private var choosesBasis: Bool {
    switch kind {
    case .asOf, .asReported, .asRestated: true
    default: false
    }
  }

  /// What is wrong with the clause behind those.
  func fault(behind clauses: [Clause]) -> SyntaxError? {
    for earlier in clauses {
      if earlier.title == title {
        return SyntaxError(
          .clauseRepeated(title, corrected: earlier.joined(with: self)?.canonicalText), at: range)
      }
      if earlier.excludes(self) {
        return SyntaxError(.clausesExclude(earlier.title, title), at: range)
      }
    }
    return nil
  }

  /// Whether the two choose the same thing.
  ///
  /// An end may stand beside a start that is open.
  private func excludes(_ other: Clause) -> Bool {
    if choosesBasis, other.choosesBasis { return true }
    guard choosesPeriods, other.choosesPeriods else { return false }
    switch (kind, other.kind) {
    case (.since, .until), (.until, .since), (.last, .until), (.until, .last): return false
    default: return true
    }
  }
}
