import Diagnostics
import MetricStore
import QueryEngine
import Shell
import Testing

/// What is too long, too deep or too much work has an answer or a message, and never a crash.
@Suite("limits of an answer") struct LimitTests {
  @Test("what is too much is told", arguments: tooMuchCases)
  func tooMuch(_ example: Case) throws {
    #expect(try Self.failures(of: example.script) == [example.message])
  }

  @Test("what is much is answered", arguments: muchCases)
  func much(_ example: Case) throws {
    #expect(try Self.failures(of: example.script) == [])
  }

  /// A script with a name, because it is too long to be shown.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let script: String
    /// What is said of it; empty for an answer.
    let message: String

    init(_ name: String, _ script: String, _ message: String = "") {
      testDescription = name
      self.script = script
      self.message = message
    }
  }

  private static func failures(of script: String) throws -> [String] {
    let session = try Session.sample()
    var failures: [String] = []
    _ = session.run(
      SourceText(name: "limit", script),
      readFile: { _ throws(UnreadableFile) in throw UnreadableFile(reason: "files are closed") },
      emit: { outcome in
        guard case .failure(let failure) = outcome else { return }
        if case .diagnostics(let diagnostics, _) = failure {
          failures += diagnostics.map(\.message)
        } else {
          failures.append(failure.text)
        }
      })
    return failures
  }

  /// `count` metrics, of which each is made of the one before.
  private static func metrics(_ count: Int, _ formula: (String) -> String) -> String {
    let first = "metric m0 = revenue + revenue\n"
    let others = (1..<count).map { "metric m\($0) = \(formula("m\($0 - 1)"))\n" }
    return first + others.joined() + "show m\(count - 1) for 2Q04"
  }

  private static func nested(_ word: String, _ count: Int, _ end: String = ")") -> String {
    String(repeating: word, count: count) + "revenue" + String(repeating: end, count: count)
  }

  private static func list(_ item: String, _ count: Int) -> String {
    Array(repeating: item, count: count).joined(separator: ", ")
  }

  private static let tooDeep =
    "brackets, signs and verbs are nested more than 256 levels deep"
  private static let formulasTooDeep =
    "this is nested too deeply to be worked out, with the formulas behind it"
  private static let tooMuchWork = "one cell of this takes more than 100000 steps to work out"
  private static let tooLongAName = "a name or label has up to 1000 bytes, and this one has more"

  private static let tooMuchCases: [Case] = [
    Case("round brackets", "show " + nested("(", 100_000), tooDeep),
    Case("square brackets", "show " + nested("revenue[", 100_000, "]"), "expected `]`, found `[`"),
    Case("calls", "show " + nested("abs(", 100_000), tooDeep),
    Case("verbs", String(repeating: "yoy ", count: 100_000) + "revenue", tooDeep),
    Case("a name", "show " + String(repeating: "a", count: 1_000_000), tooLongAName),
    Case("a path", "show revenue " + String(repeating: "a.", count: 500_000) + "a", tooLongAName),
    Case(
      "a declared name", "metric " + String(repeating: "a", count: 1_001) + " flow JPY",
      tooLongAName
    ),
    Case(
      "a label", "metric a flow JPY \"" + String(repeating: "a", count: 1_000_000) + "\"",
      tooLongAName
    ),
    Case("a number", "show 9223372036854775808", "`9223372036854775808` has too many digits"),
    Case(
      "a number of rows", "show revenue top 9223372036854775807",
      "`9223372036854775807` is not between 1 and 2147483647"
    ),
    Case(
      "growth of growth", String(repeating: "yoy ", count: 20) + "revenue for 2Q04", tooMuchWork),
    Case("metrics in a row", metrics(1_000) { "\($0) + revenue" }, formulasTooDeep),
    Case("quotients in a row", metrics(1_000) { "\($0) / revenue * revenue" }, formulasTooDeep),
    Case(
      "long formulas in a row",
      metrics(100) { $0 + String(repeating: " + revenue", count: 900) }, formulasTooDeep
    ),
    Case("an extra", "show revenue with \(list("yoy", 10_000))", "yoy is named twice behind with"),
    Case(
      "periods that overlap", "sum revenue for \(list("2Q04", 10_000))",
      "2Q04 and 2Q04 overlap, so that a sum would count some months twice"
    ),
    Case(
      "a range", "show revenue from FY1970 to FY2069 + 9000 years",
      "a result has at most 4000 periods"
    ),
  ]

  private static let muchCases: [Case] = [
    Case("a sum", "show revenue" + String(repeating: " + revenue", count: 1_000) + " for 2Q04"),
    Case("brackets", "show \(nested("(", 256)) for 2Q04"),
    Case("lags", "show \(nested("lag(", 250, ", 1 quarter)")) for 2Q04"),
    Case("metrics in a row", metrics(40) { "\($0) / revenue * revenue" }),
    Case("measures", "show \(list("revenue", 10_000)) for 2Q04"),
    Case("segments", "show revenue \(list("si", 10_000)) for 2Q04"),
    Case("periods", "show revenue for \(list("2Q04", 10_000))"),
    Case("arguments", "show min(\(list("revenue", 10_000))) for 2Q04"),
    Case("keys", "show revenue by segment order by \(list("value", 10_000))"),
    Case("a century", "show revenue from FY1970 to FY2069"),
    Case("statements", String(repeating: "set growth = signed\n", count: 100_000)),
  ]
}
