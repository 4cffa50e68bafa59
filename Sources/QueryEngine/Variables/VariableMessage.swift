import Diagnostics
import QuerySyntax

/// The wording of what can be wrong with a variable.
enum VariableMessage {
  static func unknown(_ name: Name, among names: [String]) -> Diagnostic {
    let suggestion = Suggestions.note(for: "$" + name.folded, among: names.map { "$" + $0 })
    return Diagnostic(
      "unknown-variable", "there is no variable $\(name.text)", at: name.range,
      notes: [suggestion, "set it first: let \(name.text) = 2Q04"].compactMap { $0 })
  }

  static func unknownInText(
    _ name: String, among names: [String], at range: SourceRange
  ) -> Diagnostic {
    var unknown = unknown(Name(name, isVariable: true, at: range), among: names)
    unknown.notes.append("$$ prints the sign itself")
    return unknown
  }

  static func noPeriod(_ name: Name) -> Diagnostic {
    Diagnostic(
      "unknown-period", "'\(name.text)' is no period", at: name.range,
      notes: ["a variable is written with its sign: $\(name.text)"])
  }
}
