import Metrics
import TextForm

/// Draws a result for people: heading, a box of aligned columns, and the notes below.
package enum TableRenderer {
  /// The lines of `table`, each with its line break.
  ///
  /// Columns that don't fit into `width` cells follow below, as whole columns, with the row labels
  /// repeated; without a width nothing is split.
  package static func render(_ table: ResultTable, width: Int? = nil) -> String {
    let labels = labelColumns(of: table)
    let figures = table.columns.indices.map { figureColumn($0, of: table) }
    var lines = table.heading.isEmpty ? [] : [EscapedText.visible(table.heading)]
    for group in groups(of: figures, besides: labels, within: width) {
      lines += BoxDrawing.lines(labels + group, totals: table.rows.map(\.isTotal))
    }
    lines += table.notes.map { EscapedText.visible($0) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func labelColumns(of table: ResultTable) -> [BoxColumn] {
    table.labelTitles.indices.map { index in
      BoxColumn(
        title: [EscapedText.visible(table.labelTitles[index])],
        texts: table.rows.map { EscapedText.visible($0.labels[index]) }, alignsRight: false)
    }
  }

  private static func figureColumn(_ index: Int, of table: ResultTable) -> BoxColumn {
    let cells = table.rows.map { $0.cells[index] }
    let isText = cells.contains { if case .text = $0 { true } else { false } }
    let texts = cells.map { CellText.shown($0, formats: table.formats) }
    return BoxColumn(
      title: table.columns[index].title.map { EscapedText.visible($0) },
      texts: isText ? texts : PointAlignment.aligned(texts), alignsRight: !isText)
  }

  /// Cuts the columns into runs that fit beside the labels; each run has at least one column.
  private static func groups(
    of columns: [BoxColumn], besides labels: [BoxColumn], within width: Int?
  ) -> [[BoxColumn]] {
    guard let width, !columns.isEmpty else { return [columns] }
    let fixed = labels.reduce(1) { $0 + $1.width + 3 }
    var groups: [[BoxColumn]] = [[]]
    var used = fixed
    for column in columns {
      if used + column.width + 3 > width, groups[groups.count - 1].isEmpty == false {
        groups.append([])
        used = fixed
      }
      groups[groups.count - 1].append(column)
      used += column.width + 3
    }
    return groups
  }
}

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
    }
  }

  private static func shown(_ cell: Cell, _ format: NumberFormat) -> String {
    switch cell.content {
    case .missing: "–"
    case .undefined: "n.m."
    case .uncovered: "*"
    case .value(let number):
      (cell.origin == .derived ? derivedMark : "") + format.text(number)
        + (cell.isConflicting ? conflictMark : "")
    }
  }
}

/// Lines figures up on their decimal points by padding behind them.
enum PointAlignment {
  static func aligned(_ texts: [String]) -> [String] {
    let tails = texts.map(tailWidth)
    let widest = tails.max() ?? 0
    return zip(texts, tails).map { text, tail in
      isFigure(text) ? text + String(repeating: " ", count: widest - tail) : text
    }
  }

  private static func isFigure(_ text: String) -> Bool {
    text.contains { $0.isASCII && $0.isNumber }
  }

  /// The width of what stands behind the last digit of the whole part.
  private static func tailWidth(_ text: String) -> Int {
    guard isFigure(text) else { return 0 }
    let point = text.firstIndex(of: ".") ?? lastDigitEnd(of: text)
    return DisplayWidth.of(String(text[point...]))
  }

  private static func lastDigitEnd(of text: String) -> String.Index {
    guard let digit = text.lastIndex(where: { $0.isASCII && $0.isNumber }) else {
      return text.endIndex
    }
    return text.index(after: digit)
  }
}
