import Tabular
import Testing

/// The growth rates that the release prints, against the same growth asked for by a query.
///
/// The release prints growth on a negative base with the sign of the base, as `set growth = signed`
/// does.
@Suite("Each printed growth rate is recomputed") struct PrintedGrowthTests {
  let tables: PrintedTables

  init() throws {
    tables = try PrintedTables.fixture.get()
  }

  /// Growth of lines that the release prints in millions only: its own rate comes from figures that
  /// it doesn't print, and lies inside the rounding of those that it does.
  private static let hidden: Set<String> = [
    "qoq adjusted_ebitda for 2Q04: 44.3",
    "qoq backbone_cost connectivity for 2Q04: (10.9)",
    "qoq revenue connectivity.dedicated.broadband for 2Q04: 4.8",
    "qoq revenue connectivity.dedicated.t1_economy for 2Q04: (17.2)",
    "qoq revenue connectivity.dialup.iij_brand for 2Q04: (1.5)",
    "qoq revenue connectivity.dialup.oem for 2Q04: (1.9)",
    "yoy adjusted_ebitda for 2Q04: 909.0",
    "yoy capex for 2Q04: 132.2",
    "yoy revenue connectivity.dedicated.broadband for 2Q04: 27.2",
    "yoy revenue connectivity.dedicated.ip_service for 2Q04: (10.6)",
    "yoy revenue connectivity.dedicated.t1_economy for 2Q04: (49.5)",
    "yoy revenue connectivity.dialup.oem for 2Q04: 9.8",
    "yoy revenue si.integration for 2Q04: 57.5",
  ]

  @Test(arguments: try TableMap.lines().filter { !$0.growth.isEmpty })
  func isRecomputed(_ line: MapLine) async throws {
    let rows = try #require(tables.rows[line.table]).enumerated()
      .filter { line.holds(row: $0.offset + 1) && !$0.element.isHeading }.map(\.element)
    for growth in line.growth {
      let entered = try DataFile(line.file).blocks(line.blocks)[growth.block] ?? []
      for (row, data) in zip(rows, entered) where !row.cells[growth.column].isEmpty {
        let subject = [data.metric, data.segment].filter { !$0.isEmpty }.joined(separator: " ")
        let query = "\(growth.verb) \(subject) for \(growth.period)"
        let answer = try await SampleQueries.shared.answer(
          "set growth = signed; \(query)", negative: .parentheses)
        let shown = try #require(answer.rows.first?.last)
        let printed = row.cells[growth.column].filter { $0 != "%" }
        let isEqual = shown.filter { $0 != "%" && $0 != "!" } == printed
        #expect(
          isEqual != Self.hidden.contains("\(query): \(printed)"),
          "\(line.table) '\(row.label)': \(query) is \(shown), printed \(printed)")
      }
    }
  }
}

extension MapLine {
  /// A column of growth: what it is the growth of, told by the figures beside it.
  struct Growth {
    let column: Int
    let verb: String
    let period: String
    /// The block of the figures that it compares.
    let block: String
  }

  /// The columns of growth; each stands behind the figures that it compares with.
  var growth: [Growth] {
    columns.keys.sorted().compactMap { column in
      guard case .growth = columns[column],
        let base = entered.last(where: { $0.column < column })
      else { return nil }
      let verb = base.period == "1Q04" ? "qoq" : "yoy"
      let period = base.period == "1H03" ? "1H04" : "2Q04"
      return Growth(column: column, verb: verb, period: period, block: base.block)
    }
  }
}
