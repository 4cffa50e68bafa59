import Metrics
import Testing

@Suite("How a printed figure agrees with what others give")
struct TieTests {
  private static func sum(_ parts: Amount...) -> Amount {
    parts.dropFirst().reduce(parts[0]) { sum, part in (try? sum + part) ?? .zero }
  }

  @Test(
    "with sums",
    arguments: [
      ("equal", .million(10), sum(.million(4), .million(6)), .ties, "0e6", "15e5"),
      ("one less", .million(9), sum(.million(4), .million(6)), .withinRounding, "-1e6", "15e5"),
      ("two more", .million(12), sum(.million(4), .million(6)), .fails, "2e6", "15e5"),
      (
        "rounded", .million(10), sum(.thousand(4_499), .thousand(5_900)), .ties, "-399e3",
        "501e3"
      ),
      (
        "finer than its parts", .thousand(10_400), sum(.million(4), .million(6)), .ties, "400e3",
        "10005e2"
      ),
      (
        "finer than its parts, and off", .thousand(10_600), sum(.million(4), .million(6)),
        .withinRounding, "600e3", "10005e2"
      ),
      ("exact parts", .million(10), Amount(exact: 10_000_000), .ties, "0e0", "500000e0"),
    ] as [(String, Amount, Amount, Tie.Verdict, String, String)])
  func sums(
    name: String, printed: Amount, parts: Amount, verdict: Tie.Verdict, residual: String,
    tolerance: String
  ) throws {
    let tie = try Tie(printed: printed, parts: parts)
    #expect(tie.verdict == verdict)
    #expect(text(tie.residual) == residual && text(tie.tolerance) == tolerance)
  }

  @Test(
    "with quotients, by the stretches of what is divided",
    arguments: [
      (223, 855, 3_838, Tie.Verdict.ties), (223, 85, 384, .withinRounding),
      (226, 855, 3_838, .fails), (-223, -855, 3_838, .ties), (0, 1, 3_838, .ties),
    ] as [(Int64, Int64, Int64, Tie.Verdict)])
  func quotients(printed: Int64, above: Int64, below: Int64, verdict: Tie.Verdict) throws {
    let quotient = try #require(try Fraction(Int128(above), Int128(below)))
    let range = try #require(
      try FractionRange(.million(above)) / FractionRange(.million(below)))
    let tie = try Tie(
      printed: Amount(printed: printed, exponent: -3), quotient: quotient, within: range)
    #expect(tie.verdict == verdict)
  }

  @Test("a repetition conflicts when it says something else, however near")
  func repetitions() throws {
    let tie = try Tie(printed: .thousand(389), again: .thousand(388), isConsistent: false)
    #expect(tie.verdict == .fails && text(tie.residual) == "1e3")
  }

  @Test("a difference without room for its digits is an error")
  func overflow() {
    #expect(throws: ArithmeticOverflow.self) {
      try Tie(
        printed: Amount(printed: .min, exponent: 0), parts: Amount(printed: .max, exponent: 0))
    }
  }

  private func text(_ number: Number) -> String {
    if case .amount(let amount) = number { "\(amount.mantissa)e\(amount.exponent)" } else { "" }
  }
}

@Suite("Stretches of numbers")
struct FractionRangeTests {
  private static func range(_ lower: Int128, _ upper: Int128) throws -> FractionRange {
    try FractionRange(
      try #require(try Fraction(lower, 10)), try #require(try Fraction(upper, 10)))
  }

  private func text(_ range: FractionRange?) -> String? {
    range.map {
      "\($0.lower.numerator)/\($0.lower.denominator) to \($0.upper.numerator)/\($0.upper.denominator)"
    }
  }

  @Test("add, subtract, multiply and divide from end to end")
  func arithmetic() throws {
    let (left, right) = (try Self.range(-10, 20), try Self.range(40, 50))
    #expect(text(try left + right) == "3/1 to 7/1")
    #expect(text(try left - right) == "-6/1 to -2/1")
    #expect(text(try left * right) == "-5/1 to 10/1")
    #expect(text(try left / right) == "-1/4 to 1/2")
    #expect(text(try right / left) == nil)
    #expect(text(try right / Self.range(0, 10)) == nil)
  }

  @Test("are in order, however they are given")
  func order() throws {
    #expect(text(try Self.range(20, 10)) == "1/1 to 2/1")
    #expect(text(try FractionRange(.million(-3))) == "-3500000/1 to -2500000/1")
  }
}
