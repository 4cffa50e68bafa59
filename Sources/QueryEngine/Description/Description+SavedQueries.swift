import Catalog
import QuerySyntax

extension Description {
  /// The parameters of a saved query with what belongs in their places, the query itself, and what
  /// it has to do with others.
  func properties(of query: SavedQuery) -> [Property] {
    let parameters = zip(query.declaration.parameters, catalog.roles(of: query.declaration))
    var properties = parameters.map { parameter, role in
      Property(title: "parameter", text: "\(parameter.text): \(role.word)")
    }
    properties.append(.init(title: "query", text: query.queryText))
    if let called = query.call { properties.append(.init(title: "calls", text: called.name.text)) }
    for other in catalog.savedQueries where other.call?.name.folded == query.declaration.name.folded
    {
      properties.append(.init(title: "called by", text: other.name))
    }
    return properties
  }
}
