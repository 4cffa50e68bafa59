package import Diagnostics

/// Puts values in the places of names, before anything is resolved.
///
/// A value stands as if it had been typed where its name stands. Every node of it has the place of
/// the name, so that a wrong use is reported where it was used and not where the value was given.
/// The rewriting knows where a period, a moment, a segment or a measure belongs, and refuses a value
/// that can't stand there; what names mean is the business of whoever resolves them.
package struct TreeRewriting {
  /// Where what is rewritten stands afterwards.
  private enum Placement {
    case unchanged
    case at(SourceRange)
    case moved(by: Int)
  }

  let substitution: any Substitution
  /// What belongs where a name stands in an expression.
  private(set) var operandRole = NameRole.measure
  private let placement: Placement

  /// A rewriting that puts what `substitution` gives in the places of references.
  package init(_ substitution: any Substitution) {
    self.init(substitution, .unchanged)
  }

  /// A rewriting that moves everything on by so many bytes, and changes nothing else.
  init(movedBy offset: Int) {
    self.init(NoSubstitution(), .moved(by: offset))
  }

  private init(_ substitution: any Substitution, _ placement: Placement) {
    self.substitution = substitution
    self.placement = placement
  }

  /// The same rewriting for what a clause is made of.
  var ofValues: TreeRewriting {
    var result = self
    result.operandRole = .value
    return result
  }

  /// Where something that stood at `range` stands afterwards.
  func placed(_ range: SourceRange) -> SourceRange {
    switch placement {
    case .unchanged: range
    case .at(let place): place
    case .moved(let offset): SourceRange(range.lower + offset, range.upper + offset)
    }
  }

  /// What stands for a name, at the name's place unless it keeps its own; nothing ever stands for one
  /// in quotes.
  func value(of name: Name, as role: NameRole) throws(Diagnostic) -> Expression? {
    guard !name.isQuoted, let value = try substitution.value(of: name, as: role) else { return nil }
    if substitution.keepsPlaces { return value }
    return try TreeRewriting(NoSubstitution(), .at(name.range)).expression(value)
  }

  /// A name with what stands for it.
  func name(_ name: Name, _ role: NameRole) throws(Diagnostic) -> Name {
    guard let value = try value(of: name, as: role) else { return relocated(name) }
    guard let result = value.asName else { throw RewritingMessage.wrongKind(name, value, role) }
    return result
  }

  /// A name at its new place.
  func relocated(_ name: Name) -> Name {
    if case .unchanged = placement { return name }
    return Name(
      name.text, isQuoted: name.isQuoted, isVariable: name.isVariable, at: placed(name.range))
  }

  /// A list with each of its items rewritten.
  func list<Item>(
    _ items: [Item], _ rewrite: (Item) throws(Diagnostic) -> Item
  ) throws(Diagnostic) -> [Item] {
    var result: [Item] = []
    result.reserveCapacity(items.count)
    for item in items { result.append(try rewrite(item)) }
    return result
  }
}

/// What stands for the names of a tree.
package protocol Substitution {
  /// Whether values keep the places that they have, instead of those of the names.
  var keepsPlaces: Bool { get }

  /// What stands for a variable, or for another name that may be a parameter's, where something of
  /// that role belongs; nil leaves it.
  func value(of name: Name, as role: NameRole) throws(Diagnostic) -> Expression?
}

extension Substitution {
  /// Values stand in the places of the names that they are put for.
  package var keepsPlaces: Bool { false }
}

private struct NoSubstitution: Substitution {
  func value(of name: Name, as role: NameRole) -> Expression? { nil }
}

/// The wording of values that can't stand where they are used.
enum RewritingMessage {
  /// The diagnostic for a value that can't stand where its name does.
  static func wrongKind(_ name: Name, _ value: Expression, _ role: NameRole) -> Diagnostic {
    let text = name.isVariable ? "$" + name.text : name.text
    var notes: [String] = []
    // A name with a hyphen in it, which is read whole only where a release belongs.
    if role == .moment, case .binary = value.kind {
      notes.append("inside a call the name of a release stands in quotes: \"iij-2q04\"")
    }
    return Diagnostic(
      "wrong-kind-of-value",
      "\(text) is \(value.kindInWords) \(value.canonicalText), and \(role.wanted) belongs here",
      at: name.range, notes: notes)
  }

  static func nothingGiven(_ name: Name) -> Diagnostic {
    Diagnostic(
      "nothing-given", "nothing stands for \(name.text), and a value belongs here", at: name.range)
  }

  static func parameterAsVariable(_ name: Name) -> Diagnostic {
    Diagnostic(
      "parameter-as-variable", "\(name.text) is a parameter, and $ stands before variables",
      at: name.range, notes: ["type \(name.text)"])
  }
}

extension Expression {
  /// The name that a value stands for where a name belongs; a text is a name in quotes.
  var asName: Name? {
    switch kind {
    case .name(let name): name
    case .string(let text): Name(text, isQuoted: true, at: range)
    default: nil
    }
  }

  /// What kind of value it is, in words.
  fileprivate var kindInWords: String {
    switch kind {
    case .number, .numberWithName: "the number"
    case .name(let name): name.isQuoted ? "the text" : "the name"
    case .period: "the period"
    case .date: "the date"
    case .string: "the text"
    case .distance: "the distance"
    default: "the expression"
    }
  }
}
