import Metrics
import Testing

@testable import QueryEngine

@Suite("Which of several published values stands")
struct VintageResolutionTests {
  /// A fact's publications, the basis they are read on, and what stands: digits, `!` for a
  /// conflict, and the number of the observation.
  typealias Case = (name: String, printed: [Printed], basis: Basis, stands: String?)

  private static let onePublication: [Case] = [
    ("nothing", [], .restated, nil),
    ("one", [.init("2Q04", .million(10))], .restated, "10e6 #1"),
    ("a nil", [.init("2Q04", .million(0))], .restated, "0e6 #1"),
    ("equal twice", [.million(10), .million(10)].on(1), .restated, "10e6 #1"),
    ("coarse, then fine", [.million(10), .thousand(10_328)].on(1), .restated, "10328e3 #2"),
    ("fine, then coarse", [.thousand(10_328), .million(10)].on(1), .restated, "10328e3 #1"),
    ("different", [.million(10), .million(11)].on(1), .restated, "10e6! #1"),
    ("different, other order", [.million(11), .million(10)].on(1), .restated, "11e6! #1"),
    (
      "a later one agrees", [.million(10), .million(11), .million(10)].on(1), .restated, "10e6! #1"
    ),
    ("coarse disagrees", [.million(11), .thousand(10_328)].on(1), .restated, "10328e3! #2"),
    ("half a unit below", [.million(11), .thousand(10_500)].on(1), .restated, "10500e3 #2"),
    ("half a unit above", [.million(10), .thousand(10_500)].on(1), .restated, "10500e3! #2"),
    ("negative, mirrored", [.million(-11), .thousand(-10_500)].on(1), .restated, "-10500e3 #2"),
    ("negative, above", [.million(-10), .thousand(-10_500)].on(1), .restated, "-10500e3! #2"),
    ("a nil and a little", [.million(0), .thousand(499)].on(1), .restated, "499e3 #2"),
    ("a nil and half", [.million(0), .thousand(500)].on(1), .restated, "500e3! #2"),
    (
      "three precisions", [.million(10), .unit(10_328_411), .thousand(10_328)].on(1), .restated,
      "10328411e0 #2"
    ),
    (
      "three, the middle off", [.million(10), .thousand(10_329), .unit(10_328_411)].on(1),
      .restated, "10328411e0! #3"
    ),
    ("two fine disagree", [.thousand(10_328), .thousand(10_329)].on(1), .restated, "10328e3! #1"),
    ("withdrawn beside a value", [.million(10), .withdrawn].on(1), .restated, nil),
    ("withdrawn alone", [.withdrawn].on(1), .restated, nil),
  ]

  private static let severalPublications: [Case] = [
    ("repeated", [.million(10)].on(1) + [.million(10)].on(2), .restated, "10e6 #2"),
    ("restated", [.million(10)].on(1) + [.million(12)].on(2), .restated, "12e6 #2"),
    (
      "restated twice", [.million(10)].on(1) + [.million(12)].on(2) + [.million(10)].on(3),
      .restated, "10e6 #3"
    ),
    (
      "made more precise", [.million(10)].on(1) + [.thousand(10_328)].on(2), .restated,
      "10328e3 #2"
    ),
    (
      "repeated more coarsely", [.thousand(10_328)].on(1) + [.million(10)].on(2), .restated,
      "10328e3 #1"
    ),
    (
      "repeated more coarsely twice",
      [.unit(10_328_411)].on(1) + [.thousand(10_328)].on(2) + [.million(10)].on(3), .restated,
      "10328411e0 #1"
    ),
    (
      "restated more coarsely", [.thousand(10_328)].on(1) + [.million(11)].on(2), .restated,
      "11e6 #2"
    ),
    (
      "restated, then the old one once more coarsely",
      [.thousand(10_328)].on(1) + [.million(12)].on(2) + [.million(10)].on(3), .restated, "10e6 #3"
    ),
    (
      "restated finely, then repeated coarsely",
      [.million(10)].on(1) + [.thousand(11_900)].on(2) + [.million(12)].on(3), .restated,
      "11900e3 #2"
    ),
    (
      "a conflict that a later publication clears",
      [.million(10), .million(11)].on(1) + [.million(11)].on(2), .restated, "11e6 #3"
    ),
    (
      "a conflict in a coarser repetition",
      [.thousand(10_328)].on(1)
        + [.million(10), .million(11)].on(2), .restated, "10328e3! #1"
    ),
    (
      "a conflict that is repeated coarsely",
      [.thousand(10_328), .thousand(10_329)].on(1) + [.million(10)].on(2), .restated, "10328e3! #1"
    ),
    ("withdrawn", [.million(10)].on(1) + [.withdrawn].on(2), .restated, nil),
    (
      "withdrawn and stated again",
      [.thousand(10_328)].on(1) + [.withdrawn].on(2) + [.million(10)].on(3), .restated, "10e6 #3"
    ),
    (
      "withdrawn before it was stated", [.withdrawn].on(1) + [.million(10)].on(2), .restated,
      "10e6 #2"
    ),
  ]

  private static let bases: [Case] = [
    ("before anything", [.million(10)].on(5), .asOf(4), nil),
    ("on the day", [.million(10)].on(5), .asOf(5), "10e6 #1"),
    ("before a restatement", [.million(10)].on(5) + [.million(12)].on(9), .asOf(8), "10e6 #1"),
    ("on its day", [.million(10)].on(5) + [.million(12)].on(9), .asOf(9), "12e6 #2"),
    ("before a withdrawal", [.million(10)].on(5) + [.withdrawn].on(9), .asOf(8), "10e6 #1"),
    ("on its day", [.million(10)].on(5) + [.withdrawn].on(9), .asOf(9), nil),
    ("as reported", [.million(10)].on(5) + [.million(12)].on(9), .reported(), "10e6 #1"),
    (
      "as reported, the finer of the first publication",
      [.million(10), .thousand(10_328)].on(5) + [.million(12)].on(9), .reported(), "10328e3 #2"
    ),
    (
      "as reported, made more precise later", [.million(10)].on(5) + [.thousand(10_328)].on(9),
      .reported(), "10e6 #1"
    ),
    (
      "as reported, withdrawn later", [.million(10)].on(5) + [.withdrawn].on(9), .reported(),
      "10e6 #1"
    ),
    (
      "as reported, withdrawn first", [.withdrawn].on(5) + [.million(9)].on(9), .reported(),
      "9e6 #2"
    ),
    ("as reported by a day before", [.million(10)].on(5), .reported(by: 4), nil),
    (
      "as reported by a day between", [.million(10)].on(5) + [.million(12)].on(9),
      .reported(by: 7), "10e6 #1"
    ),
  ]

  @Test(
    "within one publication, across several, and on every basis",
    arguments: onePublication + severalPublications + bases)
  func resolving(name: String, printed: [Printed], basis: Basis, stands: String?) {
    #expect(VintageResolution.resolve(printed.observations, on: basis)?.text == stands)
  }

  private static let revisions: [(name: String, printed: [Printed], revised: Int32?)] = [
    ("alone", [.million(10)].on(1), nil),
    ("repeated", [.million(10)].on(1) + [.million(10)].on(2), nil),
    ("repeated more coarsely", [.thousand(10_328)].on(1) + [.million(10)].on(2), nil),
    ("made more precise", [.million(10)].on(1) + [.thousand(10_328)].on(2), nil),
    ("restated", [.million(10)].on(1) + [.million(12)].on(2), 2),
    ("withdrawn", [.million(10)].on(1) + [.withdrawn].on(3), 3),
    (
      "repeated, restated, and restated again",
      [.million(10)].on(1) + [.million(10)].on(2) + [.million(12)].on(3) + [.million(9)].on(4), 3
    ),
  ]

  @Test("a first value knows when it was revised", arguments: revisions)
  func revision(name: String, printed: [Printed], revised: Int32?) throws {
    let figure = VintageResolution.resolve(printed.observations, on: .reported)
    let first = try #require(figure?.firstPublication)
    #expect(first.revised == revised.map(CalendarDate.init))
    #expect(VintageResolution.resolve(printed.observations, on: .restated)?.firstPublication == nil)
  }

  @Test("figures too far apart to be compared are a conflict and no trap")
  func farApart() {
    let observations = [Int8.max, .min].enumerated().map { index, exponent in
      Observation(
        sequence: Int64(index), published: CalendarDate(dayNumber: 1),
        period: Period(label: "2Q04"), mantissa: .min, exponent: exponent)
    }
    #expect(VintageResolution.resolve(observations, on: .restated)?.isConflicting == true)
  }

  @Test("what is printed is reported, and its only term is itself")
  func term() throws {
    let observations = [Printed("1H04", .million(10))].observations
    let figure = try #require(VintageResolution.resolve(observations, on: .restated))
    let term = ResolvedFigure.Term(period: Period(label: "1H04"), sequence: 1, isSubtracted: false)
    #expect(figure.terms == [term] && figure.origin == .reported)
  }
}

extension [Printed.Value] {
  /// The values as one publication on a day prints them for one quarter.
  func on(_ day: Int32) -> [Printed] { map { Printed("2Q04", $0, day: day) } }
}

extension Basis {
  static func asOf(_ day: Int32) -> Basis {
    Basis(cutoff: .day(CalendarDate(dayNumber: day)))
  }

  static func reported(by day: Int32? = nil) -> Basis {
    Basis(vintage: .reported, cutoff: day.map { .day(CalendarDate(dayNumber: $0)) })
  }
}

extension ResolvedFigure {
  fileprivate var text: String {
    let numbers = terms.map { "#\($0.sequence)" }.joined(separator: " ")
    return "\(amount.mantissa)e\(amount.exponent)\(isConflicting ? "!" : "") \(numbers)"
  }
}
