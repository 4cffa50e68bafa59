import Catalog
import Metrics
import Tabular

/// How one measure is shown in one result: its format, and its name with unit and scale.
struct MeasureFormat {
  let format: NumberFormat
  let title: String
  private let negative: NumberFormat.Negative

  /// How many formats a measure has: its own, that of its growth, and that of a ratio's change.
  static let variants = 3

  /// The formats, in that order.
  var numberFormats: [NumberFormat] {
    [
      format, NumberFormat(style: .percent(decimals: 1), negative: negative),
      NumberFormat(style: .percentagePoints(decimals: 1), negative: negative),
    ]
  }

  /// Which of the formats a comparison of the measure has.
  static func variant(of growth: GrowthFunction, _ measure: ResolvedMeasure) -> Int {
    switch (growth.comparison(of: measure.signature), measure.display.style) {
    case (.growth, _): 1
    case (.change, .percent), (.change, .percentagePoints): 2
    default: 0
    }
  }

  init(
    _ measure: ResolvedMeasure, cells: [Evaluated], _ negative: NumberFormat.Negative
  ) {
    self.negative = negative
    let exponents = cells.compactMap { MeasureFormat.shownExponent($0.cell) }
    let coarsest = exponents.max() ?? 0
    let decimals = measure.display.decimals
    var unit = measure.signature.unit.isRatio ? "" : measure.signature.unit.description
    switch measure.display.style {
    case .amount(nil) where exponents.isEmpty && cells.contains { $0.cell.number != nil }:
      // Nothing but quotients of amounts, which have no last digit of their own.
      format = MeasureFormat.quotient(decimals, negative)
    case .amount(let scale):
      let shown = scale ?? MeasureFormat.naturalScale(coarsest)
      let places = MeasureFormat.places(scale: scale, shown: shown, coarsest: coarsest)
      format = NumberFormat(
        style: .amount(scaleExponent: shown, decimals: decimals ?? places), negative: negative)
      unit = [unit, MeasureFormat.scaleWords[shown] ?? ""].filter { !$0.isEmpty }
        .joined(separator: " ")
    case .percent:
      let places = exponents.isEmpty ? 1 : max(0, -2 - coarsest)
      format = NumberFormat(style: .percent(decimals: decimals ?? places), negative: negative)
      unit = ""
    case .percentagePoints:
      format = NumberFormat(style: .percentagePoints(decimals: decimals ?? 1), negative: negative)
      unit = ""
    case .quotient:
      format = MeasureFormat.quotient(decimals, negative)
    }
    title = unit.isEmpty ? measure.name : "\(measure.name) (\(unit))"
  }

  private static func quotient(
    _ decimals: Int?, _ negative: NumberFormat.Negative
  ) -> NumberFormat {
    NumberFormat(
      style: decimals.map { .amount(scaleExponent: 0, decimals: $0) }
        ?? .quotient(significantDigits: 4), negative: negative)
  }

  private static let scaleWords = [3: "thousand", 6: "million", 9: "billion", 12: "trillion"]

  /// The exponent of an amount's last known digit; nil for what is no amount.
  private static func shownExponent(_ cell: Cell) -> Int? {
    if case .amount(let amount) = cell.number { amount.shownExponent } else { nil }
  }

  /// The largest scale that hides no known digit.
  private static func naturalScale(_ exponent: Int) -> Int {
    min(12, max(0, exponent / 3 * 3))
  }

  /// Thousands and millions are shown whole, as issuers print them; billions with one decimal, as
  /// people say them; and the base unit with the digits that are known.
  private static func places(scale: Int?, shown: Int, coarsest: Int) -> Int {
    if shown == 0 { return max(0, -coarsest) }
    return scale != nil && shown >= 9 ? 1 : 0
  }
}
