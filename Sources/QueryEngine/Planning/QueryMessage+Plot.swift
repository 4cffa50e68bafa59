import Diagnostics
import QuerySyntax

/// The wording of what can't be drawn.
extension QueryMessage {
  static func plotInside(_ plotted: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "plot-inside", "plot draws a whole answer, and is no function of a figure", at: range,
      notes: ["put it first: \(plotted)"])
  }

  static func plottedExtra(_ extra: Extra, at range: SourceRange) -> Diagnostic {
    let word = extra.rawValue
    let wayOut =
      extra.takesPeriod ? "draw it by itself, as in plot \(word) …" : "leave it out"
    return Diagnostic(
      "plotted-extra", "plot draws the figures, and has no place for \(word) beside them",
      at: range, notes: ["\(wayOut), or type show for the table"])
  }

  static func plottedUnits(
    _ first: (name: String, unit: String), _ other: (name: String, unit: String),
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "plotted-units",
      "a plot has one value axis: \(first.name) is in \(first.unit), and \(other.name) in "
        + other.unit, at: range, notes: ["plot one unit at a time"])
  }

  static func tooManySeries(_ count: Int, _ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-many-series", "a plot tells \(limit) series apart, and these are \(count)", at: range,
      notes: ["name fewer segments, or one period for a bar each"])
  }
}
