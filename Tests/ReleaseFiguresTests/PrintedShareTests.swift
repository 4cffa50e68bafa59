import Tabular
import Testing

/// The percentages of a total that the release prints beside its statements, against the ratio asked
/// for by a query: of total revenues in the income statement, of total assets in the balance sheet.
@Suite("Each printed percentage of a total is recomputed") struct PrintedShareTests {
  let tables: PrintedTables

  init() throws {
    tables = try PrintedTables.fixture.get()
  }

  /// Percentages that were made to foot: the column adds up to 100.0 as printed, and the lines don't
  /// recompute from the figures beside them.
  private static let footed: Set<String> = [
    "ratio accounts_payable to total_assets[total] for 2Q04: 10.5",
    "ratio accrued_retirement_and_pension_costs to total_assets[total] for 2Q04: 0.3",
    "ratio additional_paid_in_capital to total_assets[total] for 2Q04: 54.8",
    "ratio cost_of_revenue[si] to revenue[total] for 1Q04: 24.8",
    "ratio cost_of_revenue[si] to revenue[total] for 2Q04: 28.3",
    "ratio minority_interest to total_assets[total] for 1Q04: 2.2",
    "ratio minority_interests_in_income to revenue[total] for 1Q04: 0.4",
    "ratio other_assets to total_assets[total] for 2Q04: 2.3",
    "ratio other_current_assets to total_assets[total] for 2Q04: 0.3",
    "ratio other_investments to total_assets[total] for 1Q04: 28.3",
    "ratio revenue[connectivity.dedicated] to revenue[total] for 2Q04: 27.0",
    "ratio revenue[connectivity.other] to revenue[total] for 2Q03: 5.9",
    "ratio revenue[si] to revenue[total] for 2Q03: 27.7",
  ]

  @Test(arguments: try TableMap.lines().filter { !$0.shares.isEmpty })
  func isRecomputed(_ line: MapLine) async throws {
    let rows = try #require(tables.rows[line.table]).enumerated()
      .filter { line.holds(row: $0.offset + 1) && !$0.element.isHeading }.map(\.element)
    let total = line.file == "balance-sheet.csv" ? "total_assets" : "revenue"
    for share in line.shares {
      let entered = try DataFile(line.file).blocks(line.blocks)[share.block] ?? []
      for (row, data) in zip(rows, entered) where !row.cells[share.column].isEmpty {
        let part = data.segment.isEmpty ? data.metric : "\(data.metric)[\(data.segment)]"
        let query = "ratio \(part) to \(total)[total] for \(share.period)"
        let answer = try await SampleQueries.shared.answer(query, negative: .parentheses)
        let shown = try #require(answer.rows.first?.last).filter { !"%!".contains($0) }
        let printed = row.cells[share.column].filter { $0 != "%" }
        #expect(
          (shown == printed) != Self.footed.contains("\(query): \(printed)"),
          "\(line.table) '\(row.label)': \(query) is \(shown), printed \(printed)")
      }
    }
  }
}

extension MapLine {
  /// The columns of percentages; each stands behind the figures that it divides.
  var shares: [(column: Int, period: String, block: String)] {
    columns.keys.sorted().compactMap { column in
      guard case .percentOfTotal = columns[column],
        let base = entered.last(where: { $0.column < column })
      else { return nil }
      return (column, base.period, base.block)
    }
  }
}
