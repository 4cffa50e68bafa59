import Metrics
import Testing

@testable import QueryEngine

@Suite("What else was published of a fact")
struct OtherPublicationsTests {
  /// What was printed of a fact, on which basis, and what each figure but the one that stands is:
  /// `=` the same, `!` in conflict, `<` restated.
  typealias Case = (name: String, printed: [Printed], basis: Basis, others: String)

  private static let cases: [Case] = [
    ("one", [.million(10)].on(1), .restated, ""),
    ("twice", [.million(10), .million(10)].on(1), .restated, "#2="),
    ("a rounder one", [.thousand(10_328), .million(10)].on(1), .restated, "#2="),
    ("a finer one stands", [.million(10), .thousand(10_328)].on(1), .restated, "#1="),
    ("in conflict", [.million(10), .million(11)].on(1), .restated, "#2!"),
    (
      "one agrees, one doesn't", [.thousand(10_328), .million(10), .million(11)].on(1), .restated,
      "#2= #3!"
    ),
    ("repeated later", [.million(10)].on(1) + [.million(10)].on(2), .restated, "#1="),
    ("restated", [.million(10)].on(1) + [.million(12)].on(2), .restated, "#1<"),
    (
      "restated twice", [.million(10)].on(1) + [.million(12)].on(2) + [.million(14)].on(3),
      .restated, "#2<"
    ),
    (
      "restated and put back", [.million(10)].on(1) + [.million(12)].on(2) + [.million(10)].on(3),
      .restated, "#1= #2<"
    ),
    (
      "a conflict in a coarser repetition",
      [.thousand(10_328)].on(1) + [.million(10), .million(11)].on(2), .restated, "#2= #3!"
    ),
    (
      "withdrawn and stated again",
      [.million(10)].on(1) + [.withdrawn].on(2) + [.million(12)].on(3), .restated, "#1<"
    ),
    ("before a restatement", [.million(10)].on(1) + [.million(12)].on(2), .asOf(1), ""),
    ("as reported, restated", [.million(10)].on(1) + [.million(12)].on(2), .reported(), ""),
    ("as reported, repeated", [.million(10)].on(1) + [.million(10)].on(2), .reported(), "#2="),
  ]

  @Test("repeated, in conflict and restated", arguments: cases)
  func others(name: String, printed: [Printed], basis: Basis, others: String) throws {
    let observations = printed.observations
    let figure = try #require(VintageResolution.resolve(observations, on: basis))
    let standing = try #require(
      observations.first { $0.sequence == figure.terms.first?.sequence })
    let found = VintageResolution(rounding: .nearest).others(
      of: standing, among: observations, on: basis)
    #expect(
      found.map { "#\($0.observation.sequence)\($0.is.sign)" }.joined(separator: " ") == others)
  }

  private static let withdrawals: [(name: String, printed: [Printed], basis: Basis, by: Int64?)] = [
    ("nothing", [], .restated, nil),
    ("a value", [.million(10)].on(1), .restated, nil),
    ("withdrawn", [.million(10)].on(1) + [.withdrawn].on(2), .restated, 2),
    ("before it", [.million(10)].on(1) + [.withdrawn].on(2), .asOf(1), nil),
    (
      "stated again", [.million(10)].on(1) + [.withdrawn].on(2) + [.million(9)].on(3), .restated,
      nil
    ),
    ("as reported", [.million(10)].on(1) + [.withdrawn].on(2), .reported(), nil),
  ]

  @Test("the withdrawal of what nothing has stated since", arguments: withdrawals)
  func withdrawal(name: String, printed: [Printed], basis: Basis, by: Int64?) {
    let found = VintageResolution.withdrawal(among: printed.observations, on: basis)
    #expect(found?.sequence == by)
  }
}

extension VintageResolution.Relation {
  fileprivate var sign: String {
    switch self {
    case .repeated: "="
    case .conflicting: "!"
    case .restated: "<"
    }
  }
}
