extension HelpTopics {
  /// The statements other than queries.
  static let statements: [HelpTopic] = inquiries + scripting + declarations

  private static let inquiries: [HelpTopic] = [
    statement(
      "list", "list SUBJECT like PATTERN",
      "lists metrics, segments, periods, companies, releases, queries, functions or settings",
      "list metrics like *cash*"),
    statement(
      "describe", "describe NAME", "tells what a name stands for, and where there are figures",
      "describe revenue"),
    statement("help", "help TOPIC", "tells about a word of the language, or a subject", "help yoy"),
    statement(
      "why", "why QUERY", "tells where each figure comes from, down to what was printed",
      "why ratio gross_margin si for 2Q04", otherNames: ["origin", "provenance"]),
    statement(
      "history", "history QUERY", "lists every published value of a figure, first to latest",
      "history revenue si for 2Q04, 2Q03"),
    statement(
      "compare", "compare release RELEASE with RELEASE",
      "tells what changed from one release to a later one",
      "compare release iij-2q04 with iij-3q04"),
    statement(
      "bridge", "bridge MEASURE SEGMENT from PERIOD to PERIOD by segment",
      "tells what moved a measure between two periods, part by part",
      "bridge operating_income from 2Q03 to 2Q04", otherNames: ["waterfall", "mix"]),
    statement(
      "check", "check NAME", "compares printed figures with one another: totals, formulas, periods",
      "check si"),
    statement(
      "explain", "explain QUERY", "shows how a query is understood", "explain show revenue"),
  ]

  private static let scripting: [HelpTopic] = [
    statement(
      "let", "let NAME = VALUE", "names a period, number, date, text or name, used as $NAME",
      "let quarter = 2Q04; show revenue for $quarter, $quarter - 1 year",
      otherNames: ["variables", "variable", "$"]),
    statement(
      "set", "set SETTING = VALUE", "changes a setting; `list settings` shows them",
      "set negative = parentheses", otherNames: ["settings"]),
    statement(
      "include", "include \"FILE\"", "runs another script in its place", "include \"quarter.kq\""),
    statement("print", "print \"TEXT\"", "says something between results", "print \"by segment\""),
    statement(
      "heading", "heading \"TEXT\"", "prints a text with a line below it", "heading \"Results\""),
    statement(
      "expect", "expect QUERY = VALUE", "tests a query",
      "expect ratio gross_margin si for 2Q04 = 22.3%"),
    statement(
      "define", "define NAME(PARAMETER, …) = QUERY",
      "saves a query, which NAME(VALUE, …) asks again",
      "define results(p) = show revenue for p, p - 1 year"),
  ]

  private static let declarations: [HelpTopic] = [
    statement(
      "company", "company NAME \"LABEL\" fiscal year starts MONTH named by start or end",
      "declares a company and its fiscal year",
      "company acme \"Acme Inc.\" fiscal year starts july named by end"),
    statement(
      "segment", "segment PATH \"LABEL\"", "declares a segment; its parent comes first",
      "segment si.cloud \"Cloud\" ja \"クラウド\""),
    statement(
      "metric", "metric NAME KIND UNIT \"LABEL\", metric NAME = FORMULA",
      "declares what is measured: as reported, or by a formula",
      "metric cost_ratio = cost_of_revenue / revenue percent \"Cost ratio\""),
    statement(
      "identity", "identity METRIC = FORMULA", "declares an equation that figures should satisfy",
      "identity gross_profit = revenue - cost_of_revenue"),
    statement(
      "unit", "unit NAME \"LABEL\" alias NAME, …", "declares what can be counted",
      "unit employee \"Employees\" alias employees"),
    statement(
      "release", "release NAME \"TITLE\" company COMPANY published DATE from \"FILE\", …",
      "appends a release from data files",
      "release iij-3q04 company iij published 2005-02-10 from \"results.csv\""),
  ]

  private static func statement(
    _ name: String, _ form: String, _ summary: String, _ example: String, isAnswered: Bool = true,
    otherNames: [String] = []
  ) -> HelpTopic {
    HelpTopic(
      name: name, kind: .statement, form: form, summary: summary, example: example,
      isAnswered: isAnswered, otherNames: otherNames)
  }
}
