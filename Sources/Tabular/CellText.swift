import Metrics
import TextForm

/// The text of a cell with the marks that tell how it came about.
enum CellText {
  /// The mark before a figure that follows from cumulative ones.
  static let derivedMark = "~"
  /// The mark behind a figure that one publication printed with two values.
  static let conflictMark = "!"

  static func shown(_ cell: TableCell, formats: [NumberFormat]) -> String {
    switch cell {
    case .text(let text): EscapedText.visible(text)
    case .figure(let cell, let format): shown(cell, formats[format])
    case .printed(let cell, let text):
      EscapedText.visible(text) + (cell.isConflicting ? conflictMark : "")
    }
  }

  private static func shown(_ cell: Cell, _ format: NumberFormat) -> String {
    switch cell.content {
    case .missing: "–"
    case .undefined: "n.m."
    case .uncovered: "*"
    case .value(let number):
      (cell.isDerived ? derivedMark : "") + format.text(number)
        + (cell.isConflicting ? conflictMark : "")
    }
  }
}
