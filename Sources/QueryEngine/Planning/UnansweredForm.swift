import Catalog
import Diagnostics
import QuerySyntax

/// The refusals of forms that the language has and this version doesn't answer.
///
/// The parser takes the whole grammar; what the evaluator can't do is refused by name, so that
/// nothing is ever answered as if a word weren't there. Each refusal has a spec.
enum UnansweredForm {
  /// Refuses the first verb of a query that isn't answered yet.
  static func check(_ query: Query) throws(Diagnostic) {
    for verb in query.verbs where !isAnswered(verb.verb) {
      throw refusal(of: "`\(verb.verb.rawValue)`", at: verb.range)
    }
  }

  static func function(_ name: Name) -> Diagnostic {
    refusal(of: "`\(name.folded)(…)`", at: name.range)
  }

  /// The diagnostic for a form of the language that this version doesn't answer.
  static func refusal(of form: String, at range: SourceRange?, note: String? = nil) -> Diagnostic {
    Diagnostic(
      "not-answered",
      "\(form) is part of the language, and this version doesn't answer it yet", at: range,
      notes: [note ?? "`list functions` shows what this version answers"])
  }

  private static func isAnswered(_ verb: Verb) -> Bool {
    FunctionTable.function(named: verb.rawValue)?.isAnswered == true
  }
}
