package import Diagnostics

/// `define results(p) = show revenue for p`.
package struct SavedQueryDeclaration: Sendable {
  package var name: Name
  /// What stands in the query for what a call gives, in the order in which it is given.
  package var parameters: [Name]
  /// The query, or the call of another saved one.
  package var body: Statement

  package init(name: Name, parameters: [Name], body: Statement) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }

  /// The name as a call shows it: `results(p)`.
  package var signature: String {
    "\(name.text)(\(parameters.map(\.text).joined(separator: ", ")))"
  }
}

/// A saved query at work, with what is added to it: `results(2Q04) as of 2004-08-31`.
package struct SavedQueryCall: Sendable {
  /// The name of the saved query.
  package var name: Name
  /// What stands for its parameters.
  package var arguments: [Expression]
  /// The clauses behind the call, which go behind those of the saved query.
  package var clauses: [Clause]
  /// Where the name and its parentheses stand, without the clauses.
  package var range: SourceRange

  package init(name: Name, arguments: [Expression], clauses: [Clause], at range: SourceRange) {
    self.name = name
    self.arguments = arguments
    self.clauses = clauses
    self.range = range
  }
}

extension Query {
  /// The query with further clauses behind its own.
  ///
  /// Throws where one stands already, or chooses what another has chosen.
  package func adding(_ clauses: [Clause]) throws(Diagnostic) -> Query {
    var result = self
    for clause in clauses {
      if let fault = result.fault(ofAdding: clause) { throw fault.diagnostic }
      result.clauses.append(clause)
    }
    return result
  }
}

extension SavedQueryCall {
  /// The call with further clauses behind its own; see ``Query/adding(_:)``.
  package func adding(_ clauses: [Clause]) throws(Diagnostic) -> SavedQueryCall {
    var result = self
    for clause in clauses {
      if let fault = clause.fault(behind: result.clauses) { throw fault.diagnostic }
      result.clauses.append(clause)
    }
    return result
  }
}
