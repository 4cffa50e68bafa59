import Metrics
import Tabular
import Testing

/// The first answers that the product gives, as a person and as a machine read them.
@Suite("The first answers") struct FirstAnswersTests {
  let queries = SampleQueries.shared

  @Test("the gross margin of systems integration, by quarter")
  func grossMarginByQuarter() async throws {
    let answer = try await queries.answer("ratio gross_margin si by quarter")
    #expect(answer.titles == ["quarter", "gross_margin"])
    #expect(
      answer.rows == [
        ["2Q03", "10.7%"], ["3Q03", "–"], ["4Q03", "–"], ["1Q04", "20.0%"], ["2Q04", "22.3%"],
      ])
    #expect(
      answer.notes == ["– not reported: revenue si 3Q03, 4Q03; cost_of_revenue si 3Q03, 4Q03"])
  }

  @Test("the same for a machine, to 17 significant digits")
  func grossMarginForMachines() async throws {
    let answer = try await queries.answer("ratio gross_margin si by quarter")
    #expect(
      answer.csv == """
        company,segment,period,start,end,measure,value,unit,status,release
        iij,si,2Q03,2003-07-01,2003-09-30,gross_margin,0.10734967221429219,ratio,computed,
        iij,si,3Q03,2003-10-01,2003-12-31,gross_margin,,ratio,missing,
        iij,si,4Q03,2004-01-01,2004-03-31,gross_margin,,ratio,missing,
        iij,si,1Q04,2004-04-01,2004-06-30,gross_margin,0.19966244074343196,ratio,computed,
        iij,si,2Q04,2004-07-01,2004-09-30,gross_margin,0.22282396980908672,ratio,computed,

        """)
  }

  struct Shown: CustomTestStringConvertible {
    let name: String
    let query: String
    /// Each row with its label, as it stands in the box.
    let rows: [[String]]
    var notes: [String] = []

    var testDescription: String { name }
  }

  private static let derived = "~ derived: the difference of printed figures, or computed from one"

  @Test(
    arguments: [
      Shown(
        name: "a quarter that follows from a half", query: "show revenue for 1Q03",
        rows: [["revenue (JPY million)", "~8,344"]], notes: [derived]),
      Shown(
        name: "the half as printed", query: "show revenue for 1H03",
        rows: [["revenue (JPY million)", "17,529"]]),
      Shown(
        name: "a stock by half is that of its end", query: "show cash_and_cash_equivalents by half",
        rows: [["1H03", "11,782,935"], ["2H03", "12,284,239"], ["1H04", "11,802,165"]]),
      Shown(
        name: "the margin of a half, from the half's parts",
        query: "ratio gross_margin si for 1H04", rows: [["gross_margin", "21.3%"]]),
      Shown(
        name: "a margin from thousands, which millions would give as 10.5%",
        query: "ratio gross_margin equipment for 1Q04", rows: [["gross_margin", "10.4%"]]),
      Shown(
        name: "thousands", query: "show revenue si for 2Q04 in thousand",
        rows: [["revenue (JPY thousand)", "3,837,711"]]),
      Shown(
        name: "millions", query: "show revenue si for 2Q04 in million",
        rows: [["revenue (JPY million)", "3,838"]]),
      Shown(
        name: "dollars as printed", query: "show revenue si for 2Q04 in USD thousand",
        rows: [["revenue (USD thousand)", "34,825"]]),
      Shown(
        name: "a nil", query: "show convertible_notes_noncurrent for 2Q04 in thousand",
        rows: [["convertible_notes_noncurrent (JPY thousand)", "0"]]),
      Shown(
        name: "a loss", query: "show operating_income for 2Q03 in thousand",
        rows: [["operating_income (JPY thousand)", "-829,760"]]),
    ])
  func isShown(_ expected: Shown) async throws {
    let answer = try await queries.answer(expected.query)
    #expect(answer.rows == expected.rows)
    #expect(answer.notes == expected.notes)
  }

  @Test(
    "say how they came about",
    arguments: [
      ("show revenue for 1Q03", "derived"), ("show revenue for 1H03", "reported"),
      ("ratio gross_margin si for 1H04", "computed"), ("show revenue for 3Q03", "missing"),
    ])
  func status(_ query: String, _ expected: String) async throws {
    #expect(try await queries.answer(query).facts.map(\.cell.status) == [expected])
  }
}
