import Diagnostics
import QuerySyntax

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
