import Diagnostics
package import QueryEngine
import QuerySyntax
package import Tabular
package import TextForm

/// The interactive session: reads statements, answers them, and goes on whatever happens.
package final class Prompt {
  /// Opens the store in a file, ready to be asked, with what the prompt calls it.
  package typealias Opener = (_ file: String) throws(UnopenedStore) -> (
    session: Session, name: String
  )

  /// What a person can change for the rest of the session, besides the settings of the language.
  struct Options {
    var tellsTime = false
    var echoes = false
  }

  private(set) var session: Session
  let editor: any LineEditor
  let console: Console
  let output: PromptOutput
  var options = Options()
  /// The format that `.mode` has chosen; a file's name may ask for another while results go there.
  var mode: OutputFormat
  /// Whether results on the screen are painted.
  let isColored: Bool
  /// Whether results go elsewhere for one answer only.
  var isOnce = false
  /// What has been answered and hasn't arrived yet, where answers don't go to the screen.
  var undelivered: [Outcome] = []
  /// The last result, for `.last`.
  var lastResult: ResultTable?
  /// The files that are being read, so that none reads itself for ever.
  var filesBeingRead: [String] = []
  /// Where the command stands that is being done; nil for one that was typed.
  var commandPlace: (file: String, line: Int)?
  /// Whether the file that is read first is being read: what it sets needs no word.
  private(set) var isStarting = false
  /// Set by `.quit`.
  var isLeaving = false
  let open: Opener
  private(set) var name: String
  private let progress: ProgressNote?
  /// The lines of a statement that isn't complete yet.
  var pending: [String] = []
  private var highlighter: StatementHighlighter?

  /// A prompt over a session.
  ///
  /// - Parameters:
  ///   - session: What statements are run in.
  ///   - editor: Where lines come from.
  ///   - output: Where results go.
  ///   - messages: Where everything else goes.
  ///   - palette: The colours of messages.
  ///   - document: What becomes of the results at first.
  ///   - name: What the prompt calls the store.
  ///   - showsProgress: Whether messages go to a terminal, where a statement that takes long is told.
  ///   - messageWidth: The width of the terminal that shows messages, where there is one.
  ///   - open: Opens another store.
  package init(
    session: Session, editor: any LineEditor, output: PromptOutput, messages: OutputStream,
    palette: Palette = .plain, document: ResultDocument = ResultDocument(format: .table),
    name: String, showsProgress: Bool = false, messageWidth: @escaping () -> Int? = { nil },
    open: @escaping Opener
  ) {
    self.session = session
    self.editor = editor
    self.output = output
    self.name = name
    self.open = open
    mode = document.format
    isColored = document.isColored
    progress = showsProgress ? ProgressNote(stream: messages) : nil
    console = Console(
      results: output, messages: messages, palette: palette, document: document,
      width: { output.width }, messageWidth: messageWidth,
      isInterrupted: { StatementInterruption.isRequested })
  }

  /// Reads and answers until the input ends.
  ///
  /// - Parameter initialFile: What is read first, where it is there.
  /// - Throws: Why results or messages can't be written any more.
  package func run(initialFile: String? = nil) throws(OutputStream.Failure) {
    use(session, name: name)
    if let initialFile, FileContent.exists(initialFile) {
      isStarting = true
      try read(initialFile)
      isStarting = false
    }
    if editor.history.isEmpty { try console.tell(Greeting(session: session).text) }
    while !isLeaving {
      // Another program may have declared something; where that can't be read, the next statement tells.
      try? session.refresh()
      highlighter?.forgetNames()
      while let error = editor.takeHistoryError() { try console.tell(error.message) }
      switch editor.readLine(prompt: prompt(after: pending)) {
      case .line(let line): try take(line)
      case .interrupted: pending = []
      case .endOfInput where !pending.isEmpty: try dropStatement()
      case .endOfInput: isLeaving = true
      }
    }
    keepUnfinishedStatement()
    // A page that is still open is ended.
    try begin(mode)
  }

  /// Goes on with another session.
  func use(_ session: Session, name: String) {
    self.session = session
    self.name = name
    let isInterrupted = session.isInterrupted
    session.isInterrupted = { [progress] in
      progress?.tick()
      return isInterrupted()
    }
    let completer = StatementCompleter(session: session)
    editor.completer = { [weak self] text in
      completer.completion(for: text, after: self?.pending.joined(separator: " ") ?? "")
    }
    editor.linesAbove = { [weak self] in self?.shownLines ?? [] }
    let highlighter = StatementHighlighter(session: session)
    self.highlighter = highlighter
    editor.highlighter = { [weak self] line in
      highlighter.spans(of: line, after: self?.pending.joined(separator: "\n") ?? "")
    }
    applyFormat()
  }

  /// Tells the session what becomes of its results.
  func applyFormat() {
    session.isForMachines = console.format.isForMachines
    session.drawsOnePlot = console.format.holdsOnePlot
  }

  private func take(_ line: String) throws(OutputStream.Failure) {
    if isCommandInStatement(line) {
      _ = try run(PromptPiece.pieces(of: line), from: "prompt")
      return
    }
    pending.append(line)
    let text = pending.joined(separator: "\n")
    let pieces = PromptPiece.pieces(of: text)
    if case .statements(let last)? = pieces.last, QueryParser.needsAnotherLine(last) { return }
    pending = []
    if pieces.isEmpty { return }
    editor.addToHistory(text)
    _ = try run(pieces, from: "prompt")
  }

  /// Takes the note of how long something takes off the screen.
  func clearProgress() { progress?.clear() }

  /// Does something that gives results, so that it can be interrupted, and ends what `.once` began.
  func timed(
    _ work: () throws(OutputStream.Failure) -> Bool
  ) throws(OutputStream.Failure) -> Bool {
    StatementInterruption.begin()
    progress?.start()
    let start = MonotonicClock.nanoseconds()
    defer { progress?.end() }
    let isFine = try work()
    let nanoseconds = MonotonicClock.nanoseconds() &- start
    progress?.clear()
    try deliver()
    if options.tellsTime { try console.tell("took \(ElapsedTime.text(nanoseconds: nanoseconds))") }
    return isFine
  }
}

/// Why a store couldn't be opened, in words.
package struct UnopenedStore: Error, Sendable {
  /// The reason, and what to do about it.
  package let reason: String

  /// A store that couldn't be opened.
  package init(reason: String) {
    self.reason = reason
  }
}
