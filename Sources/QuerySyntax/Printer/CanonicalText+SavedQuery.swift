extension CanonicalText {
  /// Adds the declaration of a saved query.
  mutating func add(_ declaration: SavedQueryDeclaration) {
    add("define ")
    add(declaration.name)
    add("(")
    add(declaration.parameters) { $0.add($1) }
    add(") = ")
    add(declaration.body)
  }

  /// Adds a saved query at work.
  mutating func add(_ call: SavedQueryCall) {
    addCall(call.name, call.arguments)
    for clause in call.clauses {
      add(" ")
      add(clause)
    }
  }
}

extension SavedQueryDeclaration {
  /// The declaration on one line, in the form that the store keeps and hashes.
  package var canonicalText: String { CanonicalText.of { $0.add(self) } }
}
