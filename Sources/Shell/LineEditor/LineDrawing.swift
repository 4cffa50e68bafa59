import TextForm

/// The line being edited as it is drawn on the screen: the prompt, the text in its colours, and what is
/// suggested behind its end.
///
/// A line that is taller than the terminal is shown as the rows around the cursor, above a row that says
/// which rows they are.
struct LineDrawing {
  /// The prompt in front of the line.
  var prompt: String
  /// The line with its cursor.
  var line: EditedLine
  /// The parts of the line with a style, in their order.
  var spans: [StyledSpan] = []
  /// What may be taken behind the line's end; nothing unless the cursor stands there.
  var suggestion = ""
  /// The terminal's width, in columns.
  var width: Int
  /// The terminal's height, in lines; nil draws all of the line, whatever scrolls out above.
  var height: Int?

  /// What is on the screen once something has been drawn.
  struct Drawn: Equatable {
    /// The first row of the line that is shown.
    var firstRow = 0
    /// How many rows are shown above that with the cursor.
    var rowsAboveCursor = 0
    /// What is shown up to the cursor, from which a window of another width makes other rows.
    var textAboveCursor = ""
    /// Whether some rows are not shown.
    var isCut = false
  }

  /// What draws the line in the place of what has been drawn before, and what is on the screen then.
  func drawing(over drawn: Drawn) -> (output: String, drawn: Drawn) {
    let width = max(1, width)
    let start = ScreenPosition(after: prompt, width: width)
    let cursor = ScreenPosition(after: line.beforeCursor, from: start, width: width)
    let end = ScreenPosition(after: line.afterCursor, from: cursor, width: width)
    let window = window(upTo: end.row, around: cursor.row, after: drawn.firstRow)
    let isCut = window.count <= end.row
    var painter = LinePainter(width: width, rows: window)
    painter.paint(prompt, spans: [])
    painter.paint(line.text, spans: spans)
    var output = LineDrawing.movement(up: drawn.rowsAboveCursor, toColumn: 0)
    var lastRow = window.upperBound - 1
    if isCut {
      output += painter.finishedAboveRow() + status(window, of: end.row + 1)
      lastRow += 1
    } else {
      output += painter.finished() + shownSuggestion(at: end, width: width)
    }
    output += LineDrawing.movement(up: lastRow - cursor.row, toColumn: cursor.column)
    return (
      output,
      Drawn(
        firstRow: window.lowerBound, rowsAboveCursor: cursor.row - window.lowerBound,
        textAboveCursor: painter.text(before: prompt.utf8.count + line.beforeCursor.utf8.count),
        isCut: isCut)
    )
  }

  /// Takes away everything behind the cursor and below it.
  static let clearBelow = "\u{1B}[J"

  /// Moves up, and into a column.
  static func movement(up rows: Int, toColumn column: Int) -> String {
    (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r" + (column > 0 ? "\u{1B}[\(column)C" : "")
  }

  /// The rows that are shown: all, or as many as there is room for, moved no further than the cursor asks.
  private func window(upTo last: Int, around cursor: Int, after first: Int) -> Range<Int> {
    guard let height, last >= max(height, 2) else { return 0..<last + 1 }
    let count = max(height, 2) - 1
    let first = min(max(first, cursor - count + 1), cursor)
    let start = max(0, min(first, last + 1 - count))
    return start..<start + count
  }

  /// The row below a part of a line.
  private func status(_ window: Range<Int>, of count: Int) -> String {
    let text = "… rows \(window.lowerBound + 1) to \(window.upperBound) of \(count)"
    return LineDrawing.faint(String(text.prefix(max(0, width - 1))))
  }

  /// As much of the suggestion as the row has room for, with `…` for what is left out.
  private func shownSuggestion(at end: ScreenPosition, width: Int) -> String {
    let room = width - end.column - 1
    let firstLine = suggestion.prefix { !$0.isNewline }
    guard line.afterCursor.isEmpty, !suggestion.isEmpty, room > 3 else { return "" }
    let shown = firstLine.count < suggestion.count ? firstLine + "…" : firstLine
    return LineDrawing.faint(shortened(String(shown), to: room))
  }

  private static func faint(_ text: String) -> String {
    "\u{1B}[\(StyledSpan.Style.faint.graphicRendition)m" + text + "\u{1B}[m"
  }
}
