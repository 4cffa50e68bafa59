import Glibc
import Metrics
import Tabular

/// Says what writing a large result in machine formats takes, and how much memory beside the result.
///
/// 960,000 figures of a thousand segments, nine in ten of them amounts and the others quotients.
@main
struct BenchmarkRendering {
  private static let segments = 1_000
  private static let quarters = 96

  static func main() {
    let table = table()
    print("| format | CPU ms | MB | memory beside the result, MB |")
    print("|---|---|---|---|")
    for format in [OutputFormat.csv, .tsv, .ndjson, .json] {
      let before = peakMemory()
      var document = ResultDocument(format: format)
      let start = processorTime()
      var count = document.add(table).reduce(0) { $0 + $1.count }
      if case .text(let closing) = document.end() { count += closing.reduce(0) { $0 + $1.count } }
      let time = processorTime() - start
      print("| \(format.rawValue) | \(time) | \(count >> 20) | \(peakMemory() - before) |")
    }
  }

  private static func table() -> ResultTable {
    let facts = (0..<segments).flatMap { segment in
      (0..<quarters).flatMap { quarter in
        (0..<10).map { measure in fact(segment, quarter, measure) }
      }
    }
    return ResultTable(
      heading: "", labelTitles: [], columns: [], rows: [], formats: [], notes: [],
      layout: .figures(facts), origin: .init(statement: "show", basis: nil, storeHead: nil))
  }

  private static func fact(_ segment: Int, _ quarter: Int, _ measure: Int) -> Fact {
    let month = quarter % 4 * 3 + 1
    let year = 2000 + quarter / 4
    let digits = Int64(segment * 7_919 + quarter * 104_729 + measure * 1_299_709)
    let quotient = try? Fraction(Int128(digits), Int128(digits) + 12_345_677)
    let cell =
      measure == 9
      ? quotient.map { Cell(.fraction($0), origin: .computed) } ?? .undefined
      : Cell(.amount(Amount(printed: digits, exponent: 3)), origin: .reported)
    return Fact(
      company: "company", segment: "segment.number_\(segment)",
      period: "\(quarter % 4 + 1)Q\(year % 100)",
      start: CalendarDate(year: year, month: month, day: 1),
      end: CalendarDate(year: year, month: month + 2, day: 28), measure: "measure_\(measure)",
      cell: cell, unit: measure == 9 ? "ratio" : "JPY")
  }

  private static func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// The most memory that the process has had so far, in MB.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(CInt(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss >> 10
  }
}
