import Metrics
import Testing

@Suite("Numbers stay amounts as long as they are some")
struct NumberTests {
  private static let ten = Number.amount(.million(10))
  private static let half = Number.amount(Amount(exact: 5, exponent: -1))
  private static let nothing = Number.amount(.zero)

  @Test("sums and differences of amounts are amounts")
  func sums() throws {
    #expect(try (Self.ten + Self.ten).text == "20e6 ±2/2 at 6")
    #expect(try (Self.ten - Self.ten).text == "0e6 ±2/2 at 6")
  }

  @Test("an exact factor scales an amount and what isn't known of it")
  func scaling() throws {
    #expect(try (Self.ten * Self.half).text == "50e5 ±5/2 at 6")
    #expect(try (Self.half * Self.ten).text == "50e5 ±5/2 at 6")
    #expect(try (Self.half * Self.half).text == "25e-2 ±0/2 at -2")
    let opposite = Number.amount(Amount(exact: -2))
    #expect(try (Self.ten * opposite).text == "-20e6 ±2/2 at 6")
  }

  @Test("two measurements multiply to a plain fraction")
  func product() throws {
    #expect(try (Self.ten * Self.ten).text == "100000000000000/1")
  }

  @Test("a quotient is a fraction, and powers of ten cancel before they overflow")
  func quotient() throws {
    #expect(try (Self.ten / .amount(.thousand(4)))?.text == "2500/1")
    let huge = Number.amount(Amount(printed: 3, exponent: 120))
    #expect(try (huge / huge)?.text == "1/1")
  }

  @Test("nothing is divided by zero", arguments: [nothing, .amount(.million(0)), .binary(0)])
  func divisionByZero(zero: Number) throws {
    #expect(zero.isZero)
    #expect(try Self.ten / zero == nil)
    #expect(try Number.binary(1) / zero == nil)
  }

  @Test("a binary part makes the result binary")
  func binary() throws {
    #expect(try (Self.half + .binary(0.25)).text == "0.75")
    #expect(try (Self.half * .binary(3)).text == "1.5")
    #expect(try (Number.binary(3) / Self.half)?.text == "6.0")
  }

  @Test("an overflow is an error")
  func overflow() {
    let wide = Number.amount(Amount(exact: .max, exponent: 100))
    #expect(throws: ArithmeticOverflow.self) { try wide * wide }
    #expect(throws: ArithmeticOverflow.self) { try wide + Self.ten }
    #expect(throws: ArithmeticOverflow.self) { try wide / Self.ten }
    #expect(throws: ArithmeticOverflow.self) { try -Number.amount(Amount(exact: .min)) }
    #expect(throws: ArithmeticOverflow.self) { try Number.isBelow(wide, Self.ten) }
  }

  @Test("order holds across kinds of numbers")
  func order() throws {
    #expect(try Number.isBelow(Self.half, Self.ten))
    #expect(try Number.isBelow(.amount(.thousand(999)), .amount(.million(1))))
    #expect(try Number.isBelow(.binary(0.4), Self.half))
    #expect(try !Number.isBelow(.amount(.thousand(1_000)), .amount(.million(1))))
  }

  @Test("signs are seen in every kind")
  func signs() throws {
    #expect(try (-Self.ten).isNegative && !Self.ten.isNegative && !Self.nothing.isNegative)
    #expect(Number.binary(-1).isNegative)
  }

  @Test(
    "binary64 is the nearest to the exact value",
    arguments: [
      (.amount(.million(10_512)), 10_512e6), (.amount(Amount(exact: 1, exponent: -1)), 0.1),
      (.amount(Amount(exact: 1, exponent: 127)), 1e127), (.binary(.pi), .pi),
    ] as [(Number, Double)])
  func nearest(number: Number, value: Double) {
    #expect(number.binary == value)
  }
}

extension Number {
  fileprivate var text: String {
    switch self {
    case .amount(let amount): amount.facts
    case .fraction(let fraction): "\(fraction.numerator)/\(fraction.denominator)"
    case .binary(let value): "\(value)"
    }
  }
}
