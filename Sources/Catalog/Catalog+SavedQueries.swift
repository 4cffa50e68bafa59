package import Diagnostics
package import QuerySyntax
import TextForm

/// A saved query, as declared.
package struct SavedQuery: Sendable {
  /// How many saved queries may stand behind one that is called.
  package static let callLimit = 32

  /// The declaration, each part of which stands where ``statement`` has it.
  package let declaration: SavedQueryDeclaration
  /// The statement that declares it, in canonical form.
  package let statement: String

  /// Its name.
  package var name: String { declaration.name.text }

  /// The query without what stands before it.
  package var queryText: String { declaration.body.canonicalText }

  /// The call of another saved query, where it is one.
  package var call: SavedQueryCall? { declaration.call }
}

extension SavedQueryDeclaration {
  /// The call of another saved query, where the body is one.
  package var call: SavedQueryCall? {
    if case .invocation(let call) = body.kind { call } else { nil }
  }
}

extension Catalog {
  /// The saved query of a name.
  ///
  /// Throws a diagnostic that suggests near names, or says what the name is of.
  package func savedQuery(_ name: Name) throws(Diagnostic) -> SavedQuery {
    if let query = savedQuery(named: name.text) { return query }
    if let metric = try metricIfKnown(name) { throw Catalog.metricCalled(name, metric) }
    let names = Array(content.value.savedQueries.names) + FunctionTable.all.map(\.name)
    throw unknown(.savedQuery, name, among: names)
  }

  /// The saved query of exactly that declared name.
  package func savedQuery(named name: String) -> SavedQuery? {
    content.value.savedQueries.exact(NameFolding.fold(name))
  }

  /// What belongs in the place of each parameter; what a call hands on is what its own parameter is.
  package func roles(of declaration: SavedQueryDeclaration) -> [NameRole] {
    roles(of: declaration, callsLeft: SavedQuery.callLimit)
  }

  private func roles(of declaration: SavedQueryDeclaration, callsLeft: Int) -> [NameRole] {
    var handedOn: [(argument: Expression, role: NameRole)] = []
    if callsLeft > 0, let call = declaration.call, let called = savedQuery(named: call.name.text) {
      let roles = roles(of: called.declaration, callsLeft: callsLeft - 1)
      handedOn = Array(zip(call.arguments, roles))
    }
    let uses = declaration.body.nameUses
    return declaration.parameters.map { parameter in
      for (argument, role) in handedOn {
        if case .name(let name) = argument.kind, name.folded == parameter.folded { return role }
      }
      let roles = uses.filter { $0.name.folded == parameter.folded }.map(\.role)
      return roles.first { $0 != .measure && $0 != .value }
        ?? declaration.role(ofArgument: parameter) ?? roles.first ?? .value
    }
  }

  mutating func declare(_ declaration: SavedQueryDeclaration) throws(Diagnostic) {
    let own = content.value.savedQueries.index(of: declaration.name.folded)
    try requireFree([declaration.name], for: .savedQuery, at: own)
    try requireNoCycle(declaration)
    let statement = declaration.canonicalText
    guard let read = SavedQuery(reading: statement) else {
      throw Catalog.unreadable(declaration.name, as: statement)
    }
    content.value.savedQueries.place(read, declaration.name, at: own)
  }

  /// Follows the calls of saved queries; meeting the declared one again is a cycle.
  private func requireNoCycle(_ declaration: SavedQueryDeclaration) throws(Diagnostic) {
    var path = [declaration.name.text]
    var next = declaration.call
    while let call = next {
      path.append(call.name.text)
      if call.name.folded == declaration.name.folded {
        let place = declaration.call?.name.range ?? declaration.name.range
        throw Catalog.savedQueryCycle(declaration.name, through: path, at: place)
      }
      next = savedQuery(named: call.name.text)?.call
    }
  }
}

extension SavedQuery {
  /// Reads a statement that declares one; nil when it reads as something else.
  fileprivate init?(reading statement: String) {
    let script = QueryParser.parse(SourceText(name: "definition", statement))
    guard script.diagnostics.isEmpty, script.statements.count == 1,
      case .declaration(.savedQuery(let declaration)) = script.statements[0].kind,
      declaration.canonicalText == statement
    else { return nil }
    self.declaration = declaration
    self.statement = statement
  }
}

extension SavedQueryDeclaration {
  /// What belongs in the place of a parameter that a function takes for something else than a measure.
  fileprivate func role(ofArgument parameter: Name) -> NameRole? {
    guard case .query(let query) = body.kind else { return nil }
    return query.measures.lazy.compactMap { $0.expression.role(ofArgument: parameter) }.first
  }
}

extension Expression {
  fileprivate func role(ofArgument parameter: Name) -> NameRole? {
    switch kind {
    case .call(let name, let arguments):
      let function = FunctionTable.function(named: name.folded)
      let wanted = function.map { $0.required + $0.optional } ?? []
      for (argument, kind) in zip(arguments, wanted) {
        if case .name(let name) = argument.kind, name.folded == parameter.folded {
          return kind.role
        }
      }
      return arguments.lazy.compactMap { $0.role(ofArgument: parameter) }.first
    case .negation(let inner), .parenthesized(let inner):
      return inner.role(ofArgument: parameter)
    case .binary(let left, _, let right):
      return left.role(ofArgument: parameter) ?? right.role(ofArgument: parameter)
    default: return nil
    }
  }
}

extension FunctionSignature.Parameter {
  fileprivate var role: NameRole {
    switch self {
    case .measure, .measures: .measure
    case .distance: .distance
    case .period: .period
    case .number: .value
    case .segment: .segment
    }
  }
}
