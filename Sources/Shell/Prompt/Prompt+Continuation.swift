import QuerySyntax
import TextForm

/// Statements of more than one line.
extension Prompt {
  /// The prompt behind some lines of a statement; none asks for a new one.
  ///
  /// That for a further line shows what is open, and is as wide as the first, so that the lines of a
  /// statement stand below one another.
  func prompt(after lines: some Collection<String>) -> String {
    let first = "kessan (\(shownName))> "
    guard !lines.isEmpty else { return first }
    let next = (openSign(of: lines) ?? "") + "...> "
    return String(repeating: " ", count: max(0, displayWidth(first) - displayWidth(next))) + next
  }

  /// The lines of the open statement with their prompts.
  var shownLines: [String] {
    pending.indices.map { prompt(after: pending[..<$0]) + pending[$0] }
  }

  /// The name of the store, which leaves most of a narrow window to what is typed.
  private var shownName: String { shortened(name, to: max(8, editor.width / 3)) }

  /// What the lines leave open; a block may hold commands and whole statements before it.
  private func openSign(of lines: some Collection<String>) -> String? {
    guard
      case .statements(let last)? = PromptPiece.pieces(of: lines.joined(separator: "\n")).last
    else { return nil }
    return QueryParser.openSign(of: last)
  }

  /// Whether a line calls a command while a statement is open, which then stays open.
  ///
  /// A number may begin with a dot, and so may a line of a text in quotation marks.
  func isCommandInStatement(_ line: String) -> Bool {
    guard !pending.isEmpty, let call = DotCommand.call(in: line) else { return false }
    return DotCommand.named(call.name) != nil && openSign(of: pending) != "\""
  }

  // MARK: - Leaving a statement

  /// Gives the open statement up, but not for ever.
  func dropStatement() throws(OutputStream.Failure) {
    keepUnfinishedStatement()
    try console.tell("the statement was left unfinished; Up brings it back, Ctrl-D leaves")
  }

  /// Puts the open statement into the history, if there is one.
  func keepUnfinishedStatement() {
    if !pending.isEmpty { editor.addToHistory(pending.joined(separator: "\n")) }
    pending = []
  }
}
