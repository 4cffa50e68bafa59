import Diagnostics
import QuerySyntax

extension UnansweredForm {
  /// Refuses a declaration that narrows what this version would apply everywhere.
  static func check(_ declaration: Declaration) throws(Diagnostic) {
    switch declaration {
    case .company, .unit, .savedQuery: return
    case .segment(let segment): try check(segment.company)
    case .metric(let metric):
      try check(metric.company)
      if case .formula(let formula, _) = metric.definition { try check(formula) }
    case .identity(let identity):
      try check(identity.company)
      try check(identity.formula)
    }
  }

  private static func check(_ company: Name?) throws(Diagnostic) {
    guard let company else { return }
    throw refusal(
      of: "a declaration with `of`", at: company.range,
      note: "without it, the declaration holds everywhere")
  }

  private static func check(_ formula: Expression) throws(Diagnostic) {
    if let company = formula.companiesInBrackets.first {
      throw QueryMessage.companyInFormula(company)
    }
  }
}
