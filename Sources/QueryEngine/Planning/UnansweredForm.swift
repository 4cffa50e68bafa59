import Catalog
import Diagnostics
import QuerySyntax

/// The refusals of forms that the language has and this version doesn't answer.
///
/// The parser takes the whole grammar; what the evaluator can't do is refused by name, so that
/// nothing is ever answered as if a word weren't there. Each refusal has a spec.
enum UnansweredForm {
  /// Refuses the first clause, verb or dimension of a query that isn't answered yet.
  static func check(_ query: Query) throws(Diagnostic) {
    for verb in query.verbs where !isAnswered(verb.verb) {
      throw refusal(of: "`\(verb.verb.rawValue)`", at: verb.range)
    }
    for clause in query.clauses { try check(clause) }
  }

  static func function(_ name: Name) -> Diagnostic {
    refusal(of: "`\(name.folded)(…)`", at: name.range)
  }

  static func severalCompanies(_ range: SourceRange) -> Diagnostic {
    refusal(
      of: "a query over several companies", at: range,
      note: "ask about one company at a time: … of NAME")
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

  private static func check(_ clause: Clause) throws(Diagnostic) {
    switch clause.kind {
    case .by(let uses), .across(let uses):
      for use in uses { try check(use) }
    case .extras, .columns, .span, .since, .until, .last, .companies, .unit, .round, .condition,
      .order, .top, .bottom, .partial, .likeForLike, .asOf, .asReported, .asRestated, .into:
      return
    }
  }

  private static func check(_ use: DimensionUse) throws(Diagnostic) {
    switch use.dimension {
    case .time, .segment, .tree, .leaf, .metric, .release: return
    case .company:
      throw refusal(
        of: "`by \(use.dimension.word)`", at: use.range,
        note: "rows can be by segment, metric, release, quarter, half or year")
    }
  }
}
