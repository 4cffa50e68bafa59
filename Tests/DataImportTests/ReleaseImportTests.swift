import DataImport
import MetricStore
import Metrics
import Testing

/// What comes out of files that are in order.
@Suite struct ReleaseImportTests {
  /// An observation in one line, as a person would check it against the file.
  static func lines(_ checked: CheckedImport) -> [String] {
    checked.release.observations.map { observation in
      let series = checked.release.series[observation.series]
      let period = SmallCatalog.april.name(of: observation.period)
      let instant = observation.period.months == 0 ? " end" : ""
      let day = observation.lastDay.map { " on \($0)" } ?? ""
      let printed = observation.printed.map { " '\($0)'" } ?? ""
      return "\(series.metric) \(series.segment) \(period)\(instant)\(day) = "
        + "\(observation.mantissa)e\(observation.exponent) \(series.unit)\(printed)"
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let lines: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "wide", text: "metric,segment,unit,2Q04,2Q03\nrevenue,si,JPY million,\"3,838\",n/a\n",
      lines: ["revenue si 2Q04 = 3838e6 JPY"]),
    Case(
      name: "tidy", text: "metric,period,value\nrevenue,1H04,\"19,187\"\n",
      lines: ["revenue total 1H04 = 19187e0 JPY"]),
    Case(
      name: "labels and full-width forms",
      text: "Ｍｅｔｒｉｃ,Segment,UNIT,２Ｑ０４\n営業収益,Systems integration,million yen,△１２\n",
      lines: ["revenue si 2Q04 = -12e6 JPY '△１２'"]),
    Case(
      name: "the tail of a path", text: "metric,segment,1Q04\nrevenue,dedicated,5\n",
      lines: ["revenue connectivity.dedicated 1Q04 = 5e0 JPY"]),
    Case(
      name: "another currency", text: "metric,unit,2Q04\nrevenue,USD thousand,\"95,393\"\n",
      lines: ["revenue total 2Q04 = 95393e3 USD"]),
    Case(
      name: "a currency per share", text: "metric,unit,2Q04\neps,USD/share,(3.56)\n",
      lines: ["eps total 2Q04 = -356e-2 USD/share '(3.56)'"]),
    Case(
      name: "a scale alone", text: "metric,unit,2Q04\nrevenue,million,5\n",
      lines: ["revenue total 2Q04 = 5e6 JPY"]),
    Case(
      name: "percent in the unit, in the figure and in both",
      text: "metric,unit,2Q04,1Q04\ngross_margin,%,22.3%,20.0\ncross_selling,,86.9,86.8%\n",
      lines: [
        "gross_margin total 2Q04 = 223e-3 ratio '22.3%'", "gross_margin total 1Q04 = 200e-3 ratio",
        "cross_selling total 2Q04 = 869e-3 ratio",
        "cross_selling total 1Q04 = 868e-3 ratio '86.8%'",
      ]),
    Case(
      name: "a unit in the figure", text: "metric,unit,2Q04\nrevenue,JPY million,\"¥1,234\"\n",
      lines: ["revenue total 2Q04 = 1234e6 JPY '¥1,234'"]),
    Case(
      name: "a scale in the figure, alone and beside that of its row",
      text: "metric,unit,2Q04,1Q04\nrevenue,,4.5 million,5百万円\nrevenue,JPY million,5 million,5\n",
      lines: [
        "revenue total 2Q04 = 45e5 JPY '4.5 million'", "revenue total 1Q04 = 5e6 JPY '5百万円'",
        "revenue total 2Q04 = 5e6 JPY '5 million'", "revenue total 1Q04 = 5e6 JPY",
      ]),
    Case(
      name: "a printed nil keeps its unit's precision",
      text: "metric,unit,2Q04\ncash,JPY thousand,-\n", lines: ["cash total 2Q04 end = 0e3 JPY '-'"]),
    Case(
      name: "a reversed line", text: "metric,unit,sign,2Q04,1Q04\nrevenue,JPY,reversed,(5),7\n",
      lines: ["revenue total 2Q04 = 5e0 JPY '(5)'", "revenue total 1Q04 = -7e0 JPY '7'"]),
    Case(
      name: "a stock is taken at its period's end",
      text: "metric,FY03,2003-12-31\ncash,7,8\n",
      lines: ["cash total 4Q03 end = 7e0 JPY", "cash total 3Q03 end = 8e0 JPY"]),
    Case(
      name: "dates and weeks",
      text: "metric,period,value\nrevenue,2004-09-30,1\n"
        + "revenue,2004-10-02,2\nrevenue,2004-09-25,3\ncash,2004-07-03,4\neps,2004-09-30,5\n",
      lines: [
        "revenue total 2Q04 = 1e0 JPY", "revenue total 2Q04 on 2004-10-02 = 2e0 JPY",
        "revenue total 2Q04 on 2004-09-25 = 3e0 JPY",
        "cash total 1Q04 end on 2004-07-03 = 4e0 JPY", "eps total 2Q04 = 5e0 JPY/share",
      ]),
    Case(
      name: "every form of a period",
      text: "metric,2Q04,FY04Q1,1H03,9M03,FY03,CY2003Q1,2002-12\n"
        + "revenue,1,2,3,4,5,6,7\n",
      lines: [
        "revenue total 2Q04 = 1e0 JPY", "revenue total 1Q04 = 2e0 JPY",
        "revenue total 1H03 = 3e0 JPY", "revenue total 9M03 = 4e0 JPY",
        "revenue total FY03 = 5e0 JPY", "revenue total 4Q02 = 6e0 JPY",
        "revenue total 3Q02 = 7e0 JPY",
      ]),
    Case(
      name: "blank lines and a byte order mark",
      text: "\u{FEFF}\r\nmetric,2Q04\r\n\r\nrevenue,5\r\n,\r\n",
      lines: ["revenue total 2Q04 = 5e0 JPY"]),
    Case(
      name: "tabs",
      text: "metric\tsegment\tunit\t2Q04\nrevenue\tsi\tJPY million\t3,838.5\n"
        + "revenue\t\"si\"\t\t5,000\n",
      lines: ["revenue si 2Q04 = 38385e5 JPY", "revenue si 2Q04 = 5000e0 JPY"]),
    Case(
      name: "semicolons, and figures without a mark",
      text: "metric;segment;unit;2Q04;1Q04\n\"revenue\";si;JPY million;(38);\"n/a\"\n",
      lines: ["revenue si 2Q04 = -38e6 JPY '(38)'"]),
    Case(
      name: "columns without a heading that hold nothing", text: "metric,,2Q04,,\nrevenue,,5,, \n",
      lines: ["revenue total 2Q04 = 5e0 JPY"]),
    Case(
      name: "semicolons inside a file of commas", text: "metric,2Q04,note\nrevenue,5,a;b;c\n",
      lines: ["revenue total 2Q04 = 5e0 JPY"]),
    Case(
      name: "the same fact twice", text: "metric,2Q04\nrevenue,5\nrevenue,5\n",
      lines: ["revenue total 2Q04 = 5e0 JPY", "revenue total 2Q04 = 5e0 JPY"]),
  ])
  func `reads`(_ example: Case) throws {
    #expect(try ReleaseImportTests.lines(SmallCatalog.check(example.text)) == example.lines)
  }

  @Test func `a decimal comma is read where it is said`() throws {
    let text = """
      metric;unit;2Q04;1Q04;4Q03;3Q03
      revenue;JPY million;1.234,5;1 234,50;12.345;(0,5)
      eps;;-1,5;1'234'567;7;1.234.567,8
      gross_margin;%;22,3 %;22;;.
      """
    let checked = try SmallCatalog.check(text) { $0.decimalMark = .comma }
    let values = checked.release.observations.map { "\($0.mantissa)e\($0.exponent)" }
    #expect(
      values == [
        "12345e5", "123450e4", "12345e6", "-5e5", "-15e-1", "1234567e0", "7e0", "12345678e-1",
        "223e-3", "22e-2",
      ])
    #expect(checked.release.observations[0].printed == "1.234,5")
    #expect(checked.release.observations[6].printed == nil)
    let point = try SmallCatalog.check("metric;2Q04\nrevenue;1.5\n") { $0.decimalMark = .point }
    #expect(ReleaseImportTests.lines(point) == ["revenue total 2Q04 = 15e-1 JPY"])
  }

  @Test func `places, counts and the release's facts are kept`() throws {
    let text = "metric,2Q04,1Q04\n\nrevenue,\"5,000\",\ncash,1,2\n"
    let checked = try SmallCatalog.check(text) { $0.sourceTitle = "Earnings release" }
    #expect(checked.rowCount == 2)
    #expect(checked.figureCount == 3)
    #expect(checked.missingCount == 1)
    #expect(checked.release.name == "iij-2q04")
    #expect(checked.release.title == "iij-2q04")
    #expect(checked.release.company == "iij")
    let source = SourceFile(name: "data.csv", title: "Earnings release", digest: [1, 2, 3])
    #expect(checked.release.sources == [source])
    #expect(checked.release.observations.map(\.line) == [3, 4, 4])
    #expect(checked.release.observations.map(\.column) == [2, 2, 3])
  }

  @Test func `rows have dates, notes, sources and states of their own`() throws {
    let text = """
      metric,period,value,published,note,source,state
      revenue,2Q04,5,2004-12-01,corrected,Table 3,
      revenue,1Q04,,,,,withdrawn
      """
    let checked = try SmallCatalog.check(text)
    let observations = checked.release.observations
    #expect(observations.map { "\($0.published)" } == ["2004-12-01", "2004-11-11"])
    #expect(observations.map(\.note) == ["corrected", nil])
    #expect(observations.map(\.state) == [.value, .withdrawn])
    #expect(observations.map { checked.release.sources[$0.source].title } == ["Table 3", nil])
    #expect(observations[1].mantissa == 0)
  }

  @Test func `columns are renamed and the metric is given`() throws {
    let text = "Sector,Amount,When\nsi,5,2Q04\n"
    let checked = try SmallCatalog.check(text) {
      $0.columnNames = ["sector": "segment", "AMOUNT": "value", "when": "period"]
      $0.metric = "revenue"
    }
    #expect(ReleaseImportTests.lines(checked) == ["revenue si 2Q04 = 5e0 JPY"])
  }

  @Test func `a file may have nothing but periods where the metric is given`() throws {
    let checked = try SmallCatalog.check("2Q04;1Q04\n5;6\n") { $0.metric = "revenue" }
    #expect(
      ReleaseImportTests.lines(checked)
        == ["revenue total 2Q04 = 5e0 JPY", "revenue total 1Q04 = 6e0 JPY"])
  }

  @Test func `the renames that are suggested are taken`() throws {
    let checked = try SmallCatalog.check("科目,1Q04 (restated),2004/09/30\nrevenue,5,6\n") {
      $0.columnNames = ["科目": "metric", "2004/09/30": "2004-09-30", "1Q04 (restated)": "1Q04"]
    }
    #expect(
      ReleaseImportTests.lines(checked)
        == ["revenue total 1Q04 = 5e0 JPY", "revenue total 2Q04 = 6e0 JPY"])
  }

  @Test func `the date and name of the release come from the file where nobody says them`() throws {
    let text =
      "metric,period,value,published\nrevenue,2Q04,5,2004-12-01\nrevenue,1Q04,5,2004-08-11\n"
    let checked = try SmallCatalog.check(text) {
      $0.published = nil
      $0.release = nil
    }
    #expect("\(checked.release.published)" == "2004-12-01")
    #expect(checked.release.name == "data")
  }
}
