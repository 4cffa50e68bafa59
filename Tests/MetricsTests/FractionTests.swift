import Metrics
import Testing

@Suite("Fractions are exact or an error")
struct FractionTests {
  @Test(
    "a quotient is kept in lowest terms with the sign above the line",
    arguments: [
      (6, 4, "3/2"), (-6, 4, "-3/2"), (6, -4, "-3/2"), (-6, -4, "3/2"), (0, -7, "0/1"),
      (.max, .max, "1/1"), (.max, 1, "\(Int128.max)/1"), (-.max, .max, "-1/1"),
    ] as [(Int128, Int128, String)])
  func lowestTerms(numerator: Int128, denominator: Int128, text: String) throws {
    #expect(try Fraction(numerator, denominator)?.text == text)
  }

  @Test("there is nothing over zero", arguments: [0, 1, -1, Int128.max, .min])
  func overZero(numerator: Int128) throws {
    #expect(try Fraction(numerator, 0) == nil)
  }

  @Test(
    "a number without an opposite is an overflow",
    arguments: [(.min, 1), (1, .min)] as [(Int128, Int128)])
  func minimum(numerator: Int128, denominator: Int128) {
    #expect(throws: ArithmeticOverflow.self) { try Fraction(numerator, denominator) }
  }

  @Test(
    "an amount is a fraction",
    arguments: [
      (Amount(exact: 223, exponent: -3), "223/1000"), (Amount(exact: 25, exponent: -2), "1/4"),
      (Amount(exact: -5, exponent: 3), "-5000/1"), (Amount(exact: 0, exponent: 127), "0/1"),
      (Amount(exact: 0, exponent: -128), "0/1"), (Amount(exact: .min), "\(Int64.min)/1"),
      (Amount(exact: 1, exponent: -38), "1/1\(String(repeating: "0", count: 38))"),
    ])
  func ofAmount(amount: Amount, text: String) throws {
    #expect(try Fraction(amount).text == text)
  }

  @Test(
    "an amount with too many digits is an overflow",
    arguments: [
      Amount(exact: 1, exponent: 39), Amount(exact: 1, exponent: -39),
      Amount(exact: .min, exponent: 20), Amount(exact: 1, exponent: .min),
    ])
  func ofHugeAmount(amount: Amount) {
    #expect(throws: ArithmeticOverflow.self) { try Fraction(amount) }
  }

  @Test("the four operations reduce their results")
  func operations() throws {
    let (sixth, quarter) = (try fraction(1, 6), try fraction(-1, 4))
    #expect(try (sixth + quarter).text == "-1/12")
    #expect(try (sixth - quarter).text == "5/12")
    #expect(try (sixth * quarter).text == "-1/24")
    #expect(try (sixth / quarter)?.text == "-2/3")
    #expect(try (sixth / fraction(0, 1)) == nil)
    #expect((-quarter).text == "1/4")
  }

  @Test("factors cancel before they can overflow")
  func cancelling() throws {
    let huge = try fraction(.max, 2)
    #expect(try (huge * fraction(2, .max)).text == "1/1")
    #expect(try (huge / huge)?.text == "1/1")
  }

  @Test("a result without room is an overflow")
  func overflow() throws {
    let huge = try fraction(.max, 1)
    #expect(throws: ArithmeticOverflow.self) { try huge + huge }
    #expect(throws: ArithmeticOverflow.self) { try -huge - huge }
    #expect(throws: ArithmeticOverflow.self) { try huge * huge }
    #expect(throws: ArithmeticOverflow.self) { try huge / fraction(1, 3) }
    #expect(throws: ArithmeticOverflow.self) { try fraction(1, .max) + fraction(1, .max - 1) }
  }

  @Test("order follows value")
  func order() throws {
    #expect(try Fraction.isBelow(fraction(1, 3), fraction(1, 2)))
    #expect(try !Fraction.isBelow(fraction(1, 2), fraction(1, 2)))
    #expect(try Fraction.isBelow(fraction(-1, 2), fraction(-1, 3)))
  }

  @Test(
    "a binary number becomes the fraction that it is",
    arguments: [
      (0.5, "1/2"), (-0.75, "-3/4"), (3, "3/1"), (0, "0/1"), (1e20, "100000000000000000000/1"),
      (0.1, "3602879701896397/36028797018963968"), (.leastNonzeroMagnitude, "0/1"),
    ] as [(Double, String)])
  func ofBinary(value: Double, text: String) throws {
    #expect(try Fraction(nearest: value).text == text)
  }

  @Test("a binary number that is none is an overflow", arguments: [Double.infinity, .nan, 1e39])
  func ofHugeBinary(value: Double) {
    #expect(throws: ArithmeticOverflow.self) { try Fraction(nearest: value) }
  }

  private func fraction(_ numerator: Int128, _ denominator: Int128) throws -> Fraction {
    try #require(try Fraction(numerator, denominator))
  }
}

extension Fraction {
  fileprivate var text: String { "\(numerator)/\(denominator)" }
}
