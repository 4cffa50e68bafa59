import Diagnostics
import QuerySyntax

extension UnansweredForm {
  /// Refuses a declaration that narrows what this version would apply everywhere.
  static func check(_ declaration: Declaration) throws(Diagnostic) {
    switch declaration {
    case .company, .unit, .savedQuery: return
    case .segment(let segment): try check(segment.company)
    case .metric(let metric): try check(metric.company)
    case .identity(let identity): try check(identity.company)
    }
  }

  private static func check(_ company: Name?) throws(Diagnostic) {
    guard let company else { return }
    throw refusal(
      of: "a declaration with `of`", at: company.range,
      note: "without it, the declaration holds everywhere")
  }
}
