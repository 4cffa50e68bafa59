import Metrics
import Testing

@Suite("Period labels in every written form")
struct PeriodLabelTests {
  @Test(
    "every written form is read",
    arguments: [
      ("2Q04", .quarter(2, year: 2004)), ("2q04", .quarter(2, year: 2004)),
      ("Q2FY04", .quarter(2, year: 2004)), ("Q2 FY04", .quarter(2, year: 2004)),
      ("FY04Q2", .quarter(2, year: 2004)), ("fy2004q2", .quarter(2, year: 2004)),
      ("2Q2004", .quarter(2, year: 2004)), ("Q2FY2004", .quarter(2, year: 2004)),
      ("1H04", .half(1, year: 2004)), ("2h04", .half(2, year: 2004)),
      ("H1FY04", .half(1, year: 2004)), ("FY04H1", .half(1, year: 2004)),
      ("9M04", .nineMonths(year: 2004)), ("9m2004", .nineMonths(year: 2004)),
      ("FY04", .year(2004)), ("FY2004", .year(2004)), ("fy1969", .year(1969)),
      ("CY2004Q3", .calendarQuarter(3, year: 2004)), ("2004Q3", .calendarQuarter(3, year: 2004)),
      ("CY2004", .calendarYear(2004)), ("cy2004", .calendarYear(2004)),
      ("2004-09", .quarterEnding(Month(year: 2004, month: 9))),
      ("2004-12", .quarterEnding(Month(year: 2004, month: 12))),
    ] as [(String, PeriodLabel)])
  func reading(text: String, label: PeriodLabel) {
    #expect(PeriodLabel(parsing: text) == label)
  }

  @Test(
    "two digits mean 1970 to 2069",
    arguments: [("FY69", 2069), ("FY70", 1970), ("FY99", 1999), ("FY00", 2000), ("FY04", 2004)])
  func pivot(text: String, year: Int) {
    #expect(PeriodLabel(parsing: text) == .year(year))
  }

  @Test(
    "what has the shape of no label is none",
    arguments: [
      "", " ", "5Q04", "0Q04", "3H04", "0H04", "2Q4", "2Q", "FY4", "FY", "FY004", "FY20045",
      "2004-13", "2004-00", "2004-9", "2004 - 09", "2004-09-30", "2004", "04", "Q0FY04", "Q5FY04",
      "H3FY04", "FY04Q0", "FY04Q5", "FY04H3", "2Q04 ", " 2Q04", "2Q04x", "2Q04Q2", "8M04", "9M4",
      "6M04", "CY04", "CY2004Q5", "CY2004H1", "2004Q0", "2004Q5", "2004H1", "2004Q33", "12Q04",
      "２Q04", "2Q０4", "latest", "Q2\tFY04", "2Q-04", "FY000412", "2Q000104", "FY0499", "CY0999",
      "9M000412", "Q2004", "2Q04\u{301}", "2\u{301}Q04", "\u{0}2Q04",
    ])
  func badForms(text: String) {
    #expect(PeriodLabel(parsing: text) == nil)
  }

  @Test(
    "a label is written in its shortest form, which reads back",
    arguments: [
      (.quarter(2, year: 2004), "2Q04"), (.quarter(2, year: 1970), "2Q70"),
      (.quarter(2, year: 2069), "2Q69"), (.quarter(2, year: 1969), "FY1969Q2"),
      (.quarter(2, year: 2070), "FY2070Q2"), (.half(1, year: 2004), "1H04"),
      (.half(1, year: 1950), "FY1950H1"), (.nineMonths(year: 2004), "9M04"),
      (.nineMonths(year: 1950), "9M1950"), (.year(2000), "FY00"), (.year(1950), "FY1950"),
      (.calendarQuarter(3, year: 2004), "CY2004Q3"), (.calendarYear(1904), "CY1904"),
      (.quarterEnding(Month(year: 2004, month: 9)), "2004-09"),
      (.quarterEnding(Month(year: 2004, month: 12)), "2004-12"),
    ] as [(PeriodLabel, String)])
  func writing(label: PeriodLabel, text: String) {
    #expect(label.description == text)
    #expect(PeriodLabel(parsing: text) == label)
  }

  @Test("every two-digit year reads back")
  func everyYear() {
    let labels = (1970...2069).map { PeriodLabel.quarter(1, year: $0) }
    #expect(labels.filter { PeriodLabel(parsing: $0.description) != $0 } == [])
  }
}
