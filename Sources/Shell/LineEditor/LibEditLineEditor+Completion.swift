import CLibEdit
import TextForm

extension LibEditLineEditor {
  /// What Tab does: completes what it can, and lists the candidates when there are several.
  ///
  /// - Returns: what libedit is to do next, one of its `CC_` codes.
  func complete() -> UInt8 {
    let line = currentLine
    guard let completion = completer?(line.beforeCursor), !completion.candidates.isEmpty else {
      return UInt8(CC_ERROR)
    }
    let edit = completion.edit(of: line.beforeCursor, before: line.afterCursor)
    // Listing starts below the line as it stands on the screen, so before it is changed.
    if completion.candidates.count > 1 { list(completion.candidates) }
    if let edit { apply(edit, to: line.beforeCursor) }
    if completion.candidates.count > 1 {
      unsafe libedit_redraw(editor)
      return UInt8(CC_NORM)
    }
    return UInt8(edit == nil ? CC_ERROR : CC_REFRESH)
  }

  private func list(_ candidates: [Completion.Candidate]) {
    let list = CompletionList(
      candidates: candidates, width: terminalWidth, height: max(4, terminalHeight - 4),
      palette: canPaint ? .colored : .plain)
    leaveLine()
    unsafe libedit_write(editor, list.lines.map { $0 + "\r\n" }.joined())
  }

  /// libedit counts the characters to delete as Unicode scalars.
  private func apply(_ edit: CompletionEdit, to textBeforeCursor: String) {
    let deleted = textBeforeCursor.suffix(edit.deletedCharacters).unicodeScalars.count
    unsafe el_deletestr(editor, CInt(deleted))
    unsafe el_insertstr(editor, edit.inserted)
  }
}
