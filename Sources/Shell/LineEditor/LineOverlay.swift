import TextForm

/// What is painted over the line that libedit has drawn: colours, and a suggestion behind its end.
///
/// It writes the same characters into the same cells, so that libedit, which knows nothing of it, stays
/// right about what is on the screen. That needs the place of every character; where one is uncertain
/// there is no overlay.
struct LineOverlay {
  /// The prompt in front of the line.
  var prompt: String
  /// The line, on both sides of the cursor.
  var line: (beforeCursor: String, afterCursor: String)
  /// The parts of the line with a style, in their order.
  var spans: [StyledSpan] = []
  /// What may be taken behind the line's end; nothing unless the cursor stands there.
  var suggestion = ""
  /// The terminal's width, in columns.
  var width: Int
  /// The terminal's height, in lines.
  var height: Int

  /// What paints it, beginning and ending at the cursor; nil where that can't be done safely.
  var painting: String? {
    guard width > 0, let start = ScreenPosition(after: prompt, width: width),
      let cursor = ScreenPosition(after: line.beforeCursor, from: start, width: width),
      let end = ScreenPosition(after: line.afterCursor, from: cursor, width: width),
      end.row < height
    else { return nil }
    return LineOverlay.movement(up: cursor.row - start.row, toColumn: start.column)
      + coloredText(from: start, to: end) + LineOverlay.clearBelow + shownSuggestion(at: end)
      + LineOverlay.movement(up: end.row - cursor.row, toColumn: cursor.column)
  }

  /// Takes a suggestion away again, with the cursor in front of it.
  static let clearBelow = "\u{1B}[J"
  private static let plain = "\u{1B}[m"
  /// Makes a terminal go on that waits behind the last column.
  private static let nextRow = " \r"

  private static func movement(up rows: Int, toColumn column: Int) -> String {
    (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r" + (column > 0 ? "\u{1B}[\(column)C" : "")
  }

  /// The line in its colours; the cursor ends up at `end`.
  private func coloredText(from start: ScreenPosition, to end: ScreenPosition) -> String {
    let text = line.beforeCursor + line.afterCursor
    var output = ""
    var position = start
    var offset = 0
    var spans = spans[...]
    var style: StyledSpan.Style?
    // Behind the last column a terminal waits for the next character before it goes on.
    var isWaiting = false
    for scalar in text.unicodeScalars {
      while let first = spans.first, first.range.upperBound <= offset { spans.removeFirst() }
      let next = spans.first.flatMap { $0.range.contains(offset) ? $0.style : nil }
      if next != style {
        output += LineOverlay.plain + (next.map { "\u{1B}[\($0.graphicRendition)m" } ?? "")
        style = next
      }
      if isWaiting, scalar == "\n" { output += LineOverlay.nextRow }
      output += shown(scalar, at: position)
      _ = position.advance(over: scalar, width: width)
      offset += scalar.utf8.count
      isWaiting = position.column == 0 && scalar != "\n"
    }
    return output + (style == nil ? "" : LineOverlay.plain) + (isWaiting ? LineOverlay.nextRow : "")
  }

  private func shown(_ scalar: Unicode.Scalar, at position: ScreenPosition) -> String {
    switch scalar {
    case "\n": "\u{1B}[K\r\n"
    case "\t":
      String(
        repeating: " ", count: ScreenPosition.tabWidth(at: position.column, width: width))
    default: String(scalar)
    }
  }

  /// As much of the suggestion as the row has room for.
  private func shownSuggestion(at end: ScreenPosition) -> String {
    let room = width - end.column - 1
    let shown = suggestion.prefix { !$0.isNewline }
    guard line.afterCursor.isEmpty, !shown.isEmpty, room > 3 else { return "" }
    var text = ""
    for character in shown {
      if displayWidth(text) + displayWidth(String(character)) > room - 1 {
        text += "…"
        break
      }
      text.append(character)
    }
    return "\u{1B}[\(StyledSpan.Style.faint.graphicRendition)m" + text + LineOverlay.plain
  }
}
