import Metrics
import Testing

@Suite("A fiscal calendar names stretches of months")
struct FiscalCalendarTests {
  private static let calendars = FiscalCalendar.Naming.allCases.flatMap { naming in
    (1...12).map { FiscalCalendar(startMonth: $0, naming: naming) }
  }

  @Test(
    "a label means months that depend on the first month and on the naming",
    arguments: [
      ("2Q04", 4, .start, "2004-07", "2004-09"), ("4Q04", 4, .start, "2005-01", "2005-03"),
      ("1H04", 4, .start, "2004-04", "2004-09"), ("2H04", 4, .start, "2004-10", "2005-03"),
      ("9M04", 4, .start, "2004-04", "2004-12"), ("FY04", 4, .start, "2004-04", "2005-03"),
      ("2Q04", 4, .end, "2003-07", "2003-09"), ("FY04", 4, .end, "2003-04", "2004-03"),
      ("1Q04", 1, .start, "2004-01", "2004-03"), ("1Q04", 1, .end, "2004-01", "2004-03"),
      ("1Q04", 7, .end, "2003-07", "2003-09"), ("FY04", 7, .start, "2004-07", "2005-06"),
      ("4Q04", 2, .end, "2003-11", "2004-01"), ("4Q04", 2, .start, "2004-11", "2005-01"),
      ("CY2004Q3", 4, .start, "2004-07", "2004-09"), ("CY2004", 7, .end, "2004-01", "2004-12"),
      ("2004-09", 4, .start, "2004-07", "2004-09"), ("2004-08", 4, .start, "2004-06", "2004-08"),
    ] as [(String, Int, FiscalCalendar.Naming, String, String)])
  func periodOfLabel(
    text: String, startMonth: Int, naming: FiscalCalendar.Naming, start: String, end: String
  ) throws {
    let label = try #require(PeriodLabel(parsing: text))
    let period = FiscalCalendar(startMonth: startMonth, naming: naming).period(of: label)
    #expect([period.start, period.end] == [start, end].compactMap(Month.init(text:)))
  }

  @Test("every label comes back from its period", arguments: calendars)
  func roundTrip(calendar: FiscalCalendar) {
    let labels = (1999...2005).flatMap { year -> [PeriodLabel] in
      (1...4).map { .quarter($0, year: year) } + (1...2).map { .half($0, year: year) }
        + [.nineMonths(year: year), .year(year)]
    }
    #expect(labels.filter { calendar.label(of: calendar.period(of: $0)) != $0 } == [])
  }

  @Test("a moment is called by the quarter that it closes", arguments: calendars)
  func moments(calendar: FiscalCalendar) {
    let quarter = calendar.period(of: .quarter(3, year: 2004))
    #expect(calendar.label(of: quarter.instant) == .quarter(3, year: 2004))
  }

  @Test("each of a year's quarters starts where the one before it ends", arguments: calendars)
  func unbroken(calendar: FiscalCalendar) {
    let quarters = (1...4).map { calendar.period(of: .quarter($0, year: 2004)) }
    #expect(calendar.period(of: .year(2004)).quarters == quarters)
    #expect(calendar.period(of: .quarter(1, year: 2005)) == quarters[3].shifted(byMonths: 3))
  }

  @Test("every month is in the year and in the grains that hold it", arguments: calendars)
  func holding(calendar: FiscalCalendar) {
    for month in (0..<24).map({ Month(year: 2003, month: 1) + $0 }) {
      let held = Period(end: month, months: 1)
      for grain in Grain.allCases {
        let period = calendar.period(of: grain, holding: month)
        let own = grain.isCalendar ? FiscalCalendar.calendarYear : calendar
        #expect(period.overlaps(held) && period.months == grain.months)
        #expect(own.label(of: period) != nil)
      }
    }
  }

  @Test(
    "a stretch that the calendar has no label for is told by its end",
    arguments: [
      (3, "2004-08", "2004-08"), (6, "2004-12", "6M to 2004-12"), (9, "2004-09", "9M to 2004-09"),
      (12, "2004-09", "12M to 2004-09"), (0, "2004-08", "2004-08"), (3, "2004-09", "2Q04"),
    ])
  func nameless(months: Int, end: String, name: String) throws {
    let calendar = FiscalCalendar(startMonth: 4, naming: .start)
    let month = try #require(Month(text: end))
    #expect(calendar.name(of: Period(end: month, months: months)) == name)
  }

  @Test("months that no calendar reaches are no trap", arguments: [Int32.min, -25, -1, .max])
  func extremes(number: Int32) {
    let calendar = FiscalCalendar(startMonth: 4, naming: .start)
    let quarter = calendar.period(of: .quarter, holding: Month(number: number))
    #expect(quarter.start <= quarter.end)
    #expect(!calendar.name(of: quarter).isEmpty)
  }

  @Test(
    "months before the year 0 belong to fiscal quarters too",
    arguments: [(0, 2), (-1, -1), (-2, -1), (-3, -1), (-4, -4), (-12, -10)] as [(Int32, Int32)])
  func beforeYearZero(month: Int32, end: Int32) {
    let calendar = FiscalCalendar(startMonth: 4, naming: .start)
    let quarter = calendar.period(of: .quarter, holding: Month(number: month))
    #expect(quarter.end == Month(number: end))
  }
}

extension Month {
  fileprivate init?(text: String) {
    guard case .quarterEnding(let month) = PeriodLabel(parsing: text) else { return nil }
    self = month
  }
}

@Suite("A fiscal year that changes")
struct ChangedFiscalYearTests {
  /// Years from April to March up to the nine months from April 2015, and calendar years from then on.
  static let moved = FiscalCalendar(
    startMonth: 4, naming: .start,
    changes: [.init(from: Month(year: 2016, month: 1), naming: .start)])

  @Test(arguments: [
    ("FY14", "2015-03", 12), ("FY15", "2015-12", 9), ("9M15", "2015-12", 9), ("3Q15", "2015-12", 3),
    ("4Q15", "2016-03", 3), ("FY16", "2016-12", 12), ("1Q16", "2016-03", 3),
  ])
  func aLabelBelongsToTheYearsOfItsTime(text: String, end: String, months: Int) throws {
    let label = try #require(PeriodLabel(parsing: text))
    let period = Self.moved.period(of: label)
    #expect(PeriodLabel.quarterEnding(period.end).description == end)
    #expect(period.months == months)
  }

  @Test(arguments: [("2015-12", 9, "9M15"), ("2016-03", 3, "1Q16"), ("2015-03", 12, "FY14")])
  func aPeriodHasTheNameOfItsTime(end: String, months: Int, name: String) throws {
    guard case .quarterEnding(let month)? = PeriodLabel(parsing: end) else { return }
    #expect(Self.moved.name(of: Period(end: month, months: months)) == name)
  }

  @Test func theYearBeforeAChangeIsShort() {
    let year = Self.moved.period(of: .year, holding: Month(year: 2015, month: 11))
    #expect(year == Period(end: Month(year: 2015, month: 12), months: 9))
    #expect(Self.moved.shortYears == [year])
  }

  @Test(arguments: [(1, 0), (2, 1), (3, -1), (4, 0), (7, 0), (11, 1), (12, -1)])
  func quartersStandBesideThoseThatHoldTheirMidpoints(startMonth: Int, months: Int) {
    let calendar = FiscalCalendar(startMonth: startMonth, naming: .end)
    let quarter = calendar.period(of: .quarter(1, year: 2005))
    #expect(calendar.told(quarter) == quarter.shifted(byMonths: -months))
    #expect(calendar.untold(calendar.told(quarter)) == quarter)
    #expect(calendar.aligned.period(of: .quarter(1, year: 2005)) == calendar.told(quarter))
    #expect(calendar.told(quarter).end.month.isMultiple(of: 3))
  }

  @Test func aChangeOfTheMonthLeavesNoGapBesideTheCalendar() {
    let calendar = FiscalCalendar(
      startMonth: 1, naming: .start,
      changes: [.init(from: Month(year: 2016, month: 2), naming: .end)])
    let last = Period.quarter(ending: Month(year: 2015, month: 12))
    let next = Period.quarter(ending: Month(year: 2016, month: 4))
    #expect(calendar.told(last).end + 3 == calendar.told(next).end)
    #expect(calendar.untold(calendar.told(next)) == next)
  }
}
