import Diagnostics
import Metrics
import QuerySyntax

/// The wording of what can be wrong with an expression's kinds and units.
enum TypingMessage {
  static func argumentCount(
    _ function: FunctionSignature, _ name: Name, found: Int
  ) -> Diagnostic {
    let optional = function.optional.map { "[\($0.rawValue)]" }
    let parameters = function.required.map(\.rawValue) + optional
    return Diagnostic(
      "argument-count",
      "\(function.name) doesn't take \(found == 1 ? "1 argument" : "\(found) arguments")",
      at: name.range, notes: ["write \(function.name)(\(parameters.joined(separator: ", ")))"])
  }

  static func conditionAsMeasure(_ symbol: BinaryOperator, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "condition-as-measure", "a comparison with \(symbol.rawValue) is no measure", at: range,
      notes: ["conditions stand after where: show revenue by segment where value > 5 million"])
  }

  static func notAMeasure(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-measure", "a metric or a number was expected here", at: range,
      notes: ["`list metrics` shows all that are declared"])
  }

  /// The diagnostic for adding or comparing amounts of different units.
  static func unitClash(
    _ left: String, _ leftUnit: Unit, _ right: String, _ rightUnit: Unit, at range: SourceRange
  ) -> Diagnostic {
    let hasNumber = leftUnit.isRatio || rightUnit.isRatio
    return Diagnostic(
      "unit-clash",
      "\(described(left, leftUnit)) and \(described(right, rightUnit)): "
        + "they can't be added or compared",
      at: range,
      notes: [
        hasNumber
          ? "a number can have a unit, as in 5 million JPY"
          : "divide one by the other for a quotient: show \(left) / \(right)"
      ])
  }

  /// The diagnostic for a declaration whose two sides are counted differently.
  static func declaredClash(
    _ name: String, _ unit: Unit, _ found: Unit, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unit-clash",
      "\(described(name, unit)), and \(described("what it is to equal", found))",
      at: range, notes: ["both sides have to be counted in the same unit"])
  }

  private static func described(_ text: String, _ unit: Unit) -> String {
    unit.isRatio ? "\(text) is a plain number" : "\(text) is in \(unit)"
  }

  static func unknownFunction(_ name: Name, saved: String?) -> Diagnostic {
    if let saved {
      return Diagnostic(
        "saved-query-inside", "\(name.text) is a saved query, and no part of a measure",
        at: name.range, notes: ["it stands alone: \(saved)"])
    }
    let note = Suggestions.note(for: name.folded, among: FunctionTable.all.map(\.name))
    return Diagnostic(
      "unknown-function", "there is no function named '\(name.text)'", at: name.range,
      notes: [note ?? "`list functions` shows them all"])
  }

  static func unknownVariable(_ name: Name) -> Diagnostic {
    Diagnostic(
      "unknown-variable", "there is no variable $\(name.text)", at: name.range)
  }
}
