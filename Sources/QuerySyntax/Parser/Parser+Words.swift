import Diagnostics
import Metrics
import TextForm

/// The words of other languages and programs that ask for what a verb does.
private let verbsElsewhere = [
  "avg": "average", "chart": "plot", "draw": "plot", "graph": "plot", "maximum": "max",
  "mean": "average", "minimum": "min", "std": "stdev", "stddev": "stdev",
]

/// The words between two things that somebody wants to see beside each other.
private let comparisonWords: Set<String> = ["against", "compared", "versus", "vs"]

/// The words with which analysts put a question, each with its form in the language.
extension Parser {
  /// `what is revenue`, `avg revenue`: words that ask for what a statement or a verb does.
  var questionFault: SyntaxError? {
    let next = token(ahead: 1)
    let word = folded(current)
    var corrected: String?
    if let verb = verbsElsewhere[word], current.kind == .word {
      let space = next.hasSpaceBefore ? " " : ""
      corrected = typed(from: position + 1).map { verb + space + $0 }
    } else if word == "what", ["are", "is", "was", "were"].contains(folded(next)) {
      let first = position + (folded(token(ahead: 2)) == "the" ? 3 : 2)
      let isName = first + 1 < tokens.count && tokens[first + 1].kind == .end
      corrected = typed(from: first).map { (isName ? "describe " : "show ") + $0 }
    }
    return corrected.map { corrected in
      SyntaxError(
        .bareQuery(word: description(of: current), corrected: corrected, suggestions: nil),
        at: current.range)
    }
  }

  /// Whether a verb comes behind the next word, which is then no measure.
  var isBeforeVerb: Bool {
    let next = vocabulary(token(ahead: 1))
    return next.verb != nil && !next.roles.contains(.clause) && !startsPeriod(ahead: 1)
  }

  /// `for last 4 quarters`: `last` is a clause itself.
  var lastBehindForFault: SyntaxError? {
    let hasCount = isDistance(ahead: 1)
    guard current.keyword == .last, hasCount || grainLength(ahead: 1) > 0 else { return nil }
    let length = (hasCount ? 2 : 1) + grainLength(ahead: hasCount ? 2 : 1)
    let range = SourceRange(current.range.lower, token(ahead: length - 1).range.upper)
    var corrected: String?
    if position > 0, tokens[position - 1].keyword == .for,
      let grain = typed(from: position + (hasCount ? 2 : 1), to: position + length),
      let head = typed(from: statementStart, to: position - 1)
    {
      let count = hasCount ? text(of: token(ahead: 1)) : "1"
      let tail = typed(from: position + length).flatMap { $0.isEmpty ? nil : " \($0)" }
      corrected = "\(head) last \(count) \(grain)\(tail ?? "")"
    }
    return SyntaxError(.lastBehindFor(corrected: corrected), at: range)
  }

  private var statementStart: Int {
    tokens[..<position].lastIndex { $0.kind == .end }.map { $0 + 1 } ?? 0
  }

  /// What stands behind a query in the words of a question.
  func fault(ofWordsBehind query: Query) -> SyntaxError? {
    guard let start = index(of: query.range) else { return nil }
    return quotientFault(query, start) ?? comparisonFault(query, start)
      ?? misplacedVerbFault(query, start) ?? scaleFault(query)
  }

  private func index(of range: SourceRange) -> Int? {
    tokens[..<position].lastIndex { $0.range.lower == range.lower }
  }

  // MARK: - Quotients

  /// `show revenue si / revenue connectivity`: what is pinned to a segment stands in an expression.
  private func quotientFault(_ query: Query, _ start: Int) -> SyntaxError? {
    guard isOperator(current), query.clauses.isEmpty, query.period == nil,
      query.segments.count == 1, let segment = query.segments.first,
      case .segment(let name) = segment.kind, let place = index(of: segment.range), place > start,
      isName(tokens[place - 1]), let head = typed(from: start, to: place)
    else { return nil }
    var corrected: String? = "\(head)[\(name.text)]"
    var ahead = 0
    while let text = corrected, isOperator(token(ahead: ahead)) {
      corrected = operand(ahead: &ahead).map { text + $0 }
    }
    let next = token(ahead: ahead)
    if next.kind != .end, next.kind != .endOfText {
      let isClause = vocabulary(next).roles.contains(.clause)
      let tail = isClause ? typed(from: position + ahead) : nil
      corrected = corrected.flatMap { text in tail.map { "\(text) \($0)" } }
    }
    return SyntaxError(.pinNeeded(corrected: corrected), at: current.range)
  }

  private func isOperator(_ token: Token) -> Bool {
    switch token.kind {
    case .plus, .minus, .slash: true
    case .star: !isPatternStar
    default: false
    }
  }

  /// An operator with a number, or with a metric that is pinned to the segment behind it.
  private func operand(ahead: inout Int) -> String? {
    let sign = token(ahead: ahead)
    let value = token(ahead: ahead + 1)
    let segment = token(ahead: ahead + 2)
    let text = " \(text(of: sign)) \(text(of: value))"
    if value.kind == .number || (isName(value) && !isSegmentName(segment)) {
      ahead += 2
      return text
    }
    guard isName(value) else { return nil }
    ahead += 3
    return "\(text)[\(source.text(in: segment.range))]"
  }

  // MARK: - Comparisons

  /// `show revenue for 2Q04 vs 2Q03`: what is to be compared is listed.
  private func comparisonFault(_ query: Query, _ start: Int) -> SyntaxError? {
    if let last = query.segments.last, query.clauses.isEmpty, let word = index(of: last.range),
      comparisonWords.contains(folded(tokens[word])), let head = typed(from: start, to: word)
    {
      let tail = typed(from: position)
      return SyntaxError(
        .comparisonWord(
          quoted(tokens[word]), corrected: tail.map { ["type \(head), \($0)"] } ?? []),
        at: last.range)
    }
    guard current.kind == .word, comparisonWords.contains(folded(current)) else { return nil }
    let behind = position + (["to", "with"].contains(folded(token(ahead: 1))) ? 2 : 1)
    return SyntaxError(
      .comparisonWord(quoted(current), corrected: listings(query, start, behind)),
      at: current.range)
  }

  /// The list that holds what stands before and behind a word such as `vs`, and the growth between two
  /// periods.
  private func listings(_ query: Query, _ start: Int, _ behind: Int) -> [String] {
    guard let head = typed(from: start, to: position), let tail = typed(from: behind) else {
      return []
    }
    if query.clauses.isEmpty, query.period == nil { return ["type \(head), \(tail)"] }
    guard let (range, period) = onlyPeriod(of: query), let place = index(of: range),
      let front = typed(from: start, to: place)
    else { return [] }
    let grown = front.hasPrefix("show ") ? "yoy " + front.dropFirst(5) : nil
    return ["type \(front) for \(period), \(tail)"]
      + (grown.map { ["the growth on the year before: \($0) for \(period)"] } ?? [])
  }

  /// The period that a query is about and where it is said, if that is all that is said behind its
  /// segments.
  private func onlyPeriod(of query: Query) -> (SourceRange, String)? {
    if query.clauses.isEmpty, let period = query.period {
      return (period.range, source.text(in: period.range))
    }
    guard query.clauses.count == 1, let clause = query.clauses.first,
      case .columns(let columns) = clause.kind, columns.count == 1
    else { return nil }
    return (clause.range, source.text(in: columns[0].range))
  }

  // MARK: - Verbs and scales

  /// `show revenue growth`: a verb stands in front.
  private func misplacedVerbFault(_ query: Query, _ start: Int) -> SyntaxError? {
    guard let verb = vocabulary(current).verb, !isCall(), !query.endsWithList else { return nil }
    if query.clauses.isEmpty, let last = query.segments.last, case .segment(let name) = last.kind,
      !name.isQuoted, name.folded.utf8.count > 3, let note = clauseNote(name.folded)
    {
      return SyntaxError(.unknownClause(quoted(name.text), suggestions: note), at: last.range)
    }
    let first = start + query.verbs.count
    let tail = typed(from: position + 1).map { $0.isEmpty ? "" : " \($0)" }
    guard let word = verb.standingAlone, let tail, let measure = typed(from: first, to: position)
    else {
      return SyntaxError(
        .verbBehindMeasure(quoted(current), corrected: nil), at: current.range)
    }
    var verbs = query.verbs.map(\.verb)
    verbs.removeAll { $0 == .show }
    verbs.insert(word, at: verbs.first == .plot ? 1 : 0)
    let words = verbs.map(\.rawValue).joined(separator: " ")
    return SyntaxError(
      .verbBehindMeasure(quoted(current), corrected: "\(words) \(measure)\(tail)"),
      at: current.range)
  }

  /// `in mln JPY`: a scale in one of its short forms beside a unit.
  private func scaleFault(_ query: Query) -> SyntaxError? {
    guard current.kind == .word, case .unit(let phrase, nil) = query.clauses.last?.kind else {
      return nil
    }
    let words = [source.text(in: phrase.range), text(of: current)]
    let scales = words.map(UnitText.scale(shortenedTo:))
    guard scales.contains(where: { $0 != nil }) else { return nil }
    let full = zip(words, scales).map { $1 ?? $0 }.joined(separator: " ")
    return SyntaxError(
      .scaleShortened(quoted(words.joined(separator: " ")), corrected: "in \(full)"),
      at: phrase.range.union(current.range))
  }
}

extension Query {
  /// Whether it ends in a list that a verb's word may have been meant to carry on.
  fileprivate var endsWithList: Bool {
    switch clauses.last?.kind {
    case .extras, .order: true
    default: false
    }
  }
}

extension Verb {
  /// The verb that takes a measure alone where this one wants a distance in time as well.
  fileprivate var standingAlone: Verb? {
    switch self {
    case .growth: .yoy
    case .change: .yoyChange
    case .lag: nil
    default: self
    }
  }
}
