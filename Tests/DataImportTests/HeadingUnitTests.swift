import DataImport
import MetricStore
import Testing

/// Units in the headings of columns, which would be lost where the column is renamed.
@Suite struct HeadingUnitTests {
  @Test(arguments: [
    ("2Q04 (in EUR million)", "`EUR million`", "2Q04"), ("2Q04 in EURm", "`EUR million`", "2Q04"),
    ("2Q04 [€k]", "`EUR thousand`", "2Q04"), ("EUR 2Q04", "`EUR`", "2Q04"),
    ("2Q04 (%)", "`%`", "2Q04"), ("2Q04 (m)", "it", "2Q04"),
    ("2Q04 ($'000)", "`USD thousand`", "2Q04"),
    ("2Q04（単位：百万円）", "`JPY million`", "2Q04"), ("2Q04 (TEUR)", "`EUR thousand`", "2Q04"),
    ("2Q04 (millions of A$)", "it", "2Q04"), ("2Q04/EUR", "`EUR`", nil),
    ("Amount (JPY thousand)", "`JPY thousand`", "value"),
    ("\"2Q04 (in millions, EUR)\"", "`EUR million`", nil),
  ])
  func `a unit isn't mapped away`(_ heading: String, _ unit: String, _ name: String?) throws {
    let failure = try #require(try SmallCatalog.failure("Posten,\(heading)\nrevenue,5\n"))
    let naming = name.map { "name this one \($0) in the file" } ?? "leave it out of this heading"
    #expect(
      failure.contains(
        "\n  write \(unit) into a column `unit` in each row, and \(naming); or remove the column\n"),
      "\(failure)")
    #expect(!failure.contains("=\(name ?? "2Q04")\""), "\(failure)")
  }

  @Test(arguments: [
    ("metric,2Q04 (in EUR million),2Q03", "2Q04 (in EUR million)", "2Q04"),
    ("(百万円),2Q04,2Q03", "(百万円)", "metric"),
    ("metric,Amount in $,period", "Amount in $", "value"),
  ])
  func `a rename that loses a unit is refused`(
    _ header: String, _ heading: String, _ name: String
  ) throws {
    let failure = try SmallCatalog.failure("\(header)\nrevenue,1811,1700\n") {
      $0.columnNames = [heading: name]
    }
    let message = "error: a unit isn't read from a heading, such as '\(heading)'\n"
    #expect(failure?.contains(message) == true, "\(failure ?? "")")
  }

  @Test func `a rename is told of where the rows have units`() throws {
    let text = "metric,unit,2Q04 (in JPY million)\nrevenue,JPY million,1811\n"
    let checked = try SmallCatalog.check(text) {
      $0.columnNames = ["2Q04 (in JPY million)": "2Q04"]
    }
    #expect(checked.release.observations.map(\.exponent) == [6])
    #expect(
      checked.warnings == [
        """
        data.csv:1:13: warning: the unit in the heading '2Q04 (in JPY million)' isn't read: that in the column `unit` counts
            metric,unit,2Q04 (in JPY million)
                        ^~~~~~~~~~~~~~~~~~~~~
          where a row names no unit, its figures are in the metric's own
        """
      ])
  }

  @Test(arguments: ["2Q04 (restated)", "2Q04 total", "Q2 2004 (unaudited)"])
  func `other words in a heading are no unit`(_ heading: String) throws {
    let checked = try SmallCatalog.check("metric,\(heading)\nrevenue,5\n") {
      $0.columnNames = [heading: "2Q04"]
    }
    #expect(checked.figureCount == 1)
    #expect(checked.warnings == [])
  }
}
