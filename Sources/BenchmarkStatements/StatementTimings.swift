import Diagnostics
import QueryEngine
import QuerySyntax
import Shell

/// What reading and resolving each query of some scripts takes, over the sample in memory.
///
/// Each is resolved in a session that has just begun, which has to read the figures that it looks at,
/// and again and again in one that has read them. Queries that name their periods are told apart:
/// the others have to look for the quarters with a figure.
struct StatementTimings {
  private struct Timing {
    let text: String
    let reading: Double
    let first: Double
    let again: Double
  }

  private static let repetitions = 51
  private static let newSessions = 15

  private let files: [String]

  init(files: [String]) {
    self.files = files
  }

  func run() throws {
    let session = try Session.sample()
    var named: [Timing] = []
    var unnamed: [Timing] = []
    for file in files {
      let source = SourceText(name: file, utf8: try FileContent.read(file))
      for query in QueryParser.parse(source).statements.compactMap(\.query) {
        let timing = try timing(of: query, session)
        if query.namesPeriods { named.append(timing) } else { unnamed.append(timing) }
      }
    }
    print("| queries | number | of which | median µs | slowest µs | slowest |")
    print("|---|---|---|---|---|---|")
    printRows("with periods", named)
    printRows("without periods", unnamed)
  }

  /// A query that is refused takes its time too.
  private func timing(of query: Query, _ session: Session) throws -> Timing {
    let text = Statement(.query(query), at: query.range).canonicalText
    let source = SourceText(name: "benchmark", text)
    let reading = Timings.median(of: Self.repetitions) { _ = QueryParser.parse(source) }
    let again = Timings.median(of: Self.repetitions) { try? session.check(query) }
    var first = Timings()
    for _ in 0..<Self.newSessions {
      let new = try Session(store: session.store)
      first.measure { try? new.check(query) }
    }
    return Timing(
      text: text, reading: reading, first: reading + first.median, again: reading + again)
  }

  private func printRows(_ title: String, _ timings: [Timing]) {
    let parts: [(String, KeyPath<Timing, Double>)] = [
      ("reading", \.reading), ("reading and resolving, first", \.first),
      ("reading and resolving, again", \.again),
    ]
    for (part, time) in parts {
      let ordered = timings.sorted { $0[keyPath: time] < $1[keyPath: time] }
      guard let slowest = ordered.last else { continue }
      let median = ordered[ordered.count / 2][keyPath: time]
      print(
        "| \(title) | \(ordered.count) | \(part) | \(rounded(median))"
          + " | \(rounded(slowest[keyPath: time])) | `\(slowest.text.prefix(60))` |")
    }
  }
}

extension Statement {
  /// The query, where the statement is one or tests one.
  fileprivate var query: Query? {
    switch kind {
    case .query(let query): query
    case .expect(let expectation): expectation.query.query
    default: nil
    }
  }
}

extension Query {
  /// Whether it says which periods it is about, without asking for the newest or the oldest.
  fileprivate var namesPeriods: Bool {
    var columns = period.map { [$0] } ?? []
    for clause in clauses {
      switch clause.kind {
      case .columns(let named): columns += named
      case .span(let first, let last): columns.append(PeriodColumn(.span(first, last), at: range))
      default: continue
      }
    }
    return !columns.isEmpty && columns.allSatisfy(\.isFixed)
  }
}

extension PeriodColumn {
  fileprivate var isFixed: Bool {
    switch kind {
    case .period(let period), .extra(_, let period): period.isFixed
    case .span(let first, let last): first.isFixed && last.isFixed
    }
  }
}

extension PeriodExpression {
  fileprivate var isFixed: Bool {
    switch kind {
    case .latest, .first: false
    case .offset(let base, _, _): base.isFixed
    case .label, .variable, .name: true
    }
  }
}
