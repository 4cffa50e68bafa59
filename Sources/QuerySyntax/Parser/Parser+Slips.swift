import Diagnostics
import TextForm

/// The verbs of other languages and of plain English that ask for what `show` does.
private let foreignVerbs: Set<String> = ["display", "fetch", "find", "get", "give", "select"]

/// The slips that have one right form, which the message can spell out.
extension Parser {
  /// The longest correction that a note spells out.
  private static let longestCorrection = 200

  /// The rest of the statement as typed from a token on, on one line.
  func typed(from start: Int, to end: Int? = nil) -> String? {
    var last = start
    while last < tokens.count, tokens[last].kind != .end, last < end ?? Int.max { last += 1 }
    guard last > start else { return "" }
    let range = SourceRange(tokens[start].range.lower, tokens[last - 1].range.upper)
    guard range.upper - range.lower <= Parser.longestCorrection else { return nil }
    let text = source.text(in: range)
    return text.utf8.contains(UInt8(ascii: "\n")) ? nil : text
  }

  /// `revenue si` lacks its verb.
  func bareQueryFault() -> SyntaxError {
    let legal = Vocabulary.verbs + Vocabulary.statementWords
    guard current.kind == .word || current.kind == .string else { return unexpected(.statement) }
    if current.kind == .word, Vocabulary.clauseWords.contains(text(of: current)) {
      let note = "a clause stands behind the measure, as in show revenue for 2Q04"
      return SyntaxError(
        .bareQuery(word: description(of: current), corrected: nil, suggestions: note),
        at: current.range)
    }
    if let fault = questionFault { return fault }
    let canFollow =
      (isName(current) || current.kind == .string || isCall()) && !isBeforeVerb
    let isForeignVerb = canFollow && foreignVerbs.contains(text(of: current).lowercased())
    let rest =
      isBeforeVerb
      ? typed(from: position + 1)
      : canFollow ? typed(from: position + (isForeignVerb ? 1 : 0)).map { "show \($0)" } : nil
    let message = SyntaxMessage.bareQuery(
      word: description(of: current), corrected: rest,
      suggestions: current.kind == .word ? suggestions(for: current, among: legal) : nil)
    return SyntaxError(message, at: current.range)
  }

  /// `last 8 quarters revenue`: what reads as a verb is a clause that stands too early.
  func refuseLastBeforeMeasure(_ verb: Verb) throws(SyntaxError) {
    guard verb == .last, isDistance(ahead: 1) else { return }
    let length = 2 + grainLength(ahead: 2)
    let range = SourceRange(current.range.lower, token(ahead: length - 1).range.upper)
    let clause = source.text(in: range)
    let before = position > 0 && tokens[position - 1].kind != .end ? tokens[position - 1] : nil
    let verbs = before.map { vocabulary($0).verb != nil ? text(of: $0) : "show" } ?? "show"
    let rest = typed(from: position + length).flatMap { $0.isEmpty ? nil : $0 }
    throw SyntaxError(
      .lastBeforeMeasure(clause: clause, corrected: rest.map { "\(verbs) \($0) \(clause)" }),
      at: range)
  }

  /// `revenue > 5` outside a condition.
  func refuseComparison() throws(SyntaxError) {
    guard !isInCondition, comparisonSign != nil else { return }
    throw SyntaxError(.comparisonOutsideCondition(quoted(current)), at: current.range)
  }

  /// `show revenue, yoy revenue`: a verb can't stand after a comma or an operator.
  func verbFault() -> SyntaxError {
    let next = token(ahead: 1)
    let operand =
      isName(next) || next.kind == .string ? source.text(in: next.range) : nil
    let corrected = operand.map { "\(text(of: current))(\($0))" }
    return SyntaxError(
      .verbInExpression(quoted(current), corrected: corrected), at: current.range)
  }

  /// `show revenue si 2Q04, 1Q04`: several periods need `for`.
  func periodsInRowFault(from start: Int) -> SyntaxError {
    let rest = typed(from: start) ?? "…"
    return SyntaxError(.periodsInRow(corrected: "for \(rest)"), at: current.range)
  }

  /// `show revenue si, for 2Q04`: a comma promises one more of what stands before it.
  var clauseBehindCommaFault: SyntaxError? {
    guard position > 0, tokens[position - 1].kind == .comma,
      vocabulary(current).roles.contains(.clause)
    else { return nil }
    return SyntaxError(.clauseBehindComma(quoted(current)), at: tokens[position - 1].range)
  }

  /// `revenue[2Q04, si]`: the segment stands first.
  func pinOrderFault(period start: Int) -> SyntaxError {
    let segment = token(ahead: 1)
    guard isSegmentName(segment), let period = typed(from: start, to: position) else {
      return unexpected(.closingBracket)
    }
    let corrected = "[\(text(of: segment)), \(period)]"
    return SyntaxError(.pinOrder(corrected: corrected), at: segment.range)
  }

  /// What stands behind a query and is no clause.
  func faultBehind(_ query: Query) -> SyntaxError {
    if current.keyword == .as { return aliasFault(query) }
    if current.keyword == .to { return ratioFault(query) }
    if comparisonSign != nil {
      return SyntaxError(.comparisonOutsideCondition(quoted(current)), at: current.range)
    }
    if let fault = fault(ofWordsBehind: query) ?? mistypedClause(query) { return fault }
    if isSegmentName(current), let last = query.segments.last, query.clauses.isEmpty {
      return segmentFault(query, last)
    }
    return unexpected(.clauseOrEnd)
  }

  /// `show revenue si as x`: the name stands behind the segments.
  private func aliasFault(_ query: Query) -> SyntaxError {
    var corrected: String?
    let alias = token(ahead: 1)
    if isName(alias), query.measures.count == 1, let segments = query.segments.first,
      let start = tokens[..<position].lastIndex(where: { $0.range.lower == segments.range.lower }),
      let first = tokens[..<position].lastIndex(where: { $0.range.lower == query.range.lower }),
      let head = typed(from: first, to: start), let tail = typed(from: start, to: position)
    {
      corrected = "\(head) as \(text(of: alias)) \(tail)"
    }
    return SyntaxError(.aliasBehindSegments(corrected: corrected), at: current.range)
  }

  /// `show a to b`: only `ratio` divides with `to`.
  private func ratioFault(_ query: Query) -> SyntaxError {
    if let slip = mistypedClause(query) { return slip }
    guard query.clauses.isEmpty, query.segments.isEmpty, query.period == nil,
      let measure = query.measures.first, query.measures.count == 1
    else { return unexpected(.clauseOrEnd) }
    let left = source.text(in: measure.expression.range)
    let rest = typed(from: position)
    return SyntaxError(
      .ratioNeeded(corrected: rest.map { "ratio \(left) \($0)" }), at: current.range)
  }

  /// `show revenue form 1Q03 to 2Q04`: a clause's first word that was taken for a segment, or that
  /// stands where nothing but a clause may.
  private func mistypedClause(_ query: Query) -> SyntaxError? {
    if query.clauses.isEmpty, let last = query.segments.last, case .segment(let name) = last.kind,
      !name.isQuoted, query.period != nil || current.kind != .word,
      let note = clauseNote(name.folded)
    {
      return SyntaxError(.unknownClause(quoted(name.text), suggestions: note), at: name.range)
    }
    guard current.kind == .word, isName(current) else { return nil }
    let note = clauseNote(NameFolding.fold(text(of: current)))
    if note == nil, query.clauses.isEmpty, query.period == nil { return nil }
    return SyntaxError(
      .unknownClause(description(of: current), suggestions: note), at: current.range)
  }

  func clauseNote(_ word: String) -> String? {
    guard word.utf8.count <= 40 else { return nil }
    return Suggestions.note(for: word, among: Vocabulary.clauseWords)
  }

  /// `show revenue si, cost_of_revenue connectivity`: a second measure among the segments; without a
  /// comma, `show revenue si connectivity`, segments that lack one.
  private func segmentFault(_ query: Query, _ last: SegmentPattern) -> SyntaxError {
    let here = source.text(in: current.range)
    guard query.segments.count > 1 else {
      let before = source.text(in: last.range)
      return SyntaxError(.segmentsInRow(before, here), at: current.range)
    }
    var corrected: String?
    if query.measures.count == 1, query.segments.count == 2, let measure = query.measures.first {
      let first = source.text(in: measure.expression.range)
      let segment = source.text(in: query.segments[0].range)
      let verbs = query.verbs.map(\.verb.rawValue).joined(separator: " ")
      corrected = "\(verbs) \(first)[\(segment)], \(source.text(in: last.range))[\(here)]"
    }
    return SyntaxError(.pinNeeded(corrected: corrected), at: last.range.union(current.range))
  }
}
