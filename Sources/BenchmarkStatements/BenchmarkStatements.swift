import Diagnostics
import QueryEngine
import QuerySyntax
import Shell

/// Reads statements, one a line, from standard input and says what reading and resolving them takes.
///
/// Each is read and resolved over the sample in memory so often that a median means something. Those
/// that name their periods are told apart: the others have to look for the quarters with a figure,
/// and read the figures for it.
@main
struct BenchmarkStatements {
  private struct Timing {
    let text: String
    let reading: Double
    let whole: Double
  }

  private static let repetitions = 51

  static func main() throws {
    let session = try Session.sample()
    var named: [Timing] = []
    var unnamed: [Timing] = []
    while let text = readLine() {
      let source = SourceText(name: "benchmark", text)
      guard case .query(let query) = QueryParser.parse(source).statements.first?.kind else {
        continue
      }
      // A query that is refused takes its time too.
      let timing = Timing(
        text: text, reading: median { _ = QueryParser.parse(source) },
        whole: median {
          _ = QueryParser.parse(source)
          try? session.check(query)
        })
      if query.namesPeriods { named.append(timing) } else { unnamed.append(timing) }
    }
    print("| statements | number | median µs | of which reading µs | slowest µs | slowest |")
    print("|---|---|---|---|---|---|")
    printRow("with periods", named)
    printRow("without periods", unnamed)
  }

  private static func printRow(_ title: String, _ timings: [Timing]) {
    let ordered = timings.sorted { $0.whole < $1.whole }
    guard let slowest = ordered.last else { return }
    let readings = timings.map(\.reading).sorted()
    print(
      "| \(title) | \(ordered.count) | \(rounded(ordered[ordered.count / 2].whole))"
        + " | \(rounded(readings[readings.count / 2]))"
        + " | \(rounded(slowest.whole)) | `\(slowest.text)` |")
  }

  private static func median(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let times = (0..<repetitions).map { _ in clock.measure(body) / .microseconds(1) }
    return times.sorted()[repetitions / 2]
  }

  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
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
