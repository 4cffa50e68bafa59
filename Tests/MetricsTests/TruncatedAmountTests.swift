import Metrics
import Testing

@Suite("Figures whose further digits were cut off")
struct TruncatedAmountTests {
  private static func cut(_ mantissa: Int64, _ exponent: Int8 = 6) -> Amount {
    Amount(printed: mantissa, exponent: exponent, by: .truncated)
  }

  @Test(
    "hold what is cut to them",
    arguments: [
      ("the same", cut(31), cut(31), true),
      ("just below the next", cut(31), cut(31_999, 3), true),
      ("the next", cut(31), cut(32_000, 3), false),
      ("just below", cut(31), cut(30_999, 3), false),
      ("away from zero", cut(-31), cut(-31_999, 3), true),
      ("the next away from zero", cut(-31), cut(-32_000, 3), false),
      ("towards zero", cut(-31), cut(-30_999, 3), false),
      ("a nil and nearly one", cut(0), cut(999, 3), true),
      ("a nil and nearly minus one", cut(0), cut(-999, 3), true),
      ("a nil and one", cut(0), cut(1_000, 3), false),
    ] as [(String, Amount, Amount, Bool)])
  func holds(name: String, figure: Amount, other: Amount, holds: Bool) {
    #expect(figure.holds(other) == holds)
  }

  @Test(
    "tie to sums that are no larger and not two smaller",
    arguments: [
      (Int64(29), Tie.Verdict.fails), (30, .ties), (31, .withinRounding), (32, .fails),
      (-30, .fails),
    ])
  func sums(total: Int64, verdict: Tie.Verdict) throws {
    let parts = try Self.cut(10) + Self.cut(20)
    #expect(try Tie(printed: Self.cut(total), parts: parts).verdict == verdict)
    #expect(try Tie(printed: Self.cut(-total), parts: -parts).verdict == verdict)
  }

  @Test("reach up, down or both ways, and turn with the sign")
  func reach() throws {
    let difference = try Self.cut(5) - Self.cut(3)
    let reaches = try [Self.cut(5), -Self.cut(5), Self.cut(0), difference].map {
      try [$0.reachAbove(), $0.reachBelow()].map { "\($0.mantissa)e\($0.exponent)" }
    }
    #expect(
      reaches == [["1e6", "0e0"], ["0e0", "1e6"], ["1e6", "1e6"], ["1e6", "1e6"]])
  }

  @Test("keep their reach when they are multiplied")
  func scaled() throws {
    let product = try Number.amount(Self.cut(5)) * .amount(Amount(exact: -3))
    guard case .amount(let amount) = product else {
      Issue.record("no amount")
      return
    }
    #expect(try amount.reachAbove().isZero && amount.reachBelow().mantissa == 3)
  }
}
