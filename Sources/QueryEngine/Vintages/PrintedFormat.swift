import MetricStore
import Metrics
import Tabular

/// How a figure stood where it was printed: its scale, its digits and its unit.
struct PrintedFormat {
  let format: NumberFormat
  /// The unit with its scale; empty for a percentage, which says so itself.
  let unit: String

  init(_ stored: StoredObservation, negative: NumberFormat.Negative) {
    self.init(
      unit: stored.series.unit, scale: Int(stored.scale),
      exponent: Int(stored.observation.exponent), negative: negative)
  }

  init(unit: String, scale: Int, exponent: Int, negative: NumberFormat.Negative) {
    let places = max(0, scale - exponent)
    let isPercent = unit == Unit.ratio.description && scale == -2
    format = NumberFormat(
      style: isPercent
        ? .percent(decimals: places) : .amount(scaleExponent: scale, decimals: places),
      negative: negative)
    self.unit =
      isPercent
      ? "" : [unit, UnitText.scaleWord(of: scale)].compactMap { $0 }.joined(separator: " ")
  }
}

extension NumberFormat {
  /// The format of what two such numbers differ by: percentages differ by points.
  var ofDifference: NumberFormat {
    guard case .percent(let decimals) = style else { return self }
    return NumberFormat(style: .percentagePoints(decimals: decimals), negative: negative)
  }

  /// The same with as many more digits as it takes for a difference of percentages that is less than
  /// its last digit to be seen.
  func showingMoreThanZero(of number: Number) -> NumberFormat {
    guard case .percentagePoints(var decimals) = style, !number.isZero else { return self }
    var format = self
    let isSeen = { (text: String) in text.contains { ("1"..."9").contains($0) } }
    while decimals < NumberFormat.mostPlaces, !isSeen(format.text(number)) {
      decimals += 1
      format = NumberFormat(style: .percentagePoints(decimals: decimals), negative: negative)
    }
    return format
  }

  /// More than the digits of any difference that matters.
  private static let mostPlaces = 6
}
