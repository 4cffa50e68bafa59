package import Diagnostics
package import QuerySyntax
import TextForm

/// The values that `let` has given names to, for the rest of a session.
package struct Variables: Sendable {
  private var values: [String: Expression] = [:]

  /// The names in alphabetical order, without their signs.
  package var names: [String] { values.keys.sorted() }

  /// The statement with the values of its variables in their places; throws where a variable is
  /// unknown, or can't stand where it is used.
  func substituted(in statement: Statement) throws(Diagnostic) -> Statement {
    try rewriting.statement(statement)
  }

  /// Sets a variable, whether it is there already or not; the message says what it is now.
  ///
  /// The right side is worked out now, so that a later `let` of a variable in it changes nothing;
  /// `latest` and `first` stay what they are in each query.
  package mutating func set(_ name: Name, _ value: LetValue) throws(Diagnostic) -> String {
    let new = try expression(for: value)
    let old = values.updateValue(new, forKey: name.folded)
    let text = "$\(name.text) is \(new.canonicalText)"
    guard let old = old?.canonicalText, old != new.canonicalText else { return text }
    return "\(text); it was \(old)"
  }

  /// A diagnostic that marks nothing but a variable, with a note on what that is.
  func explained(_ diagnostic: Diagnostic, in source: SourceText) -> Diagnostic {
    guard let marked = diagnostic.range.map({ NameFolding.fold(source.text(in: $0)) }),
      marked.hasPrefix("$"), let value = values[String(marked.dropFirst())],
      diagnostic.id != "wrong-kind-of-value"
    else { return diagnostic }
    var explained = diagnostic
    explained.notes.append("\(marked) is \(value.canonicalText)")
    return explained
  }

  /// What was given for a name, as it was typed; nil where nothing was.
  func value(named name: String) -> Expression? { values[NameFolding.fold(name)] }

  private var rewriting: TreeRewriting { TreeRewriting(self) }

  private func known(_ name: Name) throws(Diagnostic) -> Expression {
    if let value = values[name.folded] { return value }
    throw VariableMessage.unknown(name, among: names)
  }

  private func expression(for value: LetValue) throws(Diagnostic) -> Expression {
    switch value {
    case .number(let number): return Expression(.number(number), at: .nowhere)
    case .date(let date): return Expression(.date(date), at: .nowhere)
    case .string(let text): return Expression(.string(text), at: .nowhere)
    case .name(let name): return Expression(.name(name), at: name.range)
    case .period(let period):
      if case .variable(let name) = period.kind { return try known(name) }
      if let name = period.bareName { throw VariableMessage.noPeriod(name) }
      return Expression(.period(try rewriting.period(period)), at: period.range)
    }
  }
}

extension Variables: Substitution {
  /// The value of a variable; other names stay as they are.
  package func value(of name: Name, as role: NameRole) throws(Diagnostic) -> Expression? {
    name.isVariable ? try known(name) : nil
  }
}

extension SourceRange {
  /// The place of a value before it is used; its use gives it one.
  fileprivate static let nowhere = SourceRange(0, 0)
}

extension PeriodExpression {
  /// The name that the period is counted from, where it is no period.
  fileprivate var bareName: Name? {
    switch kind {
    case .name(let name): name
    case .offset(let base, _, _): base.bareName
    case .label, .latest, .first, .variable: nil
    }
  }
}
