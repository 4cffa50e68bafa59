import Metrics
import Testing

@testable import QueryEngine

@Suite("What follows from printed spans after a figure inside them was restated")
struct DerivationAfterRestatementTests {
  /// What was printed, the period asked for, and its value in millions with the terms behind it.
  typealias Case = (name: String, printed: [Printed], period: String, answer: String?)

  private static let half = [
    Printed("1Q04", .million(10)), Printed("2Q04", .million(12)), Printed("1H04", .million(22)),
  ]
  private static let year = [
    Printed("3Q04", .million(13), day: 3), Printed("FY04", .million(50), day: 3),
  ]
  private static let restated = [Printed("2Q04", .million(9), day: 2)]

  private static let cases: [Case] = [
    ("nothing is restated", half + year, "4Q04", "15: FY04 -1H04 -3Q04"),
    ("a stale half is no term", half + restated + year, "4Q04", "18: FY04 -1Q04 -2Q04 -3Q04"),
    ("a stale half is no part", half + restated + year, "9M04", "32: 1Q04 2Q04 3Q04"),
    ("a stale half is shown where it was printed", half + restated, "1H04", "22: 1H04"),
    (
      "a half that was stated with the restatement is a term",
      half + restated + [Printed("1H04", .million(19), day: 2)] + year, "4Q04",
      "18: FY04 -1H04 -3Q04"
    ),
    (
      "a half that was stated again is a term, though it says the same",
      half + restated + [Printed("1H04", .million(22), day: 3)] + year, "4Q04",
      "15: FY04 -1H04 -3Q04"
    ),
    (
      "a rounder repetition restates nothing",
      [Printed("2Q04", .thousand(12_400)), Printed("1H04", .thousand(22_400))]
        + [Printed("2Q04", .million(12), day: 2)], "1Q04", "10000: 1H04 -2Q04"
    ),
    (
      "a rounder repetition of the half states it",
      [Printed("2Q04", .thousand(12_400)), Printed("1H04", .thousand(22_400))]
        + [Printed("2Q04", .thousand(9_400), day: 2), Printed("1H04", .million(22), day: 2)],
      "1Q04", "13000: 1H04 -2Q04"
    ),
    (
      "the whole is stale",
      [Printed("2Q04", .million(12)), Printed("1H04", .million(22))] + restated, "1Q04", nil
    ),
    (
      "a quarter outside the half leaves it a term",
      half + year + [Printed("3Q04", .million(14), day: 4), Printed("FY04", .million(51), day: 4)],
      "4Q04", "15: FY04 -1H04 -3Q04"
    ),
    (
      "a restated half makes the nine months around it stale",
      [Printed("1H04", .million(22)), Printed("9M04", .million(35))]
        + [Printed("1H04", .million(19), day: 2)], "3Q04", nil
    ),
    (
      "a withdrawal and another value are a restatement",
      half + [Printed("2Q04", .withdrawn, day: 2), Printed("2Q04", .million(9), day: 3)] + year,
      "4Q04", "18: FY04 -1Q04 -2Q04 -3Q04"
    ),
    (
      "a withdrawal and the same value are none",
      half + [Printed("2Q04", .withdrawn, day: 2), Printed("2Q04", .million(12), day: 3)] + year,
      "4Q04", "15: FY04 -1H04 -3Q04"
    ),
  ]

  @Test("a stale span is no term", arguments: cases)
  func answers(name: String, printed: [Printed], period: String, answer: String?) throws {
    let figures = SeriesFigures(printed.observations, on: .restated)
    #expect(try figures.flow(Period(label: period))?.text == answer)
  }

  @Test("a stale year begins no twelve months", arguments: [(Int32(1), Int64(54)), (2, nil)])
  func rollingYear(restated day: Int32, expected: Int64?) throws {
    let printed = [
      Printed("1Q04", .million(10)), Printed("FY04", .million(50)), Printed("1Q05", .million(14)),
      Printed("1Q04", .million(9), day: 2),
    ]
    let basis = Basis(cutoff: .day(CalendarDate(dayNumber: day)))
    let period = Period(end: Period(label: "1Q05").end, months: 12)
    let figures = SeriesFigures(printed.observations, on: basis)
    #expect(try figures.flow(period)?.amount.mantissa == expected)
  }

  @Test(
    "the day decides what is stale", arguments: [(Int32(1), Int64(10)), (2, nil), (3, 13)])
  func cutoff(day: Int32, expected: Int64?) throws {
    let printed = [
      Printed("2Q04", .million(12)), Printed("1H04", .million(22)),
      Printed("2Q04", .million(9), day: 2), Printed("1H04", .million(22), day: 3),
    ]
    let basis = Basis(cutoff: .day(CalendarDate(dayNumber: day)))
    let figures = SeriesFigures(printed.observations, on: basis)
    #expect(try figures.flow(Period(label: "1Q04"))?.amount.mantissa == expected)
  }
}

extension ResolvedFigure {
  fileprivate var text: String {
    let terms = terms.map { ($0.isSubtracted ? "-" : "") + april.name(of: $0.period) }
    return "\(amount.mantissa): \(terms.joined(separator: " "))"
  }
}
