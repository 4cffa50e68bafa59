import Metrics
import Testing

@testable import QueryEngine

@Suite("What each printing of a fact did")
struct PublicationHistoryTests {
  /// A fact's publications, and what each printing did: the number of the observation and the words.
  typealias Case = (name: String, printed: [Printed], steps: [String])

  private static let cases: [Case] = [
    ("nothing", [], []),
    ("one", [.init("2Q04", .million(10), day: 1)], ["#1 first"]),
    ("repeated", [.million(10)].on(1) + [.million(10)].on(2), ["#1 first", "#2 repeated"]),
    (
      "rounder", [.thousand(10_328)].on(1) + [.million(10)].on(2),
      ["#1 first", "#2 repeated, rounder"]
    ),
    (
      "rounder, then precise again",
      [.thousand(10_328)].on(1) + [.million(10)].on(2) + [.thousand(10_328)].on(3),
      ["#1 first", "#2 repeated, rounder", "#3 repeated"]
    ),
    (
      "rounder hides no restatement",
      [.thousand(10_328)].on(1) + [.million(10)].on(2) + [.thousand(10_400)].on(3),
      ["#1 first", "#2 repeated, rounder", "#3 restated"]
    ),
    (
      "more precise", [.million(10)].on(1) + [.thousand(10_328)].on(2),
      ["#1 first", "#2 repeated, more precisely"]
    ),
    ("restated", [.million(10)].on(1) + [.million(12)].on(2), ["#1 first", "#2 restated"]),
    (
      "restated more coarsely", [.thousand(10_328)].on(1) + [.million(11)].on(2),
      ["#1 first", "#2 restated"]
    ),
    (
      "withdrawn and stated again",
      [.million(10)].on(1) + [.withdrawn].on(2) + [.million(10)].on(3),
      ["#1 first", "#2 withdrawn", "#3 stated again"]
    ),
    (
      "twice in one publication, the one that is used first",
      [.million(10), .thousand(10_328), .million(10)].on(1),
      ["#2 first", "#1 repeated, rounder", "#3 repeated, rounder"]
    ),
    (
      "contradicting in one publication", [.million(10), .million(11)].on(1),
      ["#1 first", "#2 conflicting"]
    ),
    (
      "contradicting what is restated", [.million(9)].on(1) + [.million(10), .million(11)].on(2),
      ["#1 first", "#2 restated", "#3 conflicting"]
    ),
    (
      "withdrawn beside a value", [.million(10)].on(1) + [.million(11), .withdrawn].on(2),
      ["#1 first", "#2 conflicting", "#3 withdrawn"]
    ),
  ]

  @Test(arguments: cases.indices) func steps(_ index: Int) {
    let (name, printed, steps) = Self.cases[index]
    let history = PublicationHistory(printed.observations, by: nil)
    #expect(
      history.steps.map { "#\($0.observation.sequence) \($0.effect.described)" } == steps,
      "\(name)")
  }

  /// What a history tells is what queries answer: before a step stands what they answered then, and
  /// only a restatement changes it by more than its digits.
  @Test(arguments: cases.indices) func stepsAgreeWithWhatStands(_ index: Int) {
    let observations = Self.cases[index].printed.observations
    for step in PublicationHistory(observations, by: nil).steps {
      let day = step.observation.published.dayNumber
      let before = resolved(observations, by: day - 1)
      let after = resolved(observations, by: day)
      #expect(step.before?.mantissa == before?.mantissa)
      #expect(step.leavesFigure == (after != nil))
      guard let before, let after, step.effect != .conflicting else { continue }
      let changed = !before.holds(after) && !after.holds(before)
      #expect(!changed || step.effect == .restated)
    }
  }

  @Test func stopsAtTheCutoff() {
    let observations = ([.million(10)].on(1) + [.million(12)].on(2)).observations
    let cutoff = Basis.Cutoff.day(CalendarDate(dayNumber: 1))
    #expect(PublicationHistory(observations, by: cutoff).steps.count == 1)
  }

  private func resolved(_ observations: [Observation], by day: Int32) -> Amount? {
    let basis = Basis(cutoff: .day(CalendarDate(dayNumber: day)))
    return VintageResolution.resolve(observations, on: basis)?.amount
  }
}
