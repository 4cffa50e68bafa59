import Metrics
import Tabular
import Testing

/// A fact that the release prints with two values.
struct Conflict: CustomTestStringConvertible {
  let metric: String
  let period: String
  /// The unit of the losing figure, and the figure as its table prints it.
  let lost: (unit: String, printed: String)
  /// What a query in that unit shows instead.
  let shown: String
  /// Both figures as `observation_text` tells them, in the order of the tables.
  let stored: [String]

  var testDescription: String { metric }

  /// Every conflict of the release.
  ///
  /// The tax is printed in thousands, and in millions that don't hold the thousands. The minority
  /// interest is printed twice to the same digit, so that the first wins.
  static let all = [
    Conflict(
      metric: "income_tax_expense", period: "2Q04", lost: ("JPY million", "518"), shown: "517!",
      stored: [
        "518|JPY million|adjusted-ebitda-reconciliation.csv",
        "517,379|JPY thousand|income-statement.csv",
      ]),
    Conflict(
      metric: "minority_interests_in_income", period: "2Q04", lost: ("USD thousand", "389"),
      shown: "(388)!",
      stored: ["(388)|USD thousand|income-statement.csv", "389|USD thousand|cash-flows.csv"]),
  ]

  func isLost(by row: DataFile.Row, _ period: String, _ printed: String) -> Bool {
    row.metric == metric && period == self.period && (row.unit, printed) == lost
  }
}

@Suite("Facts printed with two values") struct ConflictTests {
  let queries = SampleQueries.shared

  @Test("are exactly two") func conflictsAreTwo() async throws {
    var conflicts: Set<String> = []
    for row in try DataFile.all().flatMap(\.rows) {
      for fact in try await queries.answer(row.query).facts where fact.cell.isConflicting {
        conflicts.insert("\(fact.measure) \(fact.segment) \(fact.period) \(fact.unit)")
      }
    }
    #expect(
      conflicts == [
        "income_tax_expense total 2Q04 JPY", "minority_interests_in_income total 2Q04 USD",
      ])
  }

  @Test("show the winner, marked", arguments: Conflict.all)
  func winnerIsMarked(_ conflict: Conflict) async throws {
    let answer = try await queries.answer(
      "show \(conflict.metric) for \(conflict.period) in \(conflict.lost.unit)",
      negative: .parentheses)
    #expect(answer.rows.map(\.last) == [conflict.shown])
    #expect(answer.notes.count == 1)
    #expect(answer.notes.first?.hasPrefix("! printed with two values at once") == true)
  }

  @Test("keep the loser in the store", arguments: Conflict.all)
  func loserIsStored(_ conflict: Conflict) async throws {
    let currency = conflict.lost.unit.prefix(3)
    let rows = try await queries.texts(
      """
      SELECT printed || '|' || unit || '|' || source FROM observation_text
      WHERE metric = '\(conflict.metric)' AND unit LIKE '\(currency)%'
        AND period_start = '2004-07-01' AND period_end = '2004-09-30'
      ORDER BY seq
      """)
    #expect(rows == conflict.stored)
  }
}
