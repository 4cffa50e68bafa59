import DataImport
import MetricStore
import Metrics
import Tabular

/// A figure in the words of its publication, with where it stands.
struct PrintedFigure {
  let stored: StoredObservation

  /// The figure as printed: its own text where that was kept, else its digits.
  var text: String {
    if let printed = stored.printed { return printed }
    return PrintedFormat(stored, negative: .minus).format
      .text(.amount(stored.observation.amount(.nearest)))
  }

  /// The unit and scale that it was printed in; nothing where the text says it, there is none, or
  /// a figure was withdrawn.
  var unit: String {
    if stored.observation.state == .withdrawn { return "" }
    if isPercent { return text.contains("%") ? "" : "%" }
    let isSaid = stored.printed?.contains(stored.series.unit) ?? false
    let name = isRatio || isSaid ? "" : stored.series.unit
    let scale = UnitText.scaleWord(of: Int(stored.scale)) ?? ""
    return [name, scale].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The release with its day: `iij-2q04 (2004-11-11)`.
  var publication: String { "\(stored.release) (\(stored.observation.published))" }

  /// The place in its file: `revenues.csv:4:5`.
  var placeInFile: String { stored.place }

  /// Where it was printed: `iij-2q04 (2004-11-11) revenues.csv:4:5`.
  var place: String { "\(publication) \(placeInFile)" }

  /// Whether its line prints what the metric means the other way round.
  var isReversed: Bool {
    guard let printed = stored.printed else { return false }
    // Which mark stands before decimals isn't kept; it moves the point, and not the sign.
    let figures = DecimalMark.allCases.lazy.compactMap {
      try? FigureGrammar.figure(in: printed, decimalMark: $0)
    }
    return figures.first.map { $0.mantissa != stored.observation.mantissa } ?? false
  }

  private var isRatio: Bool { stored.series.unit == Unit.ratio.description }
  private var isPercent: Bool { isRatio && stored.scale == -2 }
}
