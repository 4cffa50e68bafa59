import Metrics
import Testing

@Suite("What a printed figure stands for")
struct AmountPrecisionTests {
  private static let sevenInTwo = (try? .million(3) + .million(4)) ?? Amount.zero

  @Test(
    "a figure holds what would have been rounded to it",
    arguments: [
      ("the same", .million(10_512), .million(10_512), true),
      ("inside", .million(10_512), .thousand(10_512_328), true),
      ("the lower end", .million(10_512), .thousand(10_511_500), true),
      ("just below the lower end", .million(10_512), .thousand(10_511_499), false),
      ("just below the upper end", .million(10_512), .thousand(10_512_499), true),
      ("the upper end", .million(10_512), .thousand(10_512_500), false),
      ("the lower end of a negative figure", .million(-10_512), .thousand(-10_511_500), true),
      ("the upper end of a negative figure", .million(-10_512), .thousand(-10_512_500), false),
      ("the other sign", .million(-10_512), .thousand(10_512_000), false),
      ("a nil and nearly half", .million(0), .thousand(499), true),
      ("a nil and half", .million(0), .thousand(500), false),
      ("a nil and minus nearly half", .million(0), .thousand(-499), true),
      ("a nil and minus half", .million(0), .thousand(-500), false),
      ("a nil and a finer nil", .million(0), .thousand(0), true),
      ("a finer figure and what it rounds to", .thousand(10_512_328), .million(10_512), false),
      ("a finer figure and its equal", .thousand(10_512_000), .million(10_512), true),
      ("an exact number and itself", Amount(exact: 5), Amount(printed: 5, exponent: 0), true),
      ("an exact number and another", Amount(exact: 5), Amount(printed: 6, exponent: 0), false),
    ] as [(String, Amount, Amount, Bool)])
  func holds(name: String, figure: Amount, other: Amount, holds: Bool) {
    #expect(figure.holds(other) == holds)
  }

  @Test(
    "figures meet when a number could have been printed as both",
    arguments: [
      ("the same", .million(7), .million(7), true),
      ("neighbours of one precision", .million(7), .million(8), false),
      ("a finer one inside", .million(7), .thousand(7_400), true),
      ("reaching into each other", .million(7), .thousand(7_500), true),
      ("touching from outside", .million(7), Amount(printed: 75_005, exponent: 2), false),
      ("exact and equal", Amount(exact: 7), Amount(exact: 70, exponent: -1), true),
      ("exact and apart", Amount(exact: 7), Amount(exact: 71, exponent: -1), false),
      ("a nil and its neighbour", .million(0), .million(1), false),
      ("the sum of two and one off", sevenInTwo, .million(8), true),
      ("the sum of two and two off", sevenInTwo, .million(9), false),
    ] as [(String, Amount, Amount, Bool)])
  func meets(name: String, left: Amount, right: Amount, meets: Bool) {
    #expect(left.meets(right) == meets)
    #expect(right.meets(left) == meets)
  }

  @Test(
    "figures too far apart to be compared agree on nothing",
    arguments: [
      (Amount(printed: .max, exponent: 19), Amount(printed: .min, exponent: 0)),
      (Amount(printed: .max, exponent: 127), Amount(printed: 1, exponent: -128)),
      (Amount(printed: 17, exponent: 37), Amount(printed: .min, exponent: 0)),
      (Amount(printed: -17, exponent: 37), Amount(printed: .max, exponent: 0)),
      (Amount(printed: 1_700_000_000_000_000_000, exponent: 20), Amount(printed: 1, exponent: 0)),
    ])
  func farApart(left: Amount, right: Amount) {
    #expect(!left.holds(right) && !right.holds(left))
    #expect(!left.meets(right) && !right.meets(left))
  }

  @Test("a figure in thousands is more precise than one in millions")
  func morePrecise() {
    #expect(Amount.thousand(1).isMorePrecise(than: .million(1)))
    #expect(!Amount.million(1).isMorePrecise(than: .thousand(1)))
    #expect(!Amount.million(1).isMorePrecise(than: .million(2)))
  }
}
