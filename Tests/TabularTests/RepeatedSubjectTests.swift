import Metrics
import Tabular
import Testing

/// Rows in a tidy layout of which the second shares some of what stands before its measure.
@Suite("Rows of one subject")
struct RepeatedSubjectTests {
  private static let first = Fact.secondQuarter(.missing, company: "a,\"b", segment: "=si")

  private static let seconds: [(String, Fact)] = [
    ("all", with { $0.measure = "cost" }), ("company", with { $0.company = "c" }),
    ("segment", with { $0.segment = "=s" }), ("period", with { $0.period = "2Q05" }),
    ("start", with { $0.start = $0.end }), ("no start", with { $0.start = nil }),
    ("end", with { $0.end = $0.start }), ("no end", with { $0.end = nil }),
  ]

  private static func with(_ change: (inout Fact) -> Void) -> Fact {
    var fact = first
    change(&fact)
    return fact
  }

  @Test("a row is the same behind another as alone", arguments: seconds)
  func sameBehindAnother(name: String, second: Fact) {
    for format in [OutputFormat.csv, .tsv, .ndjson] {
      let both = Self.rows([Self.first, second, second], in: format)
      let alone = Self.rows([Self.first], in: format) + Self.rows([second], in: format)
      #expect(both == alone + Self.rows([second], in: format))
    }
  }

  @Test("rows are the same in every piece of a long result", arguments: [1, 511, 512, 513, 1_100])
  func pieces(count: Int) {
    for format in [OutputFormat.csv, .ndjson] {
      let row = Self.rows([Self.first], in: format)
      let facts = Array(repeating: Self.first, count: count)
      #expect(Self.rows(facts, in: format) == Array(repeating: row, count: count).flatMap { $0 })
    }
  }

  /// The lines without the header.
  private static func rows(_ facts: [Fact], in format: OutputFormat) -> [Substring] {
    let lines = format.render(.tidy(facts)).split(separator: "\n")
    return Array(lines.dropFirst(format == .ndjson ? 0 : 1))
  }
}
