import Diagnostics
import QuerySyntax

/// The wording of what can be wrong with a query about several companies.
extension QueryMessage {
  static func companyInFormula(_ name: Name) -> Diagnostic {
    Diagnostic(
      "company-in-formula", "a formula holds for every company, and '\(name.text)' is one",
      at: name.range, notes: ["a query can name it: show revenue[\(name.text):total]"])
  }

  static func doubledCompany(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-company", "\(name) is named twice behind of", at: range,
      notes: ["keep one of them"])
  }

  /// Amounts of several currencies where they would have to be of one.
  static func mixedCurrencies(
    _ companies: [(name: String, home: String?)], _ fault: String, declared: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let currencies = companies.map { ($0.name, $0.home ?? declared ?? "another currency") }
    let texts = currencies.map { "\($0.0) in \($0.1)" }
    let target = currencies.map(\.1).first { $0 != currencies[0].1 } ?? currencies[0].1
    return Diagnostic(
      "mixed-currencies",
      "\(currencies[0].0) reports in \(currencies[0].1), "
        + texts.dropFirst().joined(separator: ", ") + ": these amounts \(fault)",
      at: range,
      notes: [
        "`in \(target) at RATE` converts them first: a number of \(currencies[0].1) for one "
          + "\(target), or a metric that holds one for each period"
      ])
  }

  /// A rate from one currency to another, beside amounts of a third.
  static func rateOfAnother(
    _ other: (company: String, currency: String), from source: String?, to target: String,
    at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "rate-of-another",
      "\(other.company) reports in \(other.currency), and the rate converts "
        + "\(source ?? "another currency") to \(target)", at: range,
      notes: ["ask about companies with one other currency at a time"])
  }

  static func severalInHistory(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "several-in-history", "a history is that of one company", at: range,
      notes: ["ask about one at a time: … of NAME"])
  }
}
