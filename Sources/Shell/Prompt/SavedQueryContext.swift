import Catalog
import QuerySyntax

/// A saved query that is being called at the cursor, or has been.
struct SavedQueryContext {
  /// The saved query.
  let query: SavedQuery
  /// The index of the argument at the cursor; nil behind the call.
  let argument: Int?

  /// The call in some words of a statement; nil where there is none.
  init?(words: [String], in catalog: Catalog) {
    let names = words.indices.dropLast().filter { words[$0 + 1] == "(" }
    guard let start = names.first(where: { catalog.savedQuery(named: words[$0]) != nil }),
      let query = catalog.savedQuery(named: words[start])
    else { return nil }
    var depth = 0
    var commas = 0
    for word in words[(start + 1)...] {
      switch word {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "," where depth == 1: commas += 1
      default: break
      }
      if depth == 0 { break }
    }
    self.query = query
    argument = depth == 0 ? nil : commas
  }
}

extension SavedQuery {
  /// The words of its own clauses, and of those that its calls can't have beside them.
  var clauseWords: Set<String> {
    guard case .query(let asked) = declaration.body.kind else { return [] }
    return Set(asked.clauses.map { String($0.title.prefix { $0 != " " }) })
  }
}
