import CLibEdit

extension LibEditLineEditor {
  /// A command of our own, as libedit calls it; it returns one of libedit's `CC_` codes.
  typealias Command = @convention(c) (OpaquePointer, CInt) -> UInt8

  /// Adds the commands that libedit lacks, or has with another meaning, and binds keys to them.
  func bindCommands() {
    unsafe LibEditLineEditor.commands.forEach { name, keys, command in
      unsafe libedit_add_command(editor, name, name, command)
      for key in keys { unsafe libedit_bind(editor, key, name) }
    }
    guard drawsItself else { return }
    unsafe libedit_add_command(editor, "kessan-clear-screen", "Clear the screen") { editor, _ in
      unsafe LibEditLineEditor.of(editor).clearScreen()
    }
    unsafe libedit_bind(editor, "^L", "kessan-clear-screen")
  }

  private static let commands: [(name: String, keys: [String], command: Command)] = unsafe [
    ("kessan-complete", ["^I"], { editor, _ in unsafe of(editor).complete() }),
    ("kessan-left", ["^B", "\\e[D", "\\eOD"], { editor, _ in unsafe of(editor).moveLeft() }),
    ("kessan-right", ["^F", "\\e[C", "\\eOC"], { editor, _ in unsafe of(editor).moveRight() }),
    (
      "kessan-end", ["^E", "\\e[F", "\\eOF", "\\e[4~", "\\e[8~"],
      { editor, _ in unsafe of(editor).moveToEnd() }
    ),
    (
      "kessan-word", ["\\ef", "\\e[1;5C", "\\e[1;3C", "\\e[5C", "\\eOc"],
      { editor, _ in unsafe of(editor).moveByWord() }
    ),
    ("kessan-up", ["^P", "\\e[A", "\\eOA"], { editor, _ in unsafe of(editor).moveUp() }),
    ("kessan-down", ["^N", "\\e[B", "\\eOB"], { editor, _ in unsafe of(editor).moveDown() }),
    ("kessan-backspace", ["^?", "^H"], { editor, _ in unsafe of(editor).deleteBefore() }),
    ("kessan-delete", ["\\e[3~"], { editor, _ in unsafe of(editor).deleteBehind() }),
    ("kessan-delete-or-end", ["^D"], { editor, _ in unsafe of(editor).deleteBehindOrEnd() }),
    (
      "kessan-kill-word-before", ["^W", "\\e^?", "\\e^H"],
      { editor, _ in
        unsafe of(editor).kill(before: LineMotion.wordBefore(of(editor).currentLine.beforeCursor))
      }
    ),
    (
      "kessan-kill-word", ["\\ed", "\\e[3;5~"],
      { editor, _ in
        unsafe of(editor).kill(behind: LineMotion.wordBehind(of(editor).currentLine.afterCursor))
      }
    ),
    (
      "kessan-kill-start", ["^U"],
      { editor, _ in unsafe of(editor).kill(before: of(editor).currentLine.beforeCursor[...]) }
    ),
    (
      "kessan-kill-end", ["^K"],
      { editor, _ in unsafe of(editor).kill(behind: of(editor).currentLine.afterCursor[...]) }
    ),
    ("kessan-yank", ["^Y"], { editor, _ in unsafe of(editor).bringBackKilledText() }),
    ("kessan-undo", ["^_"], { editor, _ in unsafe of(editor).takeBackChange() }),
  ]

  // MARK: - Changing the line

  /// Moves the cursor over a text behind it, or before it where `isBackward`.
  @discardableResult
  func move(over text: some StringProtocol, isBackward: Bool = false) -> UInt8 {
    let count = CInt(text.unicodeScalars.count)
    guard count > 0 else { return UInt8(CC_ERROR) }
    unsafe el_cursor(editor, isBackward ? -count : count)
    return UInt8(CC_CURSOR)
  }

  /// Deletes a text that ends at the cursor; libedit counts Unicode scalars.
  func delete(before text: some StringProtocol) {
    unsafe el_deletestr(editor, CInt(text.unicodeScalars.count))
  }

  private func delete(behind text: some StringProtocol) {
    move(over: text)
    delete(before: text)
  }

  /// Replaces the whole line.
  private func replaceLine(with state: EditedLine) {
    let line = currentLine
    move(over: line.afterCursor)
    delete(before: line.text)
    unsafe el_insertstr(editor, state.text)
    move(over: state.afterCursor, isBackward: true)
  }

  // MARK: - Deleting

  /// Deletes the character before the cursor: all that is seen as one, such as a joined emoji.
  private func deleteBefore() -> UInt8 {
    guard let last = currentLine.beforeCursor.last else { return UInt8(CC_ERROR) }
    delete(before: String(last))
    return UInt8(CC_REFRESH)
  }

  private func deleteBehind() -> UInt8 {
    guard let first = currentLine.afterCursor.first else { return UInt8(CC_ERROR) }
    delete(behind: String(first))
    return UInt8(CC_REFRESH)
  }

  /// Ctrl-D ends an empty line; where it has ended a search, it does no more than that.
  private func deleteBehindOrEnd() -> UInt8 {
    let line = currentLine
    if isSearching { return UInt8(CC_REFRESH) }
    if line.text.isEmpty { return UInt8(CC_EOF) }
    return deleteBehind()
  }

  private func kill(before text: Substring) -> UInt8 {
    guard !text.isEmpty else { return UInt8(CC_ERROR) }
    killed.kill(before: String(text), in: currentLine)
    delete(before: text)
    return UInt8(CC_REFRESH)
  }

  private func kill(behind text: Substring) -> UInt8 {
    guard !text.isEmpty else { return UInt8(CC_ERROR) }
    killed.kill(behind: String(text), in: currentLine)
    delete(behind: text)
    return UInt8(CC_REFRESH)
  }

  private func bringBackKilledText() -> UInt8 {
    guard !killed.text.isEmpty else { return UInt8(CC_ERROR) }
    unsafe el_insertstr(editor, killed.text)
    return UInt8(CC_REFRESH)
  }

  // MARK: - Undoing

  /// Takes note of the line before a key is read.
  func noteLine() {
    let line = currentLine
    if !LineSearch.isOpen(in: line.text) { undo.note(line) }
  }

  private func takeBackChange() -> UInt8 {
    guard let state = undo.takeBack() else { return UInt8(CC_ERROR) }
    replaceLine(with: state)
    return UInt8(CC_REFRESH)
  }
}
