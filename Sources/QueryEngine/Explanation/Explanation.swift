import Catalog
import Diagnostics
import Metrics
import QuerySyntax
import Tabular

/// What `explain` shows: every stage that a query goes through, with what it came to and how long it
/// took.
struct Explanation {
  /// One line of it.
  struct Line {
    let stage: String
    let part: String
    let detail: String
  }

  private(set) var lines: [Line] = []

  mutating func add(_ stage: String, _ part: String, _ detail: String) {
    lines.append(Line(stage: stage, part: part, detail: detail))
  }

  /// The lines as a listing; a stage is named once.
  func table(statement: String, storeHead: String?) -> ResultTable {
    var previous = ""
    let rows = lines.map { line in
      defer { previous = line.stage }
      return ResultTable.Row(
        labels: [line.stage == previous ? "" : line.stage],
        cells: [.text(line.part), .text(line.detail)])
    }
    return ResultTable(
      heading: "explain", labelTitles: ["stage"],
      columns: [.init(title: ["part"]), .init(title: ["what it is"])], rows: rows, formats: [],
      notes: [], layout: .listing,
      origin: .init(statement: statement, basis: nil, storeHead: storeHead))
  }
}

extension Explanation {
  /// Tells the tokens of a statement, several to a line.
  mutating func addTokens(_ tokens: [TokenText]) {
    var runs: [(kind: String, texts: [String])] = []
    for token in tokens {
      if runs.last?.kind == token.kind {
        runs[runs.count - 1].texts.append(token.text)
      } else {
        runs.append((token.kind, [token.text]))
      }
    }
    for run in runs { add("tokens", run.kind, run.texts.joined(separator: " ")) }
  }

  /// Tells the saved queries that a call goes through.
  mutating func addDefinitions(_ definitions: [SavedQuery]) {
    for definition in definitions { add("saved query", definition.name, definition.statement) }
  }

  /// Tells the parts of a query's tree.
  mutating func addTree(_ query: Query) {
    if !query.verbs.isEmpty {
      add("tree", "verbs", query.verbs.map(\.verb.rawValue).joined(separator: " of "))
    }
    for measure in query.measures {
      add("tree", "measure", measure.expression.bracketedText)
      if let below = measure.denominator { add("tree", "to", below.bracketedText) }
      if let alias = measure.alias { add("tree", "as", alias.text) }
    }
    if !query.segments.isEmpty {
      add("tree", "segments", query.segments.map(\.canonicalText).joined(separator: ", "))
    }
    if let period = query.period { add("tree", "period", period.canonicalText) }
    for clause in query.clauses { add("tree", "clause", clause.canonicalText) }
  }
}

extension Expression {
  /// The expression with a bracket around every operation, so that its tree can be seen.
  fileprivate var bracketedText: String {
    switch kind {
    case .binary(let left, let symbol, let right):
      "(\(left.bracketedText) \(symbol.rawValue) \(right.bracketedText))"
    case .negation(let inner): "(-\(inner.bracketedText))"
    case .parenthesized(let inner): inner.bracketedText
    case .call(let name, let arguments):
      "\(name.folded)(\(arguments.map(\.bracketedText).joined(separator: ", ")))"
    default: canonicalText
    }
  }
}
