package import Diagnostics

/// Puts values in the places of names, before anything is resolved.
///
/// A value stands as if it had been typed where its name stands. Every node of it has the place of
/// the name, so that a wrong use is reported where it was used and not where the value was given.
/// The rewriting knows where a period, a moment, a segment or a measure belongs, and refuses a value
/// that can't stand there; what names mean is the business of whoever resolves them.
package struct TreeRewriting {
  private let substitution: any Substitution
  private let place: SourceRange?

  /// A rewriting that puts what `substitution` gives in the places of references.
  package init(_ substitution: any Substitution) {
    self.substitution = substitution
    place = nil
  }

  /// A rewriting that changes nothing but where things stand.
  private init(to place: SourceRange) {
    substitution = NoSubstitution()
    self.place = place
  }

  /// Where something that stood at `range` stands afterwards.
  func placed(_ range: SourceRange) -> SourceRange { place ?? range }

  /// What stands for a name, at the name's place; nothing ever stands for one in quotes.
  func value(of name: Name) throws(Diagnostic) -> Expression? {
    guard !name.isQuoted, let value = try substitution.value(of: name) else { return nil }
    return try TreeRewriting(to: name.range).expression(value)
  }

  /// A name with what stands for it; `wanted` is what belongs there, in words.
  func name(_ name: Name, _ wanted: String) throws(Diagnostic) -> Name {
    guard let value = try value(of: name) else { return relocated(name) }
    guard let result = value.asName else { throw RewritingMessage.wrongKind(name, value, wanted) }
    return result
  }

  /// A name at its new place.
  func relocated(_ name: Name) -> Name {
    place.map { Name(name.text, isQuoted: name.isQuoted, isVariable: name.isVariable, at: $0) }
      ?? name
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
  /// What stands for a variable, or for another name that may be a parameter's; nil leaves it.
  func value(of name: Name) throws(Diagnostic) -> Expression?
}

private struct NoSubstitution: Substitution {
  func value(of name: Name) -> Expression? { nil }
}

/// The wording of values that can't stand where they are used.
enum RewritingMessage {
  static let date = "a date or the name of a release"
  static let company = "the name of a company"
  static let metric = "the name of a metric"
  static let period = "a period such as 2Q04"
  static let release = "the name of a release"
  static let segment = "the name of a segment"

  /// The diagnostic for a value that can't stand where its name does.
  static func wrongKind(
    _ name: Name, _ value: Expression, _ wanted: String
  ) -> Diagnostic {
    let text = name.isVariable ? "$" + name.text : name.text
    return Diagnostic(
      "wrong-kind-of-value",
      "\(text) is \(value.kindInWords) \(value.canonicalText), and \(wanted) belongs here",
      at: name.range)
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
