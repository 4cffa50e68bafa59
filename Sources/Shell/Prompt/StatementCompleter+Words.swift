import Catalog
import Metrics
import QueryEngine
import QuerySyntax

/// The words and names that completion offers.
extension StatementCompleter {
  var beginnings: [Completion.Candidate] {
    verbs
      + HelpTopics.all.filter { $0.kind == .statement && $0.isAnswered }.map {
        .init($0.name, detail: $0.summary)
      }
  }

  var verbs: [Completion.Candidate] {
    FunctionTable.all.filter { $0.isVerb && $0.isAnswered }.map {
      .init($0.name, detail: $0.summary)
    }
  }

  /// What an expression begins with.
  var measures: [Completion.Candidate] {
    metricCandidates
      + FunctionTable.all.filter(\.isAnswered).filter { !["show", "plot"].contains($0.name) }.map {
        .init($0.name + "(", detail: $0.summary)
      }
  }

  /// What a ratio is asked of: first what is one, and then what `to` makes one of.
  var measuresOfRatio: [Completion.Candidate] {
    let metrics = session.catalog.metrics
    let isRatio = { (metric: Metric) in
      metric.signature.unit.isRatio && [.ratio, .rate].contains(metric.signature.kind)
    }
    return candidates(of: metrics.filter(isRatio) + metrics.filter { !isRatio($0) })
  }

  var metricCandidates: [Completion.Candidate] { candidates(of: session.catalog.metrics) }

  private func candidates(of metrics: [Metric]) -> [Completion.Candidate] {
    metrics.map { metric in
      let unit = metric.shownIn == .percent ? "percent" : metric.signature.unit.description
      return .init(
        metric.name, detail: [metric.labels.label ?? "", unit].joined(separator: " · "),
        labels: metric.labels)
    }
  }

  var releases: [Completion.Candidate] {
    session.releases.map { .init($0.name, detail: $0.detail) }
  }

  var companies: [Completion.Candidate] {
    session.catalog.companies.map { .init($0.name, labels: $0.labels) }
  }

  /// The clauses that can still be added: each at most once, and one that chooses the periods; those
  /// of a saved query count with the ones that are typed.
  func clauses(
    notIn context: StatementContext, or own: Set<String> = []
  ) -> [Completion.Candidate] {
    let times: Set<String> = ["for", "from", "since", "until", "last"]
    let there = own.union(context.words.dropFirst())
    let hasTime = !times.isDisjoint(with: there)
    let takesAll = context.words.first != "bridge"
    return HelpTopics.all.filter { topic in
      topic.kind == .clause && topic.isAnswered
        && (takesAll || Self.clausesOfBridges.contains(topic.name))
    }.compactMap { topic in
      let first = String(topic.name.prefix { $0 != " " })
      guard !there.contains(first), !(hasTime && times.contains(first)) else {
        return nil
      }
      let ending = first == "into" ? " \"" : " "
      return .init(Self.phrases[topic.name] ?? topic.name, detail: topic.summary, ending: ending)
    }
  }

  /// The clauses that a bridge takes.
  private static let clausesOfBridges: Set<String> = [
    "as of", "as reported", "as restated", "by", "from", "in", "into", "of", "round",
  ]

  /// The clauses that are more than one word.
  private static let phrases = ["order": "order by", "like": "like for like"]

  /// What can follow the first word of a statement that isn't a query.
  func names(after words: [String]) -> [Completion.Candidate] {
    switch words {
    case ["describe"]:
      declared + session.catalog.savedQueries.map { .init($0.name, detail: $0.statement) }
    case ["check"]: declared + releases
    case ["explain"]: verbs + savedQueries
    case ["help"]: HelpTopics.all.map { .init($0.name, detail: $0.summary) }
    case ["set"]: Settings.all.map { .init($0.name, detail: $0.summary) }
    case ["set", "as", "of"]: releases + [.init("latest")]
    case _ where words.count == 2 && words[0] == "set": values(of: words[1])
    case ["compare"]: [.init("release")]
    case ["compare", "release"]: releases
    case _ where words.starts(with: ["compare", "release"]):
      words.last == "with" ? releases : words.contains("with") ? [] : [.init("with")]
    case ["list"]: ListSubject.allCases.map { .init($0.rawValue) }
    default: []
    }
  }

  /// The names of what is declared.
  private var declared: [Completion.Candidate] {
    metricCandidates + session.catalog.segments.map { .init($0.path, labels: $0.labels) }
      + companies
  }

  /// The values that a setting takes.
  func values(of setting: String) -> [Completion.Candidate] {
    (Settings.all.first { $0.name == setting }?.values ?? []).map { .init($0) }
  }
}
