import Catalog
import Metrics
import QueryEngine
import QuerySyntax
import TextForm

/// What can stand at the cursor of a statement: words of the language and names from the store.
struct StatementCompleter {
  let session: Session

  /// The completion of the last word of `text`; `earlier` holds the statement's lines above.
  func completion(for text: String, after earlier: String) -> Completion {
    let characters = Array(text)
    let start = (characters.lastIndex(where: StatementCompleter.isSeparator) ?? -1) + 1
    let word = NameFolding.fold(String(characters[start...]))
    let before = earlier + " " + String(characters[..<start])
    let candidates = (word.hasPrefix("$") ? variables : candidates(after: before)).filter {
      NameFolding.fold($0.text).hasPrefix(word)
    }
    return Completion(replacing: start..<characters.count, candidates: candidates)
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || ",()[]:;=+-*/".contains(character)
  }

  private func words(of text: String) -> [String] {
    text.split(whereSeparator: StatementCompleter.isSeparator).map { NameFolding.fold(String($0)) }
  }

  private func candidates(after before: String) -> [Completion.Candidate] {
    let words = words(of: before)
    let isTest = ["expect", "history"].contains(words.first)
    guard isTest || words.contains(where: { Verb(rawValue: $0) != nil }) else {
      return words.isEmpty ? beginnings : names(after: words)
    }
    let metrics = words.compactMap { session.catalog.metric(named: $0) }
    // What is tested may begin with a verb or without one.
    if metrics.isEmpty { return (isTest && words.count == 1 ? verbs : []) + metricCandidates }
    if words.suffix(2) == ["as", "of"] { return releases }
    let segments = session.segments(reporting: metrics)
    let mark = before.last { !$0.isWhitespace }
    // A measure stands behind another only after a comma or an operator.
    let isMeasureNext = mark.map { ",+-*/(".contains($0) } ?? false || words.last == "to"
    return segments.map { .init($0.path, detail: $0.labels.label) }
      + (isMeasureNext ? metricCandidates : clauseWords.filter { !words.contains($0.text) })
  }

  private var variables: [Completion.Candidate] {
    session.variables.names.map { .init("$" + $0) }
  }

  private var beginnings: [Completion.Candidate] {
    verbs
      + HelpTopics.all.filter { $0.kind == .statement && $0.isAnswered }.map {
        .init($0.name, detail: $0.summary)
      }
  }

  private var verbs: [Completion.Candidate] {
    FunctionTable.all.filter { $0.isVerb && $0.isAnswered }.map {
      .init($0.name, detail: $0.summary)
    }
  }

  /// What can follow the first word of a statement that isn't a query.
  private func names(after words: [String]) -> [Completion.Candidate] {
    switch words {
    case ["describe"]: declared
    case ["check"]: declared + releases
    case ["help"]: HelpTopics.all.map { .init($0.name, detail: $0.summary) }
    case ["set"]: Settings.all.map { .init($0.name, detail: $0.summary) }
    case ["set", "as", "of"]: releases + [.init("latest")]
    case ["compare"]: [.init("release")]
    case ["compare", "release"]: releases
    case _ where words.starts(with: ["compare", "release"]):
      words.last == "with" ? releases : words.contains("with") ? [] : [.init("with")]
    case ["list"]: ListSubject.allCases.map { .init($0.rawValue) }
    default: []
    }
  }

  private var declared: [Completion.Candidate] {
    metricCandidates + session.catalog.segments.map { .init($0.path, detail: $0.labels.label) }
      + session.catalog.companies.map { .init($0.name, detail: $0.labels.label) }
  }

  private var metricCandidates: [Completion.Candidate] {
    session.catalog.metrics.map { metric in
      let unit = metric.shownIn == .percent ? "percent" : metric.signature.unit.description
      return .init(metric.name, detail: [metric.labels.label ?? "", unit].joined(separator: " · "))
    }
  }

  private var releases: [Completion.Candidate] {
    session.releases.map { .init($0.name, detail: $0.detail) }
  }

  private var clauseWords: [Completion.Candidate] {
    [
      "by", "across", "for", "from", "to", "since", "until", "last", "where", "order by", "top",
      "bottom", "in", "round", "partial", "like for like", "with", "as of", "as reported",
      "as restated",
    ].map { .init($0) }
  }
}
