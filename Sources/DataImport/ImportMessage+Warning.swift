import Diagnostics
import MetricStore
import Metrics

extension ImportMessage {
  /// What somebody who imports a file should know about it, in words.
  static func diagnostic(for warning: ImportWarning) -> Diagnostic {
    switch warning {
    case .conflict(let figure, let isFirst): conflict(figure, isExplained: isFirst)
    case .hiddenParts(let written, let name):
      Diagnostic(
        "hidden-parts", severity: .warning,
        "'\(written)' is read as '\(name)', without what can't be seen in it")
    case .unitInHeading(let heading):
      Diagnostic(
        "unit-in-heading", severity: .warning,
        "the unit in the heading '\(heading)' isn't read: that in the column `unit` counts",
        notes: ["where a row names no unit, its figures are in the metric's own"])
    case .unfinishedPeriod(let period, let end, let published, let calendar):
      Diagnostic(
        "unfinished-period", severity: .warning,
        "\(calendar.name(of: period)) ends on \(end), after this figure of it was published on "
          + "\(published)",
        notes: [
          "correct the period or the day of publication, and leave forecasts out: a figure in the "
            + "store is one that was reported"
        ])
    }
  }

  /// The line below warnings of which not all are told.
  static func furtherWarnings(_ count: Int) -> String {
    "… and \(count) more \(count == 1 ? "warning" : "warnings")"
  }

  private static func conflict(_ figure: RepeatedFigure, isExplained: Bool) -> Diagnostic {
    let later = said(figure.printed, figure.state)
    let earlier = said(figure.earlier, figure.earlierState)
    let isStatedTwice = figure.state == .value && figure.earlierState == .value
    let notes = [
      isStatedTwice
        ? "both are kept, marked `!`: answers have the more precise one, or the first of two alike"
        : "both are kept, and answers have neither",
      "correct the file if one is a mistake; `check \(figure.metric)` compares all that is printed",
    ]
    return Diagnostic(
      "conflict", severity: .warning,
      "\(figure.name) is \(later) here, and \(earlier) at \(figure.earlierPlace)",
      notes: isExplained ? notes : [])
  }

  private static func said(_ printed: String, _ state: Observation.State) -> String {
    state == .withdrawn ? "withdrawn" : "'\(printed)'"
  }
}
