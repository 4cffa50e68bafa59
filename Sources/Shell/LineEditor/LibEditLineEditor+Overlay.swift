import CLibEdit

extension LibEditLineEditor {
  /// Paints over the line that libedit has drawn, where that is safe.
  func paintOverlay() {
    guard canPaint else { return }
    let line = currentLine
    let text = line.beforeCursor + line.afterCursor
    suggestion = nil
    if text.isEmpty || isSearching(text) { return }
    var overlay = LineOverlay(
      prompt: prompt.text, line: line, spans: highlighter?(text) ?? [], width: terminalWidth,
      height: terminalHeight)
    let rest = line.afterCursor.isEmpty ? historySuggestion(for: text, in: recalledTexts) : nil
    overlay.suggestion = rest ?? ""
    guard let painting = overlay.painting else { return }
    if let rest { suggestion = (behind: text, text: rest) }
    unsafe libedit_write(editor, painting)
  }

  /// Takes the suggestion off the screen, so that libedit doesn't meet what it hasn't drawn.
  func eraseSuggestion() {
    guard suggestion != nil, !isSuggestionErased else { return }
    isSuggestionErased = true
    unsafe libedit_write(editor, LineOverlay.clearBelow)
  }

  /// Whether libedit shows its own prompt of a search below the line.
  private func isSearching(_ text: String) -> Bool {
    let last = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    return text.contains("\n") && (last.hasPrefix("bck") || last.hasPrefix("fwd"))
  }

  // MARK: - Taking the suggestion

  /// Gives the keys that go to the right, at the end of the line, the suggestion to take.
  func bindSuggestionKeys() {
    unsafe libedit_add_command(editor, "kessan-right", "Move right, or take the suggestion") {
      editor, _ in unsafe LibEditLineEditor.of(editor).moveRight()
    }
    unsafe libedit_add_command(editor, "kessan-end", "Move to the end, or take the suggestion") {
      editor, _ in unsafe LibEditLineEditor.of(editor).moveToEnd()
    }
    unsafe libedit_add_command(editor, "kessan-word", "Move by a word, or take one suggested") {
      editor, _ in unsafe LibEditLineEditor.of(editor).moveByWord()
    }
    let keys = [
      "kessan-right": ["^F", "\\e[C", "\\eOC"],
      "kessan-end": ["^E", "\\e[F", "\\eOF", "\\e[4~", "\\e[8~"],
      "kessan-word": ["\\ef", "\\e[1;5C", "\\e[1;3C", "\\e[5C", "\\eOc"],
    ]
    for (command, keys) in keys {
      for key in keys { unsafe libedit_bind(editor, key, command) }
    }
  }

  private func moveRight() -> UInt8 {
    if let taken = takeSuggestion({ $0 }) { return taken }
    return move(by: currentLine.afterCursor.isEmpty ? 0 : 1)
  }

  private func moveToEnd() -> UInt8 {
    if let taken = takeSuggestion({ $0 }) { return taken }
    let count = currentLine.afterCursor.unicodeScalars.count
    return count == 0 ? UInt8(CC_NORM) : move(by: count)
  }

  private func moveByWord() -> UInt8 {
    if let taken = takeSuggestion(firstWord) { return taken }
    return move(by: firstWord(of: currentLine.afterCursor).unicodeScalars.count)
  }

  private func move(by count: Int) -> UInt8 {
    guard count > 0 else { return UInt8(CC_ERROR) }
    unsafe el_cursor(editor, CInt(count))
    return UInt8(CC_CURSOR)
  }

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
