import TextForm

/// Writes text over the rows of the terminal, from the first to the last that are shown.
///
/// Every character goes where ``ScreenPosition`` says, and what was there before goes away, so that it
/// does not matter what that was. A row that goes on in the next is left to the terminal to wrap: so it
/// stays one line for whoever copies it.
struct LinePainter {
  private let width: Int
  private let rows: Range<Int>
  private var position = ScreenPosition()
  private var output = ""
  /// What of the text is shown, with the number of bytes of all text before its end.
  private var shown: [(text: String, end: Int)] = []
  private var offset = 0
  /// Behind the last column a terminal waits for the next character before it goes on.
  private var isWaiting = false

  /// A painter that begins at the left edge of the first row shown.
  init(width: Int, rows: Range<Int>) {
    self.width = width
    self.rows = rows
  }

  /// Goes on with a text, of which some parts have a style.
  mutating func paint(_ text: String, spans: [StyledSpan]) {
    var spans = spans[...]
    var style: StyledSpan.Style?
    var textOffset = 0
    for scalar in text.unicodeScalars {
      while let first = spans.first, first.range.upperBound <= textOffset { spans.removeFirst() }
      let next = spans.first.flatMap { $0.range.contains(textOffset) ? $0.style : nil }
      textOffset += scalar.utf8.count
      let row = position.row(of: scalar, width: width)
      if rows.contains(row), next != style {
        output += LinePainter.plain + (next.map { "\u{1B}[\($0.graphicRendition)m" } ?? "")
        style = next
      }
      put(scalar, in: row)
    }
    if style != nil { output += LinePainter.plain }
  }

  /// Everything painted, with the cursor behind it and nothing else below.
  func finished() -> String {
    output + (isWaiting ? LinePainter.nextRow : "") + LineDrawing.clearBelow
  }

  /// Everything painted, with the cursor in a free row below it.
  func finishedAboveRow() -> String {
    // A terminal that waits behind the last column would clear that too.
    output + (isWaiting ? "" : LinePainter.clearToEndOfRow) + "\r\n" + LineDrawing.clearBelow
  }

  /// What is shown of the first bytes of all text.
  func text(before end: Int) -> String {
    shown.prefix { $0.end <= end }.map(\.text).joined()
  }

  private static let plain = "\u{1B}[m"
  /// Makes a terminal go on that waits behind the last column.
  private static let nextRow = " \r"
  private static let clearToEndOfRow = "\u{1B}[K"

  private mutating func put(_ scalar: Unicode.Scalar, in row: Int) {
    offset += scalar.utf8.count
    let column = position.column
    let wraps = row > position.row
    position.advance(over: scalar, width: width)
    // What doesn't fit the end of a row leaves a cell there that nothing else writes.
    if wraps, rows.contains(row - 1) { output += LinePainter.clearToEndOfRow }
    guard rows.contains(row) else { return }
    if scalar == "\n" {
      if isWaiting { output += LinePainter.nextRow }
      // The last row shown has no row below it to go to.
      output += LinePainter.clearToEndOfRow + (rows.contains(row + 1) ? "\r\n" : "")
      isWaiting = false
    } else {
      let text = ScreenPosition.shown(scalar, at: column, width: width)
      output += text
      if characterWidth(scalar) != 0 { isWaiting = position.column == 0 }
    }
    shown.append((String(scalar), offset))
  }
}
