import CLibEdit

extension LibEditLineEditor {
  /// Moves by all that is seen as one character.
  func moveLeft() -> UInt8 {
    move(over: currentLine.beforeCursor.suffix(1), isBackward: true)
  }

  /// Moves right, or takes the suggestion.
  func moveRight() -> UInt8 {
    takeSuggestion { $0 } ?? move(over: currentLine.afterCursor.prefix(1))
  }

  /// Moves to the end, or takes the suggestion.
  func moveToEnd() -> UInt8 {
    if let taken = takeSuggestion({ $0 }) { return taken }
    let rest = currentLine.afterCursor
    return rest.isEmpty ? UInt8(CC_NORM) : move(over: rest)
  }

  /// Moves by a word, or takes one of the suggestion.
  func moveByWord() -> UInt8 {
    takeSuggestion { String(LineMotion.wordBehind($0)) }
      ?? move(over: LineMotion.wordBehind(currentLine.afterCursor))
  }

  // MARK: - Up and down

  /// What stands for libedit's own commands here: it can only be told keys.
  private static let historyKeys = (previous: "\u{1B}[900~", next: "\u{1B}[901~")

  /// Binds keys that no terminal sends to libedit's walk through the history.
  func bindHistoryKeys() {
    unsafe libedit_bind(editor, "\\e[900~", "ed-prev-history")
    unsafe libedit_bind(editor, "\\e[901~", "ed-next-history")
  }

  /// Moves to the line above in a block, and from its first line to the statement entered before.
  func moveUp() -> UInt8 {
    if let text = LineMotion.toLineAbove(currentLine.beforeCursor) {
      return move(over: text, isBackward: true)
    }
    unsafe el_push(editor, LibEditLineEditor.historyKeys.previous)
    return UInt8(CC_NORM)
  }

  /// Moves to the line below in a block, and from its last line to the statement entered after.
  func moveDown() -> UInt8 {
    let line = currentLine
    if let text = LineMotion.toLineBelow(line.beforeCursor, line.afterCursor) {
      return move(over: text)
    }
    unsafe el_push(editor, LibEditLineEditor.historyKeys.next)
    return UInt8(CC_NORM)
  }

  // MARK: - Taking the suggestion

  /// Inserts what `part` keeps of the suggestion; nil where none is shown.
  private func takeSuggestion(_ part: (String) -> String) -> UInt8? {
    let line = currentLine
    guard let suggestion, line.afterCursor.isEmpty, suggestion.behind == line.beforeCursor else {
      return nil
    }
    self.suggestion = nil
    unsafe el_insertstr(editor, part(suggestion.text))
    return UInt8(CC_REFRESH)
  }
}
