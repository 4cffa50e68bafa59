import CLibEdit
import TextForm

extension LibEditLineEditor {
  /// What Tab does: completes what it can, and lists the candidates when there are several.
  ///
  /// - Returns: what libedit is to do next, one of its `CC_` codes.
  func complete() -> UInt8 {
    let line = currentLine
    guard let completion = completer?(line.beforeCursor).narrowed(to: line),
      !completion.candidates.isEmpty
    else { return UInt8(CC_ERROR) }
    let edit = completion.edit(of: line)
    // Listing starts below the line as it stands on the screen, so before it is changed.
    if completion.candidates.count > 1 { list(completion.candidates, after: edit) }
    if let edit { apply(edit, to: line) }
    if completion.candidates.count > 1, !drawsItself {
      unsafe libedit_redraw(editor)
      return UInt8(CC_NORM)
    }
    return UInt8(edit == nil && completion.candidates.count == 1 ? CC_ERROR : CC_REFRESH)
  }

  /// Shows the candidates, and the next of them where Tab is pressed again.
  private func list(_ candidates: [Completion.Candidate], after edit: CompletionEdit?) {
    let line = currentLine
    let isAgain = edit == nil && shownList?.line == line
    let list = CompletionList(
      candidates: candidates, width: terminalWidth, height: max(4, terminalHeight - 4),
      palette: isColored ? .colored : .plain, first: isAgain ? shownList?.next ?? 0 : 0)
    let page = list.page
    leaveLine()
    unsafe libedit_write(editor, page.lines.map { $0 + "\r\n" }.joined())
    shownList = ShownList(line: edit?.applied(to: line) ?? line, next: page.next)
  }

  private func apply(_ edit: CompletionEdit, to line: EditedLine) {
    move(over: line.afterCursor.prefix(edit.deletedCharactersBehind))
    delete(
      before: line.beforeCursor.suffix(edit.deletedCharacters)
        + line.afterCursor.prefix(edit.deletedCharactersBehind))
    unsafe el_insertstr(editor, edit.inserted)
  }
}

/// A page of candidates that Tab has shown, and behind which line.
struct ShownList {
  /// The line as Tab has left it.
  var line: EditedLine
  /// The candidate that the next page begins with.
  var next: Int
}
