import Diagnostics
import QuerySyntax

extension UnansweredForm {
  /// Refuses a declaration that narrows what this version would apply everywhere.
  static func check(_ declaration: Declaration) throws(Diagnostic) {
    switch declaration {
    case .company, .unit, .savedQuery: return
    case .segment(let segment):
      if let metric = segment.onlyFor.first { throw narrowing("only for", metric) }
      try check(segment.company)
    case .metric(let metric): try check(metric.company)
    case .identity(let identity): try check(identity.company)
    }
  }

  private static func check(_ company: Name?) throws(Diagnostic) {
    if let company { throw narrowing("of", company) }
  }

  private static func narrowing(_ words: String, _ name: Name) -> Diagnostic {
    refusal(
      of: "a declaration with `\(words)`", at: name.range,
      note: "without it, the declaration holds everywhere")
  }
}
