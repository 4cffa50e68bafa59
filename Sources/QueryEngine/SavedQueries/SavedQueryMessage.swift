import Catalog
import Diagnostics
import QuerySyntax

/// The wording of what can be wrong with a saved query, or with a call of one.
enum SavedQueryMessage {
  static func argumentCount(_ call: SavedQueryCall, of query: SavedQuery) -> Diagnostic {
    let parameters = query.declaration.parameters
    let names = parameters.isEmpty ? "" : ", \(parameters.map(\.text).joined(separator: ", "))"
    return Diagnostic(
      "argument-count",
      "\(query.name) takes \(SessionMessage.count(parameters.count, "argument"))\(names); "
        + "this call has \(call.arguments.count)",
      at: call.range, notes: ["write \(query.declaration.signature)", query.statement])
  }

  /// A fault of a clause that is added to a saved query, with what that says itself.
  static func beside(_ query: SavedQuery, _ fault: Diagnostic) -> Diagnostic {
    var fault = fault
    fault.notes = ["the saved query says so itself: \(query.statement)"]
    return fault
  }

  static func calledTooDeeply(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "called-too-deeply", "saved queries call one another more than \(limit) deep", at: range)
  }

  static func noQuery(at range: SourceRange) -> Diagnostic {
    Diagnostic("no-query", "a query was expected here", at: range, notes: ["try: show revenue"])
  }

  static func notCalled(_ name: String, _ call: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "saved-query-not-called", "\(name) is a saved query, which is called with parentheses",
      at: range, notes: ["type \(call)"])
  }

  static func tooLarge(_ call: SavedQueryCall) -> Diagnostic {
    Diagnostic(
      "query-too-large", "the query that this call stands for is too large", at: call.range,
      notes: ["give shorter arguments, or declare a metric for each"])
  }

  static func unused(_ parameter: Name) -> Diagnostic {
    Diagnostic(
      "unused-parameter", "\(parameter.text) stands nowhere in the query", at: parameter.range,
      notes: ["leave the parameter out, or write it where it is needed"])
  }
}
