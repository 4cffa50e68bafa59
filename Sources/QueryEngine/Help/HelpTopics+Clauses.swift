import QuerySyntax
import Diagnostics

extension HelpTopics {
  /// The clauses in the order of the reference.
  static let clauses: [HelpTopic] = [
    clause(
      "by", "by DIMENSION, …", "names the rows; `help dimensions` shows by what",
      "show revenue by segment for 2Q04"),
    clause(
      "across", "across DIMENSION, …", "names the columns",
      "show revenue by segment across quarter"),
    clause(
      "for", "for PERIOD, …",
      "shows these periods, in the order typed, and columns such as yoy(2Q04)",
      "show revenue by segment for 2Q04, 2Q03, yoy(2Q04)"),
    clause(
      "from", "from PERIOD to PERIOD", "shows the quarters of a range",
      "show revenue from 1Q03 to 2Q04"),
    clause(
      "since", "since PERIOD", "shows what is from there to the newest", "show revenue since 1Q04"),
    clause("until", "until PERIOD", "shows what is up to there", "show revenue until 2Q03"),
    clause(
      "last", "last N quarters, halves or years", "shows so many periods, up to the newest",
      "show revenue last 4 quarters"),
    clause(
      "of", "of COMPANY, …", "says whose figures, where a store holds several companies'",
      "show revenue of iij"),
    clause(
      "as of", "as of DATE or RELEASE", "counts what had been published by then",
      "show revenue as of 2004-11-11", otherNames: ["as"]),
    clause(
      "as reported", "as reported", "counts the first published value of each fact",
      "show revenue as reported", otherNames: ["as"]),
    clause(
      "as restated", "as restated", "counts the newest value of each fact, as a query does anyway",
      "show revenue as restated", otherNames: ["as"]),
    clause(
      "where", "where CONDITION", "hides the rows that don't meet it",
      "show revenue by segment for 2Q04 where value > 5 million"),
    clause(
      "order", "order by KEY asc or desc", "orders the rows",
      "show revenue by segment for 2Q04 order by value desc", otherNames: ["asc", "desc"]),
    clause("top", "top N", "keeps the largest rows", "show revenue by segment for 2Q04 top 2"),
    clause(
      "bottom", "bottom N", "keeps the smallest rows", "show revenue by segment for 2Q04 bottom 2"),
    clause(
      "in", "in SCALE, in UNIT, in UNIT at RATE",
      "chooses scale and currency; `help units` shows which",
      "show revenue for 2Q04 in million"),
    clause(
      "round", "round N", "shows so many digits behind the point",
      "ratio gross_margin for 2Q04 round 3"),
    clause(
      "partial", "partial", "adds up what is there of a period, and says how much that is",
      "show revenue for FY04 partial"),
    clause(
      "like", "like for like", "restricts both sides of a comparison to what they share",
      "show revenue / contracts for 2Q04 like for like"),
    clause(
      "with", "with EXTRA, …", "adds columns; `help extras` shows which",
      "show revenue for 2Q04 with yoy"),
    clause(
      "into", "into \"FILE\"", "writes the result to a file", "show revenue into \"revenue.csv\""),
  ]

  private static func clause(
    _ name: String, _ form: String, _ summary: String, _ example: String,
    otherNames: [String] = []
  ) -> HelpTopic {
    HelpTopic(
      name: name, kind: .clause, form: form, summary: summary, example: example,
      isAnswered: isAnswered(example), otherNames: otherNames)
  }

  /// Whether no word of a query is refused as not answered yet.
  private static func isAnswered(_ example: String) -> Bool {
    let statements = QueryParser.parse(SourceText(name: "help", example)).statements
    guard case .query(let query) = statements.first?.kind else { return false }
    return (try? UnansweredForm.check(query)) != nil
  }
}
