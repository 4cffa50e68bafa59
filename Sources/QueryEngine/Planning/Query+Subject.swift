import QuerySyntax

/// The user's own words, for what a message suggests to ask instead.
extension Query {
  /// The verbs, measures and segments, without periods and clauses: `yoy revenue si`.
  var subject: String { subject(verbs: verbs, segments: segments) }

  /// The verbs and measures alone: `yoy revenue`.
  var measuredSubject: String { subject(verbs: verbs, segments: []) }

  /// The measures as `plot` draws them, which stands before all other verbs: `plot yoy revenue`.
  var plottedSubject: String {
    let others = verbs.filter { ![.plot, .show].contains($0.verb) }
    return subject(verbs: [VerbUse(.plot, at: range)] + others, segments: [])
  }

  private func subject(verbs: [VerbUse], segments: [SegmentPattern]) -> String {
    Query(
      verbs: verbs, measures: measures, segments: segments, period: nil, clauses: [], range: range
    ).canonicalText
  }

  /// The measure, where there is one and nothing but `show` is asked of it.
  var shownMeasure: Expression? {
    guard measures.count == 1, measures[0].denominator == nil,
      verbs.allSatisfy({ $0.verb == .show })
    else { return nil }
    return measures[0].expression
  }
}
