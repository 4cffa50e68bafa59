import Diagnostics
import QuerySyntax

extension Query {
  /// A diagnostic about a measure that was hardly meant for one: where a query may lack its verb, a
  /// misspelt verb reads as a measure, and the measure behind it as a segment.
  func explainingVerb(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.id == "unknown-metric", verbs.isEmpty, !segments.isEmpty,
      case .name(let name) = measures.first?.expression.kind, !name.isQuoted,
      diagnostic.range == name.range,
      let verb = Suggestions.nearest(to: name.folded, among: Vocabulary.verbs).first
    else { return diagnostic }
    var explained = diagnostic
    explained.notes = ["did you mean the verb `\(verb)`?"]
    return explained
  }
}
