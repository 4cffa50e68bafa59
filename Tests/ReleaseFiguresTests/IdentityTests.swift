import Catalog
import Metrics
import QuerySyntax
import Tabular
import Testing

/// What the catalog says adds up, on the figures that queries give.
@Suite("The identities of the sample") struct IdentityTests {
  /// A period, and the quarter before it if it is one.
  struct Column: CustomTestStringConvertible {
    let period: String
    let before: String?
    /// How many of the identities have all their figures in the period.
    let tying: Int

    var testDescription: String { period }
  }

  /// The periods that the release prints, and the quarter that follows from them, for which only
  /// the operating summary has figures.
  private static let columns = [
    Column(period: "1H04", before: nil, tying: 20), Column(period: "1H03", before: nil, tying: 8),
    Column(period: "2Q04", before: "1Q04", tying: 21),
    Column(period: "2Q03", before: "1Q03", tying: 21),
    Column(period: "1Q04", before: "4Q03", tying: 21),
    Column(period: "1Q03", before: "4Q02", tying: 1),
  ]

  @Test("tie within rounding", arguments: columns) func tie(_ column: Column) async throws {
    var tying = 0
    for identity in try await SampleQueries.shared.catalog.identities {
      guard let formula = Self.formula(of: identity, in: column),
        let whole = try await amount(identity.metric, column.period),
        let parts = try await amount(formula, column.period)
      else { continue }
      #expect(whole.meets(parts), "\(identity.statement)")
      tying += 1
    }
    #expect(tying == column.tying)
  }

  /// The right side as a query can ask for it; nil where it speaks of the quarter before and the
  /// period is no quarter.
  private static func formula(of identity: Identity, in column: Column) -> String? {
    let formula = identity.formula.canonicalText
    let opening = "lag(cash_and_cash_equivalents, 1 quarter)"
    guard formula.contains(opening) else { return formula }
    return column.before.map {
      formula.replacing(opening, with: "cash_and_cash_equivalents[total, \($0)]")
    }
  }

  private func amount(_ expression: String, _ period: String) async throws -> Amount? {
    let query = "show \(expression) for \(period) in JPY thousand"
    let facts = try await SampleQueries.shared.answer(query).facts
    try #require(facts.count == 1, "\(query)")
    if case .amount(let amount) = facts[0].cell.number { return amount }
    return nil
  }
}
