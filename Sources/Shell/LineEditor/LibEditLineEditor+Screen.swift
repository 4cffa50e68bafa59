import CLibEdit

extension LibEditLineEditor {
  package var width: Int {
    // The window may have changed while no line was being read.
    unsafe el_resize(editor)
    return terminalWidth
  }

  /// The terminal's width, in columns, as libedit has last learnt of it.
  var terminalWidth: Int { unsafe Int(libedit_capability_number(editor, "co", 80)) }

  /// The terminal's height, in lines.
  var terminalHeight: Int { unsafe Int(libedit_capability_number(editor, "li", 24)) }

  /// The line being edited, on both sides of the cursor.
  var currentLine: EditedLine {
    let line = unsafe el_line(editor).pointee
    let before = unsafe UnsafeRawBufferPointer(
      start: line.buffer, count: line.cursor - line.buffer)
    let after = unsafe UnsafeRawBufferPointer(
      start: line.cursor, count: line.lastchar - line.cursor)
    return EditedLine(
      unsafe String(decoding: before, as: UTF8.self), unsafe String(decoding: after, as: UTF8.self))
  }

  /// Keeps libedit from shifting text on the screen, and makes it write the rest of the line anew.
  ///
  /// It counts a wide character as one column when it shifts a line that wraps, and garbles it.
  func avoidInsertingCapabilities() {
    for name in ["ic", "IC", "im", "dc", "DC", "dm"] {
      unsafe libedit_set_capability(editor, name, "")
    }
  }

  /// Puts the cursor on a fresh line below the line that libedit has drawn, which may be several rows high.
  ///
  /// - Parameter mark: what is written at the end of the line; only where the cursor is there.
  func leavePlainLine(marking mark: String) {
    let line = currentLine
    let cursorRow = row(after: line.beforeCursor)
    let lastRow = row(after: line.text)
    let breaks = String(repeating: "\r\n", count: lastRow - cursorRow + 1)
    unsafe libedit_write(editor, (line.afterCursor.isEmpty ? mark : "") + breaks)
  }

  /// Lets libedit draw the line anew in a window whose size has changed.
  ///
  /// The rows are counted at the new width, and the drawing starts at the prompt. A terminal that can't
  /// move up gets a fresh line instead.
  func redrawPlainLine() {
    unsafe el_resize(editor)
    let rowsAbove = row(after: currentLine.beforeCursor)
    unsafe libedit_write(editor, "\r")
    if let up = capability("up"), let clear = capability("cd") {
      let start = String(repeating: up, count: rowsAbove)
      unsafe libedit_write(editor, start + clear)
    } else {
      unsafe libedit_write(editor, "\n")
    }
    unsafe libedit_redraw(editor)
  }

  /// Whether the terminal's sequences are those of ANSI, as nearly everywhere; of one that is unknown to
  /// libedit nothing is known.
  var hasANSISequences: Bool { capability("cd")?.hasPrefix(LineDrawing.clearBelow) == true }

  private func capability(_ name: String) -> String? {
    guard let text = unsafe libedit_capability(editor, name) else { return nil }
    return unsafe String(cString: text)
  }

  /// The row below the prompt's in which the cursor stands behind `text`.
  private func row(after text: String) -> Int {
    rowsFilled(by: prompt.text + text, width: terminalWidth)
  }
}
