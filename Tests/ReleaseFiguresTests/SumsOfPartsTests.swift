import Diagnostics
import Metrics
import QueryEngine
import Shell
import Tabular
import Testing

/// What is told part by part adds up on the sample, to the last digit of what is exact.
@Suite("sums of parts") struct SumsOfPartsTests {
  @Test(
    "the effects of a bridge are the difference",
    arguments: [
      ("bridge operating_income from 2Q03 to 2Q04", "1111949000"),
      ("bridge gross_profit from 2Q03 to 2Q04", "810477000"),
      ("bridge gross_profit from 2Q03 to 2Q04 by segment", "810477000"),
      ("bridge revenue from 2Q03 to 2Q04", "1327069000"),
      ("bridge cash_and_cash_equivalents from 1Q04 to 2Q04", "1174962000"),
      ("bridge sga_and_rd_expenses from 2Q03 to 2Q04", "-302000000"),
      ("bridge gross_margin from 2Q03 to 2Q04", "0.065441251527404352"),
      ("bridge basic_net_income_per_share from 2Q03 to 2Q04", "2965"),
    ])
  func bridges(statement: String, difference: String) throws {
    var effects = try effects(of: statement)
    let last = effects.popLast()
    let total = try last?.fraction()
    #expect(total.map { DecimalText.significant($0, digits: 17) } == difference)
    #expect(effects.count > 1)
    #expect(try effects.compactMap { try $0.fraction() }.total() == total)
  }

  @Test("rates and mixes are the difference, to the digits of a binary number")
  func mixes() throws {
    var effects = try effects(of: "bridge gross_margin from 2Q03 to 2Q04 by segment")
    let total = effects.popLast()?.binary ?? .nan
    #expect(effects.count == 6)
    #expect(abs(effects.reduce(0) { $0 + $1.binary } - total) < 1e-15)
  }

  @Test(
    "contributions are the growth of the total",
    arguments: [
      ("contracts", "connectivity.dedicated", 4), ("revenue", "connectivity", 4),
      ("revenue", "total", 3), ("cost_of_revenue", "total", 3), ("gross_profit", "total", 3),
    ])
  func contributions(metric: String, parent: String, count: Int) throws {
    let rows = try facts(of: "contribution \(metric) \(parent) by segment for 2Q04")
    let growth = try facts(of: "yoy \(metric) \(parent) for 2Q04").first?.cell.number?.fraction()
    let parts = try rows.filter { $0.segment != parent }.compactMap {
      try $0.cell.number?.fraction()
    }
    #expect(parts.count == count)
    #expect(growth != nil)
    #expect(try parts.total() == growth)
    #expect(try rows.last?.cell.number?.fraction() == growth)
  }

  private func table(of statement: String) throws -> ResultTable {
    var tables: [ResultTable] = []
    _ = try Session.sample().run(
      SourceText(name: "test", statement),
      readFile: { _ throws(UnreadableFile) in throw UnreadableFile(reason: "no files") },
      emit: { if case .table(let table) = $0 { tables.append(table) } })
    return try #require(tables.first)
  }

  private func facts(of query: String) throws -> [Fact] {
    guard case .figures(let facts) = try table(of: query).layout else { return [] }
    return facts
  }

  /// The effects of all rows of a bridge, of which the last is their sum.
  private func effects(of statement: String) throws -> [Number] {
    guard case .records(let records) = try table(of: statement).layout,
      let column = records.columns.firstIndex(of: "effect")
    else { return [] }
    return records.rows.compactMap { row in
      if case .number(let number) = row[column] { number } else { nil }
    }
  }
}

extension [Fraction] {
  fileprivate func total() throws -> Fraction {
    try reduce(Fraction(Amount.zero)) { try $0 + $1 }
  }
}
