import Diagnostics
import QuerySyntax

/// What can't be asked of the origin of figures: never ignore a word in silence.
enum WhyRules {
  static func check(_ query: Query) throws(Diagnostic) {
    if let plot = query.verbs.first(where: { $0.verb == .plot }) {
      throw WhyMessage.drawn(at: plot.range)
    }
    for case .by(let uses) in query.clauses.map(\.kind) { try requireOneBasis(uses) }
    for case .across(let uses) in query.clauses.map(\.kind) { try requireOneBasis(uses) }
    for use in query.extras where [.spark, .source].contains(use.extra) {
      throw WhyMessage.beside(use.extra, at: use.range)
    }
  }
}

extension WhyRules {
  private static func requireOneBasis(_ uses: [DimensionUse]) throws(Diagnostic) {
    guard let use = uses.first(where: { $0.dimension == .release }) else { return }
    throw WhyMessage.byRelease(at: use.range)
  }
}

/// The wording of why `why` has no answer.
enum WhyMessage {
  static func drawn(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "why-plot", "why tells of figures one by one, and plot draws them", at: range,
      notes: ["try: why show revenue"])
  }

  static func byRelease(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "why-by-release", "why tells of figures on one basis, and `by release` has one a release",
      at: range, notes: ["name one of them: as of RELEASE"])
  }

  static func beside(_ extra: Extra, at range: SourceRange) -> Diagnostic {
    let reason =
      extra == .source ? "tells the source of every figure already" : "has no place for a trend"
    return Diagnostic(
      "why-extra", "why \(reason)", at: range, notes: ["leave \(extra.rawValue) out"])
  }

  static func tooManyCells(_ count: Int, _ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "why-cells", "why tells of up to \(limit) cells, and this query shows \(count)", at: range,
      notes: [narrowing])
  }

  static func tooManyFigures(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "why-figures", "these cells come from more than \(limit) figures, too many to tell",
      at: range, notes: [narrowing])
  }

  private static let narrowing =
    "ask about fewer: name a period or a segment, or keep rows with where or top"
}
