import Catalog
import DataImport
import Metrics
import QuerySyntax
import Testing

/// What is told about files that are imported all the same.
@Suite struct ImportWarningsTests {
  private static let bothKept = """
      both are kept, marked `!`: answers have the more precise one, or the first of two alike
      correct the file if one is a mistake; `check revenue` compares all that is printed
    """

  @Test(arguments: [
    RefusedFile(
      "two columns of one quarter", "metric,segment,3Q03,2003-12-31\nrevenue,si,5,6\n",
      """
      data.csv:2:14: warning: revenue si 3Q03 is '6' here, and '5' at data.csv:2:12
          revenue,si,5,6
                       ^
      \(bothKept)
      """),
    RefusedFile(
      "a row that stands twice", "metric,2Q04\n\nrevenue,\"1,000\"\ncash,5\nrevenue,\"1,100\"\n",
      """
      data.csv:5:10: warning: revenue 2Q04 is '1,100' here, and '1,000' at data.csv:3:10
          revenue,"1,100"
                   ^~~~~
      \(bothKept)
      """),
    RefusedFile(
      "a coarser figure that the finer one doesn't round to",
      "metric,unit,2Q04\nrevenue,JPY,1400\nrevenue,JPY thousand,2\nrevenue,JPY thousand,1\n",
      """
      data.csv:3:22: warning: revenue 2Q04 is '2' here, and '1400' at data.csv:2:13
          revenue,JPY thousand,2
                               ^
      \(bothKept)
      """),
    RefusedFile(
      "a figure taken back as it is stated",
      "metric,period,value,state\nrevenue,2Q04,5,\nrevenue,2Q04,,withdrawn\n",
      """
      data.csv:3:14: warning: revenue 2Q04 is withdrawn here, and '5' at data.csv:2:14
          revenue,2Q04,,withdrawn
                       ^
        both are kept, and answers have neither
        correct the file if one is a mistake; `check revenue` compares all that is printed
      """),
    RefusedFile(
      "a name with a part that nobody sees, once",
      "metric,segment,2Q04\nrevenue,s\u{200B}i,5\nrevenue,s\u{200B}i,5\n",
      """
      data.csv:2:9: warning: 's\\u{200B}i' is read as 'si', without what can't be seen in it
          revenue,s\\u{200B}i,5
                  ^~~~~~~~~~
      """),
    RefusedFile(
      "a period that isn't over", "metric,2Q04,3Q04,FY04\nrevenue,1,2,3\ncash,1,,3\n",
      """
      data.csv:2:11: warning: 3Q04 ends on 2004-12-31, after this figure of it was published on 2004-11-11
          revenue,1,2,3
                    ^
        2 more figures are of periods that weren't over
        correct the period or the day of publication, and leave forecasts out: a figure in the store is one that was reported
      """),
    RefusedFile(
      "a day of publication before the end",
      "metric,period,value,published\nrevenue,2Q04,5,2004-09-29\nrevenue,2004-09-25,5,2004-09-29\n",
      """
      data.csv:2:14: warning: 2Q04 ends on 2004-09-30, after this figure of it was published on 2004-09-29
          revenue,2Q04,5,2004-09-29
                       ^
        correct the period or the day of publication, and leave forecasts out: a figure in the store is one that was reported
      """),
  ])
  func `is told of`(_ example: RefusedFile) throws {
    #expect(try SmallCatalog.check(bytes: example.bytes).warnings == [example.text])
  }

  @Test(arguments: [
    ("the same figure", "metric,2Q04\nrevenue,5\nrevenue,5\n"),
    (
      "a figure and its rounding",
      "metric,unit,2Q04\nrevenue,JPY thousand,2\nrevenue,JPY,1500\nrevenue,JPY thousand,2\n"
    ),
    ("a stock at the end of two periods", "metric,4Q03,FY03\ncash,5,5\n"),
    (
      "figures of two publications",
      "metric,period,value,published\nrevenue,2Q04,5,2004-11-11\nrevenue,2Q04,6,2004-12-01\n"
    ),
    ("other segments and units", "metric,segment,unit,2Q04\nrevenue,si,USD,5\nrevenue,si,JPY,6\n"),
    (
      "the day on which a period ends", "metric,period,value,published\nrevenue,2Q04,5,2004-09-30\n"
    ),
    ("white space of any script", "metric,2Q04\n\u{A0}revenue\u{3000},\u{200E}(5)\u{202C}\n"),
    ("a name in two lines", "metric,segment,2Q04\nrevenue,\"Systems\r\nintegration\n\",\"5\n\"\n"),
    ("a missing figure of a period to come", "metric,2Q04,FY04\nrevenue,5,\n"),
  ])
  func `nothing is told of`(_ name: String, _ text: String) throws {
    #expect(try SmallCatalog.check(text).warnings == [], "\(name)")
  }

  @Test func `tables in two files are compared, and warnings beyond the limit counted`() throws {
    let files = ["a.csv", "in/b.csv"].enumerated().map { index, name in
      let rows = (1...12).map { "revenue,CY\(1990 + $0),\(100 + $0 + index)\n" }.joined()
      return ImportFile(name: name, bytes: Array(("metric,period,value\n" + rows).utf8))
    }
    var options = ImportOptions()
    options.company = "iij"
    options.published = CalendarDate(year: 2004, month: 11, day: 11)
    options.badRowLimit = 11
    let warnings = try ReleaseImport.check(
      files: files, options: options, catalog: SmallCatalog.make(), digest: { _ in [] }
    ).warnings
    #expect(warnings.count == 12)
    let first = "in/b.csv:2:16: warning: revenue CY1991 is '102' here, and '101' at a.csv:2:16\n"
    #expect(warnings.first?.hasPrefix(first) == true)
    #expect(warnings[0].contains("`check revenue`") && !warnings[1].contains("`check revenue`"))
    #expect(warnings.last == "… and 1 more warning")
  }

  @Test func `what a company cuts off is no conflict`() throws {
    let text = "metric,unit,2Q04\nrevenue,JPY thousand,1\nrevenue,JPY,1999\n"
    #expect(try SmallCatalog.check(text).warnings.count == 1)
    var catalog = try SmallCatalog.make()
    try catalog.declare(
      .company(
        CompanyDeclaration(
          name: Name("iij", at: SmallCatalog.nowhere), labels: Labels(),
          calendar: SmallCatalog.april, truncates: true)))
    var options = ImportOptions()
    options.company = "iij"
    options.published = CalendarDate(year: 2004, month: 11, day: 11)
    let checked = try ReleaseImport.check(
      files: [ImportFile(name: "data.csv", bytes: Array(text.utf8))], options: options,
      catalog: catalog, digest: { _ in [] })
    #expect(checked.warnings == [])
  }
}
