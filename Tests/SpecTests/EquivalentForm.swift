import QuerySyntax

/// Another way to write a query, which has to give the same answer.
enum EquivalentForm: String, CaseIterable {
  /// Verbs before the measures as calls around each: `yoy ttm revenue` as `show yoy(ttm(revenue))`.
  case calls
  /// Calls around the only measure as verbs before it.
  case verbs
  /// The clauses from the last to the first.
  case clausesReversed

  /// The statement in this form; nil where it has none, as all but queries.
  func text(of statement: Statement) -> String? {
    guard case .query(let query) = statement.kind else { return nil }
    switch self {
    case .calls: return (try? query.withCalls())?.canonicalText
    case .verbs: return query.withVerbs()?.canonicalText
    case .clausesReversed:
      var turned = query
      turned.clauses.reverse()
      return query.clauses.count < 2 ? nil : turned.canonicalText
    }
  }
}

/// Why verbs before the measures can't be written as calls.
enum NoCallForm: Error {
  /// There is no verb but `show`.
  case noVerb
  /// `plot` says how an answer is drawn, and is no function.
  case drawing
  /// `growth`, `change` and `lag` need a distance, for which a verb has no room: they are refused.
  case distance
  /// A name behind the last number is a segment, which inside of a call it can't be.
  case segmentBehindNumber
}

extension Query {
  /// The query with its verbs as calls around each measure.
  func withCalls() throws(NoCallForm) -> Query {
    let applied = verbs.map(\.verb).filter { $0 != .show }
    if applied.isEmpty { throw .noVerb }
    if applied.contains(.plot) { throw .drawing }
    if !Set(applied).isDisjoint(with: [.growth, .change, .lag]) { throw .distance }
    if measures.contains(where: \.endsInNumberAndName) { throw .segmentBehindNumber }
    var query = self
    query.verbs = [VerbUse(.show, at: range)]
    query.measures = measures.map { measure in
      var measure = measure
      for verb in applied.reversed() {
        let below = verb == .ratio ? measure.denominator : nil
        measure.expression = Expression(
          .call(
            Name(verb.rawValue, at: range), [measure.expression] + (below.map { [$0] } ?? [])),
          at: range)
      }
      measure.denominator = nil
      return measure
    }
    return query
  }

  /// The query with the calls around its only measure as verbs; nil where there are none.
  func withVerbs() -> Query? {
    guard verbs.map(\.verb) == [.show], measures.count == 1 else { return nil }
    var query = self
    var inner = measures[0].expression
    var outer: [VerbUse] = []
    while case .call(let name, let arguments) = inner.kind, arguments.count == 1,
      let verb = Verb(rawValue: name.folded), ![.growth, .change, .lag].contains(verb)
    {
      outer.append(VerbUse(verb, at: range))
      inner = arguments[0]
    }
    // What is left must begin a measure as it stands: a sum under a verb belongs to the verb.
    if outer.isEmpty { return nil }
    query.verbs = outer
    query.measures[0].expression = inner
    return query
  }
}

extension Measure {
  fileprivate var endsInNumberAndName: Bool { (denominator ?? expression).endsInNumberAndName }
}

extension Expression {
  fileprivate var endsInNumberAndName: Bool {
    switch kind {
    case .numberWithName: true
    case .binary(_, _, let right): right.endsInNumberAndName
    case .negation(let inner): inner.endsInNumberAndName
    default: false
    }
  }
}
