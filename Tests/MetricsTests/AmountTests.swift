import Metrics
import Testing

@Suite("Amounts add up exactly or not at all")
struct AmountTests {
  @Test(
    "a sum keeps every digit and adds up what is not known",
    arguments: [
      (.million(10_512), .million(8_675), "19187e6 ±2/2 at 6"),
      (.million(10_512), .thousand(8_675_001), "19187001e3 ±1001/2 at 6"),
      (.thousand(8_675_001), .million(10_512), "19187001e3 ±1001/2 at 6"),
      (.million(5), .million(-5), "0e6 ±2/2 at 6"),
      (.million(5), .zero, "5000000e0 ±1000000/2 at 6"),
      (Amount(exact: 3), Amount(exact: 25, exponent: -2), "325e-2 ±0/2 at -2"),
      (.million(0), Amount(printed: 125, exponent: -2), "125e-2 ±100000001/2 at 6"),
      (Amount(printed: .max - 1, exponent: 0), Amount(exact: 1), "\(Int64.max)e0 ±1/2 at 0"),
    ] as [(Amount, Amount, String)])
  func sum(left: Amount, right: Amount, facts: String) throws {
    #expect(try (left + right).facts == facts)
  }

  @Test(
    "a difference keeps every digit and adds up what is not known",
    arguments: [
      (.million(10_512), .million(8_675), "1837e6 ±2/2 at 6"),
      (.million(1), .thousand(1_001), "-1e3 ±1001/2 at 6"),
      (.zero, .million(7), "-7000000e0 ±1000000/2 at 6"),
      (Amount(exact: .min + 1), .zero, "\(Int64.min + 1)e0 ±0/2 at 0"),
    ] as [(Amount, Amount, String)])
  func difference(left: Amount, right: Amount, facts: String) throws {
    #expect(try (left - right).facts == facts)
  }

  @Test(
    "a sum without room for its digits is an error",
    arguments: [
      (Amount(exact: .max), Amount(exact: 1)),
      (Amount(exact: .min), Amount(exact: -1)),
      (Amount(exact: .max, exponent: 1), Amount(exact: 1)),
      (Amount(exact: 1, exponent: 127), Amount(exact: 1, exponent: -128)),
      (Amount(exact: .min, exponent: 38), Amount(exact: .min)),
      (Amount(printed: 0, exponent: 40), Amount(printed: 1, exponent: 0)),
    ])
  func overflowingSum(left: Amount, right: Amount) {
    #expect(throws: ArithmeticOverflow.self) { try left + right }
  }

  @Test("the most negative number has no opposite")
  func oppositeOfMinimum() {
    #expect(throws: ArithmeticOverflow.self) { try -Amount(exact: .min) }
    #expect(throws: ArithmeticOverflow.self) { try Amount.zero - Amount(exact: .min) }
  }

  @Test("turning the sign round twice changes nothing", arguments: [Int64.min + 1, -1, 0, 1, .max])
  func oppositeOfOpposite(mantissa: Int64) throws {
    #expect(try (-(-Amount(printed: mantissa, exponent: 3))).mantissa == mantissa)
  }
}
