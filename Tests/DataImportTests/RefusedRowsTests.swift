import DataImport
import Testing

/// Rows that are refused, each with all that is wrong with it.
@Suite struct RefusedRowsTests {
  @Test(arguments: [
    RefusedFile(
      "ragged rows", "metric,2Q04,1Q04\nrevenue,1,234,5\nrevenue,5\n",
      """
      data.csv:2:15: error: the row has 4 fields, and the header 3
          revenue,1,234,5
                        ^
        a figure with a comma has to stand in quotes: "1,234"
      data.csv:3:9: error: the row has 2 fields, and the header 3
          revenue,5
                  ^
        a field without a figure still needs its comma
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "unknown names", "metric,segment,unit,2Q04\nrevenu,connectivty,contrats,5\n",
      """
      data.csv:2:1: error: there is no metric named 'revenu'
          revenu,connectivty,contrats,5
          ^~~~~~
        did you mean revenue?
        to declare what the file names, add --declare
      data.csv:2:8: error: there is no segment named 'connectivty'
          revenu,connectivty,contrats,5
                 ^~~~~~~~~~~
        did you mean connectivity?
        to declare what the file names, add --declare
      data.csv:2:20: error: there is no unit named 'contrats'
          revenu,connectivty,contrats,5
                             ^~~~~~~~
        did you mean contract?
        to declare what the file names, add --declare
      3 faults found; nothing was imported
      """),
    RefusedFile(
      "an unknown name in several rows",
      "metric,segment,unit,2Q04\nrevenu,,JPY,5\nrevenu,si,JPY,6\nrevenue,sy,JPY,7\nrevenu,sy,JPY,8\n",
      """
      data.csv:2:1: error: there is no metric named 'revenu'
          revenu,,JPY,5
          ^~~~~~
        2 more rows name it
        did you mean revenue?
        to declare what the file names, add --declare
      data.csv:4:9: error: there is no segment named 'sy'
          revenue,sy,JPY,7
                  ^~
        1 more row names it
        did you mean si?
        to declare what the file names, add --declare
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "the wrong unit", "metric,unit,2Q04\ncontracts,JPY,5\n",
      """
      data.csv:2:11: error: contracts is counted in contract, and the row in JPY
          contracts,JPY,5
                    ^~~
        correct the unit or the metric of the row
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "the wrong unit in the figure",
      "metric,unit,2Q04,1Q04\nrevenue,JPY million,13.2%,5 contract\n",
      """
      data.csv:2:21: error: '13.2%' is in %, and its row in JPY million
          revenue,JPY million,13.2%,5 contract
                              ^~~~~
        correct the unit of the row, or the figure, which needs none of its own
      data.csv:2:27: error: '5 contract' is in contract, and its row in JPY million
          revenue,JPY million,13.2%,5 contract
                                    ^~~~~~~~~~
        correct the unit of the row, or the figure, which needs none of its own
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "two units of one figure, and a power of ten",
      "metric,unit,2Q04,1Q04\nrevenue,JPY million,¥5 thousand,1e3\n",
      """
      data.csv:2:21: error: '¥5 thousand' is no figure: it has two units
          revenue,JPY million,¥5 thousand,1e3
                              ^~~~~~~~~~~
        write it alone, and its unit in the column `unit`: JPY million
      data.csv:2:33: error: '1e3' is no figure: powers of ten aren't read
          revenue,JPY million,¥5 thousand,1e3
                                          ^~~
        write all its digits, as 1000 for 1e3; a spreadsheet that shows 1.23E+05 holds more of them
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "a dash that is no minus", "metric,2Q04\nrevenue,—5\n",
      """
      data.csv:2:9: error: '—5' is no figure: '—' is no minus sign
          revenue,—5
                  ^~
        write -5 or (5)
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "no unit at all", "metric,unit,2Q04\nrevenue,JPY mega yen,5\n",
      """
      data.csv:2:9: error: 'JPY mega yen' is no unit
          revenue,JPY mega yen,5
                  ^~~~~~~~~~~~
        a unit is one name with a scale or without: JPY thousand, JPY/share, %
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "a bad period", "metric,period,value\nrevenue,2004/09/30,5\nrevenue,,5\n",
      """
      data.csv:2:9: error: '2004/09/30' is no period
          revenue,2004/09/30,5
                  ^~~~~~~~~~
        write it as 2004-09-30
      data.csv:3:9: error: the row has no period
          revenue,,5
                  ^
        write it as 2Q04, 1H04, 9M04, FY04, CY2004Q3, 2004-09 or 2004-09-30
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "days that aren't, and days in another form",
      "metric,period,value,published\nrevenue,2003-02-29,5,2004-13-01\nrevenue,2004年9月,5,30.11.2004\n"
        + "revenue,2Q04,5,20041111\nrevenue,30/09/2004,5,\n",
      """
      data.csv:2:22: error: '2004-13-01' is no date
          revenue,2003-02-29,5,2004-13-01
                               ^~~~~~~~~~
        a year has the months 01 to 12
      data.csv:3:19: error: '30.11.2004' is no date
          revenue,2004年9月,5,30.11.2004
                              ^~~~~~~~~~
        write it as 2004-11-11
      data.csv:4:16: error: '20041111' is no date
          revenue,2Q04,5,20041111
                         ^~~~~~~~
        write it as 2004-11-11
      data.csv:5:9: error: '30/09/2004' is no period
          revenue,30/09/2004,5,
                  ^~~~~~~~~~
        write it as 2Q04, 1H04, 9M04, FY04, CY2004Q3, 2004-09 or 2004-09-30
      4 faults found; nothing was imported
      """),
    RefusedFile(
      "months and days that mean a period",
      "metric,period,value\nrevenue,2003-02-29,5\nrevenue,2004年9月,5\n",
      """
      data.csv:2:9: error: '2003-02-29' is no period
          revenue,2003-02-29,5
                  ^~~~~~~~~~
        that month ends on 2003-02-28
      data.csv:3:9: error: '2004年9月' is no period
          revenue,2004年9月,5
                  ^~~~~~~~~
        write it as 2004-09
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "something below no heading, once a column",
      "metric,2Q04,,1Q04\nrevenue,5,x,\nrevenue,5,,6\nrevenue,5,y,6\n",
      """
      data.csv:2:11: error: 'x' stands in column 3, which has no heading
          revenue,5,x,
                    ^
        1 more row has something there
        name the column in the header, or empty it
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "a date between quarters", "metric,period,value\nrevenue,2004-08-15,5\n",
      """
      data.csv:2:9: error: no fiscal quarter of the company ends on 2004-08-15
          revenue,2004-08-15,5
                  ^~~~~~~~~~
        its quarters end with the months 03, 06, 09, 12, or in the first seven days after one
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "a month that ends no quarter", "metric,2004-09,2004-08\nrevenue,5,6\n",
      """
      data.csv:2:11: error: no fiscal quarter of the company ends with 2004-08
          revenue,5,6
                    ^
        its quarters end with the months 03, 06, 09, 12, or in the first seven days after one
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "years of no release",
      "metric,period,value,published\nrevenue,9999-12-31,5,\nrevenue,CY1899Q4,5,2201-01-01\n",
      """
      data.csv:2:9: error: '9999-12-31' is too far away
          revenue,9999-12-31,5,
                  ^~~~~~~~~~
        figures are of the years 1900 to 2200
      data.csv:3:20: error: '2201-01-01' is too far away
          revenue,CY1899Q4,5,2201-01-01
                             ^~~~~~~~~~
        figures are of the years 1900 to 2200
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "bad words",
      "metric,period,value,sign,state,published\nrevenue,2Q04,5,minus,gone,yesterday\n",
      """
      data.csv:2:16: error: 'minus' is no sign
          revenue,2Q04,5,minus,gone,yesterday
                         ^~~~~
        write reversed for a line printed the other way round, else leave it empty
      data.csv:2:22: error: 'gone' is no state
          revenue,2Q04,5,minus,gone,yesterday
                               ^~~~
        write withdrawn for a figure that is taken back, else leave it empty
      data.csv:2:27: error: 'yesterday' is no date
          revenue,2Q04,5,minus,gone,yesterday
                                    ^~~~~~~~~
        write it as 2004-11-11
      3 faults found; nothing was imported
      """),
    RefusedFile(
      "too many digits", "metric,unit,2Q04\nrevenue,JPY,99999999999999999999\n",
      """
      data.csv:2:13: error: '99999999999999999999' is no figure: it has more digits than can be kept exactly
          revenue,JPY,99999999999999999999
                      ^~~~~~~~~~~~~~~~~~~~
        print it in thousands or millions
      1 fault found; nothing was imported
      """),
  ])
  func `is refused with`(_ example: RefusedFile) throws {
    #expect(try SmallCatalog.failure(bytes: example.bytes) == example.text)
  }

  @Test(arguments: [
    ("1,280*", "*", "1,280"), ("1,280 ※", "※", "1,280"), ("1,280(1)", "(1)", "1,280"),
    ("1,280 (注1)", "(注1)", "1,280"), ("(注1) 1,280", "(注1)", "1,280"), ("1,280*1", "*1", "1,280"),
    ("1,280[2]", "[2]", "1,280"), ("(5)¹", "¹", "(5)"), ("5⁽¹⁾", "⁽¹⁾", "5"), ("**5", "**", "5"),
    ("5 a)", "a)", "5"), ("-5(a)", "(a)", "-5"),
  ])
  func `a footnote's mark is told`(_ field: String, _ mark: String, _ figure: String) throws {
    let failure = try SmallCatalog.failure("metric,2Q04\nrevenue,\"\(field)\"\n")
    let message = "'\(field)' is no figure: '\(mark)' in it looks like the mark of a footnote\n"
    #expect(failure?.contains("error: " + message) == true, "\(failure ?? "")")
    let note = "  write \(figure), and what the footnote says in a column `note`\n"
    #expect(failure?.contains(note) == true, "\(failure ?? "")")
  }

  @Test(arguments: ["12)", "(12", "1 234", "5 r", "1.2.3", "5(1234)", "x*"])
  func `nothing else is taken for a footnote's mark`(_ field: String) throws {
    let failure = try #require(try SmallCatalog.failure("metric,2Q04\nrevenue,\"\(field)\"\n"))
    #expect(!failure.contains("mark of a footnote"))
  }
}
