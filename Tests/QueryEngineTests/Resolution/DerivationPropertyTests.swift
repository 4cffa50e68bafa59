import Metrics
import Testing

@testable import QueryEngine

@Suite("Whatever spans are printed, what follows from them is true")
struct DerivationPropertyTests {
  /// A year of quarters, and some of the spans in which an issuer could have printed them.
  private struct Year {
    let quarters: [Int64]
    let printed: [Span]

    init(using generator: inout some RandomNumberGenerator) {
      quarters = (0..<4).map { _ in Int64.random(in: -1_000_000...1_000_000, using: &generator) }
      printed = Span.all.filter { _ in Bool.random(using: &generator) }
    }

    var observations: [Observation] {
      printed.map { Printed($0.label, .thousand(total(of: $0))) }.observations
    }

    func total(of span: Span) -> Int64 { quarters[span.range].reduce(0, +) }
  }

  /// A span of quarters within a year that has a label.
  struct Span: Sendable {
    let label: String
    let range: Range<Int>

    static let all = [
      Span(label: "1Q04", range: 0..<1), Span(label: "2Q04", range: 1..<2),
      Span(label: "3Q04", range: 2..<3), Span(label: "4Q04", range: 3..<4),
      Span(label: "1H04", range: 0..<2), Span(label: "2H04", range: 2..<4),
      Span(label: "9M04", range: 0..<3), Span(label: "FY04", range: 0..<4),
    ]
  }

  @Test("every answer equals the true value", arguments: 1...20 as ClosedRange<UInt64>)
  func truth(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let year = Year(using: &generator)
      let figures = SeriesFigures(year.observations, on: .restated)
      for span in Span.all {
        guard let figure = try figures.flow(Period(label: span.label)) else { continue }
        let truth = Amount(exact: year.total(of: span), exponent: 3)
        #expect(try Fraction(figure.amount) == Fraction(truth), "\(span.label) of \(year)")
        #expect(figure.amount.halfUnits == Int64(figure.terms.count))
      }
    }
  }

  @Test("cumulative figures give all their quarters", arguments: 1...20 as ClosedRange<UInt64>)
  func cumulative(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let quarters = (0..<4).map { _ in Int64.random(in: -999...999, using: &generator) }
    let spans = ["1Q04", "1H04", "9M04", "FY04"].enumerated().map { index, label in
      Printed(label, .million(quarters[...index].reduce(0, +)))
    }
    let figures = SeriesFigures(spans.observations, on: .restated)
    let derived = try (1...4).map {
      try figures.flow(Period(label: "\($0)Q04"))?.amount.mantissa
    }
    #expect(derived == quarters)
  }

  @Test(
    "the order in which figures were printed changes nothing",
    arguments: 1...20 as ClosedRange<UInt64>)
  func order(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let printed = Span.all.dropLast(Int(seed % 4)).map {
      Printed($0.label, .million(Int64.random(in: 0...99, using: &generator)))
    }
    let answers = try [printed, printed.shuffled(using: &generator)].map { order in
      let figures = SeriesFigures(order.observations, on: .restated)
      return try Span.all.map { try figures.flow(Period(label: $0.label))?.amount.mantissa }
    }
    #expect(answers[0] == answers[1])
  }
}

/// A generator whose numbers are the same on every run: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
