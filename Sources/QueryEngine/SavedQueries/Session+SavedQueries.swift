import Catalog
import Diagnostics
import QuerySyntax

extension Session {
  /// Does something with a query, or with the one that a call of a saved query stands for; what is
  /// wrong with that is told in the call.
  func asking<Answer>(_ question: Statement, _ body: (Query) throws -> Answer) throws -> Answer {
    switch question.kind {
    case .query(let query): return try body(query)
    case .invocation(let call):
      let (query, expansion) = try expand(call)
      do {
        return try body(query)
      } catch let diagnostic as Diagnostic {
        throw expansion.explained(diagnostic)
      }
    default: throw SavedQueryMessage.noQuery(at: question.range)
    }
  }

  /// The query that a call stands for, with the definitions on the way to it.
  ///
  /// Each definition is the version of the basis that the call names, else of the session's.
  func expand(_ call: SavedQueryCall) throws -> (query: Query, expansion: SavedQueryExpansion) {
    var expansion = SavedQueryExpansion()
    var next = call
    do {
      while true {
        let catalog = try catalog(on: basis(choosing: next.clauses))
        switch try expansion.follow(next, in: catalog) {
        case .query(let query): return (query, expansion)
        case .call(let inner): next = inner
        }
      }
    } catch let diagnostic as Diagnostic {
      throw expansion.explained(diagnostic)
    }
  }

  /// A failure of syntax in which the name of a saved query without its parentheses is told as that, and
  /// so is a name that was typed with spaces.
  func naming(_ failure: Failure) -> Failure {
    guard case .diagnostics(let diagnostics, let source) = failure else { return failure }
    return .diagnostics(diagnostics.map { naming($0, in: source) }, source)
  }

  private func naming(_ diagnostic: Diagnostic, in source: SourceText) -> Diagnostic {
    guard diagnostic.id == "syntax.verb-missing", let range = diagnostic.range,
      let call = catalog.exampleCall(named: Name(source.text(in: range), at: range))
    else { return SpacedNames(catalog: catalog).explained(diagnostic, in: source) }
    return SavedQueryMessage.notCalled(source.text(in: range), call, at: range)
  }
}
