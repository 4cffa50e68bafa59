import Catalog
import QueryEngine
import QuerySyntax

/// What completion knows of saved queries.
extension StatementCompleter {
  /// The saved queries, as a call of each begins.
  var savedQueries: [Completion.Candidate] {
    session.catalog.savedQueries.map { query in
      let takesNothing = query.declaration.parameters.isEmpty
      return .init(
        query.name + (takesNothing ? "()" : "("), detail: query.statement,
        ending: takesNothing ? " " : "")
    }
  }

  /// What can stand for the parameter of a saved query at the cursor.
  func arguments(at context: SavedQueryContext) -> [Completion.Candidate] {
    let catalog = session.catalog
    let declaration = context.query.declaration
    guard let index = context.argument, index < declaration.parameters.count else { return [] }
    let asked = StatementContext(before: context.query.statement)
    switch catalog.roles(of: declaration)[index] {
    case .company: return companies
    case .measure: return measures
    case .metric: return metricCandidates
    case .moment, .release: return releases.map { .init("\"\($0.text)\"", detail: $0.detail) }
    case .period:
      let metrics = metrics(in: asked)
      let named = metrics.isEmpty ? Array(catalog.metrics.prefix(1)) : metrics
      return periods(reporting: named, in: asked)
    case .segment: return segments(reporting: catalog.metrics, in: asked)
    case .count, .distance, .file, .value: return []
    }
  }

  /// The parameters of the query that is being saved, each with what it is.
  func parameters(in context: StatementContext) -> [Completion.Candidate] {
    guard context.words.first == "define", let end = context.words.firstIndex(of: ")"),
      end > 3, context.words[2] == "("
    else { return [] }
    return context.words[3..<end].filter { $0 != "," }.map { .init($0, detail: "parameter") }
  }
}
