package import Diagnostics

extension SavedQueryDeclaration {
  /// The body with arguments in the places of the parameters.
  ///
  /// The nodes of the body stand `offset` bytes further on than in the declaration, and those of the
  /// arguments where the call has them, so that a fault tells by its place whose it is. Throws where
  /// an argument can't stand in the place of its parameter.
  package func body(
    with arguments: [Expression], movedBy offset: Int
  ) throws(Diagnostic) -> Statement {
    let moved = try TreeRewriting(movedBy: offset).statement(body)
    let values = zip(parameters, arguments).map { ($0.folded, $1) }
    let given = Arguments(values: Dictionary(values) { first, _ in first })
    return try TreeRewriting(given).statement(moved)
  }
}

/// What a call gives for parameters, which stays where it was typed.
private struct Arguments: Substitution {
  let values: [String: Expression]

  var keepsPlaces: Bool { true }

  func value(of name: Name, as role: NameRole) -> Expression? {
    name.isVariable ? nil : values[name.folded]
  }
}

/// What stands for the variables in the body of a saved query, beside its parameters.
///
/// A value that is called like a parameter goes into quotes, where nothing stands for it.
struct VariablesBesideParameters: Substitution {
  let parameters: Set<String>
  let variables: any Substitution

  func value(of name: Name, as role: NameRole) throws(Diagnostic) -> Expression? {
    if parameters.contains(name.folded) {
      if name.isVariable { throw RewritingMessage.parameterAsVariable(name) }
      return nil
    }
    guard let value = try variables.value(of: name, as: role) else { return nil }
    guard case .name(let given) = value.kind, parameters.contains(given.folded) else {
      return value
    }
    return Expression(.name(Name(given.text, isQuoted: true, at: given.range)), at: value.range)
  }
}
