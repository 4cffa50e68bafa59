import Diagnostics
import Glibc
package import QueryEngine
import QuerySyntax

/// The interactive session: reads statements, answers them, and goes on whatever happens.
package final class Prompt {
  private let session: Session
  private let editor: any LineEditor
  private let console: Console
  private let name: String
  private var pending: [String] = []

  /// A prompt over a session.
  ///
  /// - Parameters:
  ///   - session: What statements are run in.
  ///   - editor: Where lines come from.
  ///   - console: Where outcomes go.
  ///   - name: What the prompt calls the store.
  package init(session: Session, editor: any LineEditor, console: Console, name: String) {
    self.session = session
    self.editor = editor
    self.console = console
    self.name = name
  }

  /// Reads and answers until the input ends.
  package func run() throws {
    let completer = StatementCompleter(session: session)
    editor.completer = { [weak self] text in
      completer.completion(for: text, after: self?.pending.joined(separator: " ") ?? "")
    }
    let highlighter = StatementHighlighter(session: session)
    editor.highlighter = { [weak self] line in
      highlighter.spans(of: line, after: self?.pending.joined(separator: "\n") ?? "")
    }
    while true {
      highlighter.forgetNames()
      if let error = editor.takeHistoryError() { try console.tell(error.message) }
      switch editor.readLine(prompt: pending.isEmpty ? firstPrompt : nextPrompt) {
      case .line(let line): try take(line)
      case .interrupted: pending = []
      case .endOfInput: return try console.finish()
      }
    }
  }

  private var firstPrompt: String { "kessan (\(name))> " }

  /// As wide as the first prompt, so that the lines of a statement stand below one another.
  private var nextPrompt: String {
    String(repeating: " ", count: max(0, displayWidth(firstPrompt) - 5)) + "...> "
  }

  private func take(_ line: String) throws(OutputStream.Failure) {
    pending.append(line)
    let text = pending.joined(separator: "\n")
    if QueryParser.needsAnotherLine(text) { return }
    pending = []
    if text.allSatisfy(\.isWhitespace) { return }
    editor.addToHistory(text)
    try answer(text)
  }

  private func answer(_ text: String) throws(OutputStream.Failure) {
    StatementInterruption.begin()
    let source = SourceText(name: "prompt", text)
    _ = try session.run(
      source, readFile: FileContent.read,
      emit: { (outcome) throws(OutputStream.Failure) in
        try console.emit(outcome)
        if case .met = outcome { try console.tell("met") }
      })
    try console.flush()
  }
}
