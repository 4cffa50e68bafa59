import Glibc
import Metrics
import Tabular

/// Says what writing a result in machine formats takes, and how much memory beside the result.
///
/// 960,000 figures of a thousand segments, nine in ten of them amounts and the others quotients, in
/// two orders: measures that alternate share what stands before them in a row, quarters that
/// alternate don't. A tenth of the figures show that memory doesn't grow with them.
@main
struct BenchmarkRendering {
  private enum Order: String {
    case measures = "measures alternate"
    case quarters = "quarters alternate"
  }

  private static let quarters = 96
  private static let measures = 10

  static func main() {
    print("| rows | order | format | CPU ms | MB | memory beside the result, KB |")
    print("|---|---|---|---|---|---|")
    write(segments: 100, .measures)
    write(segments: 1_000, .measures)
    write(segments: 1_000, .quarters)
  }

  private static func write(segments: Int, _ order: Order) {
    let table = table(of: facts(segments: segments, order))
    for format in [OutputFormat.csv, .tsv, .ndjson, .json] {
      let before = Processor.resetPeakMemory()
      let start = Processor.time
      var document = ResultDocument(format: format)
      var count = document.add(table).reduce(0) { $0 + $1.count }
      if case .text(let closing) = document.end() { count += closing.reduce(0) { $0 + $1.count } }
      let time = Processor.time - start
      print(
        "| \(document.rowCount) | \(order.rawValue) | \(format.rawValue) | \(time)",
        "| \(count >> 20) | \(Processor.peakMemory - before) |")
    }
  }

  private static func facts(segments: Int, _ order: Order) -> [Fact] {
    (0..<segments).flatMap { segment in
      (0..<quarters * measures).map { index in
        switch order {
        case .measures: fact(segment, index / measures, index % measures)
        case .quarters: fact(segment, index % quarters, index / quarters)
        }
      }
    }
  }

  private static func table(of facts: [Fact]) -> ResultTable {
    ResultTable(
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
}
