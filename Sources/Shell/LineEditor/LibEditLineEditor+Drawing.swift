import CLibEdit

extension LibEditLineEditor {
  /// What libedit calls while a line is read.
  func setCallbacks() {
    unsafe libedit_set_callbacks(
      libedit_callbacks(
        note: { unsafe LibEditLineEditor.of($0).noteLine() },
        paint: { unsafe LibEditLineEditor.of($0).paint() },
        resize: { unsafe LibEditLineEditor.of($0).followWindow() },
        leave: { unsafe LibEditLineEditor.of($0).leaveLine() },
        return_to: { unsafe LibEditLineEditor.of($0).drawAnew() }))
  }

  /// Draws the line as it is now, with its colours and what is suggested.
  func paint() {
    guard drawsItself else { return }
    let line = currentLine
    let text = line.text
    isSearching = LineSearch.isOpen(in: text)
    suggestion = nil
    var drawing = LineDrawing(
      prompt: prompt.text, line: line, width: terminalWidth, height: terminalHeight)
    if isColored, !isSearching {
      drawing.spans = highlighter?(text) ?? []
      if line.afterCursor.isEmpty, let rest = historySuggestion(for: text, in: history) {
        suggestion = (behind: text, text: rest)
        drawing.suggestion = rest
      }
    }
    draw(drawing, ringing: unsafe libedit_take_bell(editor))
  }

  /// Draws all of a line for the last time, and puts the cursor below it.
  ///
  /// - Parameters:
  ///   - text: The line; nil takes that being edited.
  ///   - mark: What is written at its end.
  func leaveLine(showing text: String? = nil, marking mark: String = "") {
    guard drawsItself else { return leavePlainLine(marking: mark) }
    let text = text ?? LineSearch.removed(from: currentLine.text)
    let spans = isColored ? highlighter?(text) ?? [] : []
    draw(
      LineDrawing(prompt: prompt.text, line: EditedLine(text), spans: spans, width: terminalWidth))
    unsafe libedit_write(editor, mark + "\r\n")
    drawn = LineDrawing.Drawn()
  }

  /// Takes an interrupted line off the screen where only a part of it is shown, and leaves it otherwise.
  func leaveInterruptedLine() {
    let isCut = drawsItself && drawn.isCut
    leaveLine(showing: isCut ? "" : nil, marking: isCut ? "…^C" : "^C")
  }

  /// Draws the line on a row that is free.
  func drawAnew() {
    drawn = LineDrawing.Drawn()
    if drawsItself { paint() } else { unsafe libedit_redraw(editor) }
  }

  /// Draws the line anew in a window whose size has changed.
  ///
  /// Terminals wrap what they show anew as well. So the rows are counted at the new width.
  func followWindow() {
    guard drawsItself else { return redrawPlainLine() }
    unsafe el_resize(editor)
    drawn.rowsAboveCursor = rowsFilled(by: drawn.textAboveCursor, width: terminalWidth)
  }

  /// Clears the screen, and draws the statement from its first line on.
  func clearScreen() -> UInt8 {
    let above = (linesAbove?() ?? []).flatMap { $0.split(separator: "\n") }.map { $0 + "\r\n" }
      .joined()
    unsafe libedit_write(editor, "\u{1B}[H" + LineDrawing.clearBelow + above)
    drawn = LineDrawing.Drawn()
    return UInt8(CC_REFRESH)
  }

  private func draw(_ drawing: LineDrawing, ringing: Bool = false) {
    let (output, drawn) = drawing.drawing(over: drawn)
    self.drawn = drawn
    unsafe libedit_write(editor, ringing ? "\u{7}" + output : output)
  }
}

/// The search that libedit shows in lines of its own, below the one being edited.
enum LineSearch {
  /// Whether it is shown.
  static func isOpen(in text: String) -> Bool { removed(from: text) != text }

  /// The line without it.
  static func removed(from text: String) -> String {
    guard let lineBreak = text.lastIndex(of: "\n") else { return text }
    let last = text[text.index(after: lineBreak)...]
    let isSearch = ["bck:", "fwd:", "bck?", "fwd?"].contains { last.hasPrefix($0) }
    return isSearch ? String(text[..<lineBreak]) : text
  }
}
