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
    if earlier.isEmpty, let completion = commandCompletion(for: text) { return completion }
    if let quote = openQuote(in: text) {
      return quotedCompletion(for: text, behind: quote, after: earlier)
    }
    let characters = Array(text)
    // A sign may be part of a name, as the hyphen of a release is.
    let whole = (characters.lastIndex(where: StatementContext.endsName) ?? -1) + 1
    let start = (characters.lastIndex(where: StatementContext.isSeparator) ?? -1) + 1
    if whole < start {
      let completion = completion(of: characters, from: whole, after: earlier)
      if !completion.candidates.isEmpty { return completion }
    }
    return completion(of: characters, from: start, after: earlier)
  }

  /// The completion of the word that begins there.
  private func completion(
    of characters: [Character], from start: Int, after earlier: String
  ) -> Completion {
    let word = NameFolding.fold(String(characters[start...]))
    let context = StatementContext(before: earlier + " " + String(characters[..<start]))
    let candidates = word.hasPrefix("$") ? variables : candidates(in: context)
    let beginning = candidates.compactMap { $0.beginning(with: word) }
    return Completion(
      replacing: start..<characters.count,
      candidates: beginning.isEmpty ? candidates.filter { $0.hasEnd(beginning: word) } : beginning)
  }

  func candidates(in context: StatementContext) -> [Completion.Candidate] {
    guard let first = context.words.first else { return beginnings + savedQueries }
    if first == "define" { return definition(in: context) }
    if let call = SavedQueryContext(words: context.words, in: session.catalog) {
      return candidates(behind: call, in: context)
    }
    let takesMeasure = StatementContext.wordsBeforeMeasures.contains(first)
    let explains = first == "explain" && context.words.count > 1
    guard takesMeasure || explains || Verb(rawValue: first) != nil else {
      return names(after: context.words.filter { $0 != "=" })
    }
    if let metric = context.pinned { return pins(of: metric, in: context) }
    let metrics = metrics(in: context)
    // What is asked about may begin with a verb or without one.
    if metrics.isEmpty {
      let verbs = takesMeasure && context.words.count == 1 ? verbs + savedQueries : []
      return verbs + (context.words == ["ratio"] ? measuresOfRatio : measures)
    }
    if let clause = context.clause {
      return arguments(of: clause, metrics, in: context) ?? clauses(notIn: context)
    }
    // A measure stands behind another only after a comma or an operator.
    if context.expectsItem || context.words.last == "to" { return measures }
    let denominator = Completion.Candidate("to", detail: "names the denominator")
    return segments(reporting: metrics, in: context) + clauses(notIn: context)
      + (context.contains("ratio") ? [denominator] : [])
  }

  /// The query that is being saved is completed like any other, its parameters in every place.
  private func definition(in context: StatementContext) -> [Completion.Candidate] {
    guard let sign = context.words.firstIndex(of: "=") else { return [] }
    let body = Array(context.words[(sign + 1)...])
    if body.isEmpty { return verbs + savedQueries }
    return parameters(in: context) + candidates(in: StatementContext(words: body))
  }

  /// What can stand in the brackets of a call, and behind it.
  private func candidates(
    behind call: SavedQueryContext, in context: StatementContext
  ) -> [Completion.Candidate] {
    if call.argument != nil { return context.expectsItem ? arguments(at: call) : [] }
    let metrics = metrics(in: StatementContext(before: call.query.statement))
    if let clause = context.clause, let arguments = arguments(of: clause, metrics, in: context) {
      return arguments
    }
    return clauses(notIn: context, or: call.query.clauseWords)
  }

  func segments(
    reporting metrics: [Metric], in context: StatementContext
  ) -> [Completion.Candidate] {
    session.segments(reporting: metrics, of: companies(in: context)).map {
      .init($0.path, labels: $0.labels)
    }
  }

  func periods(
    reporting metrics: [Metric], segment: String? = nil, in context: StatementContext
  ) -> [Completion.Candidate] {
    session.periods(reporting: metrics, segment: segment, of: companies(in: context)).map {
      .init($0)
    } + [.init("latest")]
  }

  /// What can stand behind the word of a clause; nil where the clause is complete.
  private func arguments(
    of clause: (word: String, arguments: [String]), _ metrics: [Metric],
    in context: StatementContext
  ) -> [Completion.Candidate]? {
    let words = clause.arguments
    switch (clause.word, words.count) {
    case ("as", 0): return [.init("of"), .init("reported"), .init("restated")]
    case ("as", 1) where words == ["of"]: return releases
    case ("order", 0): return [.init("by")]
    case ("last", 1): return ["quarters", "halves", "years"].map { .init($0) }
    case ("into", 0): return [.init("\"", ending: "")]
    case ("last", 0), ("top", 0), ("bottom", 0), ("round", 0): return []
    case ("from", 1) where words[0] != ",": return [.init("to")]
    case ("order", _) where !context.expectsItem && words.count > 1:
      return [.init("asc"), .init("desc")] + clauses(notIn: context)
    case ("like", _), ("partial", _): return nil
    default: break
    }
    let isFirstOrderKey = clause.word == "order" && words == ["by"]
    guard context.expectsItem || isFirstOrderKey else { return nil }
    return items(of: clause.word, metrics, in: context).filter { !words.contains($0.text) }
  }

  private func items(
    of clause: String, _ metrics: [Metric], in context: StatementContext
  ) -> [Completion.Candidate] {
    switch clause {
    case "by" where context.words.first == "bridge": return ["segment", "leaf"].map { .init($0) }
    case "by", "across": return Vocabulary.dimensions.map { .init($0) }
    case "for", "from", "since", "to", "until":
      let segment = context.words.lazy.compactMap { session.catalog.segment(at: $0)?.path }.first
      return periods(reporting: metrics, segment: segment, in: context)
    case "with": return Vocabulary.extras.map { .init($0) }
    case "in":
      return ["thousand", "million", "billion"].map { .init($0) }
        + Set(session.catalog.metrics.compactMap(\.signature.unit.currency)).sorted().map {
          .init($0)
        }
    case "of": return companies
    case "order", "where": return keys(metrics, isOrder: clause == "order", in: context)
    default: return []
    }
  }

  /// What rows are chosen and ordered by: what stands in the result.
  private func keys(
    _ metrics: [Metric], isOrder: Bool, in context: StatementContext
  ) -> [Completion.Candidate] {
    let words = Set(context.words)
    let rest = Vocabulary.extras + (isOrder ? Vocabulary.dimensions : [])
    return [.init("value")] + metrics.map { .init($0.name) }
      + rest.filter(words.contains).map { .init($0) }
  }

  /// What can stand in the brackets behind a metric.
  private func pins(of name: String, in context: StatementContext) -> [Completion.Candidate] {
    guard let metric = session.catalog.metric(named: name) else { return [] }
    return segments(reporting: [metric], in: context) + periods(reporting: [metric], in: context)
      + (session.catalog.companies.count > 1 ? companies : [])
  }

  func metrics(in context: StatementContext) -> [Metric] {
    var metrics: [Metric] = []
    for word in context.words {
      guard let metric = session.catalog.metric(named: word),
        !metrics.contains(where: { $0.name == metric.name })
      else { continue }
      metrics.append(metric)
    }
    return metrics
  }

  /// The companies that a statement names, or else all.
  private func companies(in context: StatementContext) -> [Company] {
    let named = context.words.compactMap { session.catalog.company(named: $0) }
    return named.isEmpty ? session.catalog.companies : named
  }

  private var variables: [Completion.Candidate] {
    session.variables.names.map { .init("$" + $0) }
  }
}
