import Metrics
import Testing

@testable import QueryEngine

@Suite("What follows from printed spans")
struct SeriesFiguresTests {
  /// What was printed, the period asked for, and the answer: its value in millions, how it came
  /// about, and its terms.
  typealias Case = (name: String, printed: [(String, Int64)], period: String, answer: String?)

  private static let quarters: [Case] = [
    ("printed", [("2Q04", 10)], "2Q04", "10 reported: 2Q04"),
    ("nothing", [], "2Q04", nil),
    ("another quarter", [("1Q04", 10)], "2Q04", nil),
    ("1Q = 1H - 2Q", [("2Q04", 10), ("1H04", 17)], "1Q04", "7 derived: 1H04 -2Q04"),
    ("2Q = 1H - 1Q", [("1Q04", 7), ("1H04", 17)], "2Q04", "10 derived: 1H04 -1Q04"),
    ("3Q = 9M - 1H", [("1H04", 17), ("9M04", 30)], "3Q04", "13 derived: 9M04 -1H04"),
    (
      "3Q = 9M - 1Q - 2Q", [("1Q04", 7), ("2Q04", 10), ("9M04", 30)], "3Q04",
      "13 derived: 9M04 -1Q04 -2Q04"
    ),
    ("4Q = FY - 9M", [("9M04", 30), ("FY04", 50)], "4Q04", "20 derived: FY04 -9M04"),
    (
      "4Q = FY - 1Q - 2Q - 3Q", [("1Q04", 7), ("2Q04", 10), ("3Q04", 13), ("FY04", 50)], "4Q04",
      "20 derived: FY04 -1Q04 -2Q04 -3Q04"
    ),
    (
      "4Q = FY - 1H - 3Q", [("1H04", 17), ("3Q04", 13), ("FY04", 50)], "4Q04",
      "20 derived: FY04 -1H04 -3Q04"
    ),
    ("4Q = 2H - 3Q", [("3Q04", 13), ("2H04", 33)], "4Q04", "20 derived: 2H04 -3Q04"),
    ("3Q = 2H - 4Q", [("4Q04", 20), ("2H04", 33)], "3Q04", "13 derived: 2H04 -4Q04"),
    (
      "3Q = FY - 1H - 4Q", [("1H04", 17), ("4Q04", 20), ("FY04", 50)], "3Q04",
      "13 derived: FY04 -1H04 -4Q04"
    ),
    (
      "2Q = FY - 1Q - 2H", [("1Q04", 7), ("2H04", 33), ("FY04", 50)], "2Q04",
      "10 derived: FY04 -1Q04 -2H04"
    ),
    (
      "the fewest terms", [("1Q04", 7), ("2Q04", 10), ("3Q04", 13), ("9M04", 31), ("FY04", 50)],
      "4Q04", "19 derived: FY04 -9M04"
    ),
    (
      "of equals the shortest span", [("3Q04", 13), ("2H04", 33), ("9M04", 30), ("FY04", 51)],
      "4Q04", "20 derived: 2H04 -3Q04"
    ),
    (
      "printed comes before derived", [("1Q04", 7), ("2Q04", 9), ("1H04", 17)], "2Q04",
      "9 reported: 2Q04"
    ),
    (
      "one quarter is not told from two", [("1Q04", 7), ("FY04", 50)], "2Q04", nil
    ),
    ("negative", [("1H04", 17), ("9M04", 11)], "3Q04", "-6 derived: 9M04 -1H04"),
    ("nil", [("1H04", 17), ("9M04", 17)], "3Q04", "0 derived: 9M04 -1H04"),
  ]

  private static let refused: [Case] = [
    ("of another year", [("9M03", 30), ("FY04", 50)], "4Q04", nil),
    ("across a year's end", [("4Q03", 9), ("1H04", 17)], "1Q04", nil),
    ("the year before", [("FY03", 40), ("9M04", 30)], "4Q03", nil),
    ("a calendar year beside a fiscal one", [("CY2004", 44), ("9M04", 30)], "4Q04", nil),
    ("spans that don't meet", [("2Q04", 10), ("9M04", 30)], "1Q04", nil),
    ("a moment is no span", [("@1H04", 17), ("1Q04", 7)], "2Q04", nil),
    ("a span is no moment", [("1H04", 17)], "@1H04", nil),
    ("a moment is no difference of a quarter and itself", [("3Q04", 13)], "@1H04", nil),
  ]

  private static let longer: [Case] = [
    ("1H printed", [("1Q04", 7), ("2Q04", 10), ("1H04", 18)], "1H04", "18 reported: 1H04"),
    ("1H = 1Q + 2Q", [("1Q04", 7), ("2Q04", 10)], "1H04", "17 computed: 1Q04 2Q04"),
    ("1H = 9M - 3Q", [("3Q04", 13), ("9M04", 30)], "1H04", "17 derived: 9M04 -3Q04"),
    ("1H = FY - 2H", [("2H04", 33), ("FY04", 50)], "1H04", "17 derived: FY04 -2H04"),
    ("2H = FY - 1H", [("1H04", 17), ("FY04", 50)], "2H04", "33 derived: FY04 -1H04"),
    (
      "2H = FY - 1Q - 2Q", [("1Q04", 7), ("2Q04", 10), ("FY04", 50)], "2H04",
      "33 derived: FY04 -1Q04 -2Q04"
    ),
    (
      "its own parts come before a difference",
      [("1Q04", 7), ("2Q04", 10), ("2H04", 33), ("FY04", 51)], "1H04", "17 computed: 1Q04 2Q04"
    ),
    ("9M = 1H + 3Q", [("1H04", 17), ("3Q04", 13)], "9M04", "30 computed: 1H04 3Q04"),
    ("9M = FY - 4Q", [("4Q04", 20), ("FY04", 50)], "9M04", "30 derived: FY04 -4Q04"),
    ("FY = 1H + 2H", [("1H04", 17), ("2H04", 33)], "FY04", "50 computed: 1H04 2H04"),
    ("FY = 9M + 4Q", [("9M04", 30), ("4Q04", 20)], "FY04", "50 computed: 9M04 4Q04"),
    (
      "FY = 1Q + 2Q + 3Q + 4Q", [("1Q04", 7), ("2Q04", 10), ("3Q04", 13), ("4Q04", 20)], "FY04",
      "50 computed: 1Q04 2Q04 3Q04 4Q04"
    ),
    (
      "FY from the fewest parts",
      [("1Q04", 7), ("2Q04", 10), ("3Q04", 13), ("4Q04", 20), ("9M04", 31), ("1H04", 17)], "FY04",
      "51 computed: 9M04 4Q04"
    ),
    (
      "a calendar year of quarters of two", [("4Q03", 5), ("9M04", 30)], "CY2004",
      "35 computed: 4Q03 9M04"
    ),
    ("a part is missing", [("1Q04", 7), ("2Q04", 10), ("4Q04", 20)], "FY04", nil),
  ]

  @Test("printed, summed, derived, or nothing", arguments: quarters + refused + longer)
  func answers(name: String, printed: [(String, Int64)], period: String, answer: String?) throws {
    let observations = printed.map { Printed($0.0, .million($0.1)) }.observations
    let figures = SeriesFigures(observations, on: .restated)
    #expect(try figures.flow(Period(label: period))?.text == answer)
  }

  @Test("a derived figure is as coarse as its coarsest term and as unsure as all of them")
  func precision() throws {
    let figures = SeriesFigures(
      [Printed("1H04", .million(17)), Printed("9M04", .thousand(30_400))].observations,
      on: .restated)
    let amount = try #require(try figures.flow(Period(label: "3Q04"))).amount
    #expect(amount.mantissa == 13_400 && amount.exponent == 3 && amount.shownExponent == 6)
    #expect(amount.halfUnits == 1001)
  }

  @Test(
    "a conflict in a term marks what is derived or summed from it",
    arguments: [("2Q04", true), ("FY04", true), ("2H04", false), ("4Q03", true)])
  func conflict(period: String, isConflicting: Bool) throws {
    let figures = SeriesFigures(
      [
        Printed("3Q03", .million(9)), Printed("3Q03", .million(8)), Printed("2H03", .million(19)),
        Printed("1Q04", .million(7)), Printed("1H04", .million(17)), Printed("1H04", .million(18)),
        Printed("3Q04", .million(13)), Printed("4Q04", .million(20)),
      ].observations, on: .restated)
    #expect(try figures.flow(Period(label: period))?.isConflicting == isConflicting)
  }

  @Test("one basis binds every term")
  func oneBasis() throws {
    let printed = [
      Printed("1H04", .million(17), day: 1), Printed("9M04", .million(30), day: 2),
      Printed("1H04", .million(16), day: 3), Printed("9M04", .million(28), day: 4),
    ].observations
    let answers = try [Int32(1), 2, 3, 4].map { day in
      let basis = Basis(cutoff: .day(CalendarDate(dayNumber: day)))
      return try SeriesFigures(printed, on: basis).flow(Period(label: "3Q04"))?.amount.mantissa
    }
    #expect(answers == [nil, 13, nil, 12])
  }

  @Test("first values are subtracted on what was known when the last of them came out")
  func firstDifference() throws {
    let printed = [
      Printed("1Q04", .million(10), day: 1), Printed("1Q04", .million(12), day: 2),
      Printed("1H04", .million(30), day: 2), Printed("1H04", .million(33), day: 3),
    ].observations
    let figures = SeriesFigures(printed, on: .reported)
    #expect(figures.printed(Period(label: "1Q04"))?.amount.mantissa == 10)
    #expect(try figures.flow(Period(label: "2Q04"))?.amount.mantissa == 18)
    // The half was restated by itself, and what its first quarter would be beside it nobody says.
    #expect(try SeriesFigures(printed, on: .restated).flow(Period(label: "2Q04")) == nil)
  }

  @Test("a withdrawn span derives nothing, and what was printed beside it stands")
  func withdrawn() throws {
    let printed = [
      Printed("1Q04", .million(7)), Printed("1H04", .million(17)),
      Printed("1H04", .withdrawn, day: 2),
    ].observations
    let figures = SeriesFigures(printed, on: .restated)
    #expect(try figures.flow(Period(label: "2Q04")) == nil)
    #expect(figures.printed(Period(label: "1H04")) == nil)
    #expect(figures.printed(Period(label: "1Q04")) != nil)
    #expect(figures.ends == [Period(label: "1Q04").end])
  }

  @Test(
    "what was withdrawn was stated, once that is known",
    arguments: [("1Q04", 3, "1Q04"), ("1Q04", 2, "1Q04"), ("1Q04", 0, nil)])
  func firstStated(withdrawn label: String, day: Int32, first: String?) {
    let printed = [
      Printed(label, .million(7)), Printed(label, .withdrawn, day: 2),
      Printed("2Q04", .million(8), day: 3), Printed("4Q03", .withdrawn),
    ].observations
    let figures = SeriesFigures(
      printed, on: Basis(cutoff: .day(CalendarDate(dayNumber: day))))
    #expect(figures.firstStated == first.map { Period(label: $0).end })
  }

  @Test("the ends are those of all that was printed, each once and in order")
  func ends() {
    let labels = ["9M04", "1Q04", "1H04", "2Q04", "FY04", "4Q03"]
    let figures = SeriesFigures(
      labels.map { Printed($0, .million(1)) }.observations, on: .restated)
    #expect(figures.ends == ["4Q03", "1Q04", "2Q04", "3Q04", "4Q04"].map { Period(label: $0).end })
    #expect(
      !figures.isEmpty && SeriesFigures([], on: .restated).isEmpty && SeriesFigures.empty.isEmpty)
  }

  @Test("a difference without room for its digits is an error")
  func overflow() {
    let printed = [
      Observation(printed: .min, exponent: 0, "1H04"),
      Observation(printed: .max, exponent: 0, "9M04"),
    ]
    let figures = SeriesFigures(printed, on: .restated)
    #expect(throws: ArithmeticOverflow.self) { try figures.flow(Period(label: "3Q04")) }
  }

  @Test("spans at the ends of countable time are no trap", arguments: [Int32.min, .max])
  func extremes(number: Int32) throws {
    let spans = [3, 6, 9, 12].map { months in
      Observation(
        sequence: Int64(months), published: CalendarDate(dayNumber: 1),
        period: Period(end: Month(number: number), months: months), mantissa: 1, exponent: 0)
    }
    let figures = SeriesFigures(spans, on: .restated)
    for shift in [-12, -3, 0, 3, 12] {
      for months in [0, 3, 6, 9, 12] {
        _ = try figures.flow(Period(end: Month(number: number) + shift, months: months))
      }
    }
  }
}

extension Observation {
  fileprivate init(printed mantissa: Int64, exponent: Int8, _ label: String) {
    self.init(
      sequence: 1, published: CalendarDate(dayNumber: 1), period: Period(label: label),
      mantissa: mantissa, exponent: exponent)
  }
}

extension ResolvedFigure {
  fileprivate var text: String {
    let terms = terms.map { ($0.isSubtracted ? "-" : "") + april.name(of: $0.period) }
    return "\(amount.mantissa) \(origin): \(terms.joined(separator: " "))"
  }
}
