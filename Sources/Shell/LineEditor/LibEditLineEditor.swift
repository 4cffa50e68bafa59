import CLibEdit
import Glibc

/// The line editor of the terminal, on libedit.
///
/// While a line is read, Ctrl-C, a change of the window's size and a return from the background
/// are dealt with here; at all other times signals do what the caller has set up. There can be
/// one such editor at a time.
@safe
package final class LibEditLineEditor: LineEditor {
  package var completer: ((_ textBeforeCursor: String) -> Completion)?
  package var highlighter: ((_ line: String) -> [StyledSpan])?
  package private(set) var history: [String] = []
  package var linesAbove: (() -> [String])?
  /// Whether colours and suggestions are drawn.
  private(set) var isColored = false
  /// Whether the line is drawn here; on a terminal whose sequences are unknown libedit draws it.
  private(set) var drawsItself = false
  /// What is on the screen.
  var drawn = LineDrawing.Drawn()
  /// What was last suggested, and behind which text.
  var suggestion: (behind: String, text: String)?
  /// Whether the history is being searched, as of the last drawing.
  var isSearching = false
  /// What can be taken back.
  var undo = LineUndo()
  /// What can be brought back.
  var killed = KilledText()
  /// The list that Tab has shown last.
  var shownList: ShownList?
  /// Whether the terminal is one that is told to mark what is pasted.
  private(set) var isMarkingPastes = false

  let editor: OpaquePointer
  private let recalledEntries: OpaquePointer
  private var historyFile: HistoryFile?
  private var historyErrors: [HistoryFileError] = []
  private(set) var prompt = PromptText("")

  /// Takes the terminal over, or returns `nil` when libedit has no memory for it.
  ///
  /// - Parameters:
  ///   - program: the name that selects this program's lines in `~/.editrc`.
  ///   - historyFile: where entries are loaded from and kept; `nil` keeps none.
  ///   - isColored: whether there may be colours, and with them suggestions.
  package init?(program: String, historyFile: HistoryFile?, isColored: Bool = false) {
    useUTF8Characters()
    guard let editor = unsafe libedit_open(program) else { return nil }
    guard let entries = unsafe libedit_history_open(CInt(HistoryFile.loadLimit)) else {
      unsafe el_end(editor)
      return nil
    }
    unsafe self.editor = unsafe editor
    unsafe self.recalledEntries = unsafe entries
    self.historyFile = historyFile
    setUp(isColored: isColored)
    loadHistory()
  }

  deinit {
    unsafe el_end(editor)
    unsafe history_end(recalledEntries)
  }

  package func readLine(prompt: String) -> LineReading {
    self.prompt = PromptText(prompt)
    drawn = LineDrawing.Drawn()
    undo = LineUndo()
    isSearching = false
    var isInterrupted = false
    markPastes(true)
    let text = unsafe libedit_read_line(editor, drawsItself, &isInterrupted)
    markPastes(false)
    suggestion = nil
    if isInterrupted {
      leaveInterruptedLine()
      return .interrupted
    }
    guard let text = unsafe text else {
      leaveLine()
      return .endOfInput
    }
    let entered = unsafe String(cString: text)
    let line = entered.last == "\n" ? String(entered.dropLast()) : entered
    if drawsItself { leaveLine(showing: line) }
    return .line(line)
  }

  package func addToHistory(_ entry: String) {
    guard !entry.allSatisfy(\.isWhitespace), entry != history.last else { return }
    remember(entry)
    do {
      try historyFile?.append(entry)
    } catch {
      giveUpHistoryFile(error)
    }
  }

  package func takeHistoryError() -> HistoryFileError? {
    historyErrors.isEmpty ? nil : historyErrors.removeFirst()
  }

  private func setUp(isColored: Bool) {
    let client = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe libedit_set_client_data(editor, client)
    unsafe libedit_set_prompt(editor) { unsafe LibEditLineEditor.of($0).prompt.characters }
    unsafe libedit_set_history(editor, recalledEntries)
    drawsItself = hasANSISequences
    isMarkingPastes = drawsItself
    self.isColored = isColored && drawsItself
    bindKeys()
    takePastedBlocks()
    setCallbacks()
    avoidInsertingCapabilities()
    // Last, so that what a person has set holds against all of the above.
    unsafe el_source(editor, nil)
  }

  /// The line editor that a callback of libedit is meant for.
  static func of(_ editor: OpaquePointer) -> LibEditLineEditor {
    unsafe Unmanaged.fromOpaque(libedit_client_data(editor)).takeUnretainedValue()
  }

  private func loadHistory() {
    do {
      try historyFile?.load(remark: { historyErrors.append($0) }).forEach(remember)
    } catch {
      giveUpHistoryFile(error)
    }
  }

  /// One failure is enough: trying again with every statement would fail, or wait, every time.
  private func giveUpHistoryFile(_ error: HistoryFileError) {
    historyErrors.append(error)
    historyFile = nil
  }

  private func remember(_ entry: String) {
    history.append(entry)
    unsafe libedit_history_enter(recalledEntries, entry)
  }
}
