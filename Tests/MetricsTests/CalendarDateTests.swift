import Metrics
import Testing

@Suite("Days and months of the Gregorian calendar")
struct CalendarDateTests {
  @Test(
    "a day has one number",
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (1970, 3, 1, 59), (2000, 2, 29, 11_016),
      (2004, 11, 11, 12_733), (1900, 2, 28, -25_509), (1900, 3, 1, -25_508),
      (1000, 1, 1, -354_285), (9999, 12, 31, 2_932_896),
    ] as [(Int, Int, Int, Int32)])
  func dayNumber(year: Int, month: Int, day: Int, number: Int32) {
    #expect(CalendarDate(year: year, month: month, day: day)?.dayNumber == number)
  }

  @Test(
    "a day that isn't there is none",
    arguments: [
      (2003, 2, 29), (1900, 2, 29), (2100, 2, 29), (2004, 2, 30), (2004, 4, 31), (2004, 13, 1),
      (2004, 0, 1), (2004, 1, 0), (2004, 1, 32), (999, 1, 1), (10_000, 1, 1), (.max, 1, 1),
      (.min, 1, 1), (2004, .max, 1), (2004, 1, .min),
    ])
  func noSuchDay(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test("a leap year is every fourth, but not every hundredth, but every four hundredth")
  func leapDays() {
    let leap = (1890...2110).filter { CalendarDate(year: $0, month: 2, day: 29) != nil }
    #expect(leap.count == 53 && leap.contains(2000) && !leap.contains(1900))
  }

  @Test("every day of two centuries survives the way to its parts and back")
  func roundTrip() throws {
    var wrong: [Int32] = []
    for number in Int32(-36_525)...36_525 {
      let date = CalendarDate(dayNumber: number)
      let (year, month, day) = date.components
      let again = CalendarDate(year: year, month: month, day: day)
      if again != date || CalendarDate(parsing: date.description) != date { wrong.append(number) }
    }
    #expect(wrong == [])
  }

  @Test("days a day apart are in order and in unbroken months")
  func order() {
    let (last, first) = (CalendarDate(dayNumber: -1), CalendarDate(dayNumber: 0))
    #expect(last < first)
    #expect(last.month + 1 == first.month)
  }

  @Test(
    "text that is no date is none",
    arguments: [
      "", "2004", "2004-11", "2004-11-1", "2004-1-11", "04-11-11", "2004-11-11-", "2004-11-31",
      "2004/11/11", " 2004-11-11", "2004-11-11 ", "+004-11-11", "2004-+1-11", "２００４-11-11",
      "2004-11-1\u{301}1", "20041111", "--", "2004--11-11",
    ])
  func badText(text: String) {
    #expect(CalendarDate(parsing: text) == nil)
  }

  @Test("days beyond four-digit years don't trap", arguments: [Int32.min, .max])
  func extremes(number: Int32) {
    #expect(!CalendarDate(dayNumber: number).description.isEmpty)
    #expect(CalendarDate(dayNumber: number).month.lastDay == nil)
  }
}

@Suite("Months count without end")
struct MonthTests {
  @Test(
    "a month has a year and a place in it, before the year 0 too",
    arguments: [
      (24_044, 2003, 9), (24_047, 2003, 12), (0, 0, 1), (11, 0, 12), (-1, -1, 12), (-12, -1, 1),
      (-13, -2, 12), (.min, -178_956_971, 5), (.max, 178_956_970, 8),
    ] as [(Int32, Int, Int)])
  func parts(number: Int32, year: Int, month: Int) {
    #expect(Month(number: number).year == year && Month(number: number).month == month)
  }

  @Test("a month is the one of its year", arguments: 1...12)
  func fromParts(month: Int) {
    let made = Month(year: 2004, month: month)
    #expect(made.year == 2004 && made.month == month)
  }

  @Test(
    "a month's last day",
    arguments: [(2004, 2, "2004-02-29"), (1900, 2, "1900-02-28"), (2004, 12, "2004-12-31")])
  func lastDay(year: Int, month: Int, text: String) {
    #expect(Month(year: year, month: month).lastDay?.description == text)
    #expect(Month(year: year, month: month).firstDay?.month == Month(year: year, month: month))
  }

  @Test("counting on and back crosses years")
  func arithmetic() {
    #expect(Month(year: 2004, month: 11) + 3 == Month(year: 2005, month: 2))
    #expect(Month(year: 2005, month: 2) - 3 == Month(year: 2004, month: 11))
    #expect(Month(year: 2004, month: 11) < Month(year: 2005, month: 1))
  }

  @Test("counting too far stops at the last month", arguments: [Int.max, Int(Int32.max), 1])
  func tooFar(count: Int) {
    #expect(Month(number: .max) + count == Month(number: .max))
    #expect(Month(number: .min) - count == Month(number: .min))
    #expect(Month(number: .min) + -count == Month(number: .min))
  }

  @Test("the most negative count is no trap")
  func mostNegativeCount() {
    #expect(Month(number: -1) - .min > Month(number: 0))
    #expect(Month(number: 0) + .min < Month(number: 0))
  }
}
