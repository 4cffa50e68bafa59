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
  /// The entries as they come back on Up.
  private(set) var recalledTexts: [String] = []
  /// Whether colours and suggestions are painted.
  var canPaint = false
  /// What was last suggested, and behind which text.
  var suggestion: (behind: String, text: String)? { didSet { isSuggestionErased = false } }
  /// Whether the suggestion is off the screen again.
  var isSuggestionErased = false
  /// Whether the terminal is one that is told to mark what is pasted.
  private(set) var isMarkingPastes = false

  let editor: OpaquePointer
  private let recalledEntries: OpaquePointer
  private let recall: (_ entry: String) -> String
  private var historyFile: HistoryFile?
  private var historyErrors: [HistoryFileError] = []
  private(set) var prompt = PromptText("")

  /// Takes the terminal over, or returns `nil` when libedit has no memory for it.
  ///
  /// - Parameters:
  ///   - program: the name that selects this program's lines in `~/.editrc`.
  ///   - historyFile: where entries are loaded from and kept; `nil` keeps none.
  ///   - isColored: whether there may be colours, and with them suggestions.
  ///   - recall: the text as which an entry comes back on Up.
  package init?(
    program: String, historyFile: HistoryFile?, isColored: Bool = false,
    recall: @escaping (_ entry: String) -> String = singleLine(recalling:)
  ) {
    useUTF8Characters()
    guard let editor = unsafe libedit_open(program) else { return nil }
    guard let entries = unsafe libedit_history_open(CInt(HistoryFile.loadLimit)) else {
      unsafe el_end(editor)
      return nil
    }
    unsafe self.editor = unsafe editor
    unsafe self.recalledEntries = unsafe entries
    self.recall = recall
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
    var isInterrupted = false
    markPastes(true)
    let text = unsafe libedit_read_line(editor, &isInterrupted)
    markPastes(false)
    suggestion = nil
    if isInterrupted {
      leaveLine(marking: "^C")
      return .interrupted
    }
    guard let text = unsafe text else {
      leaveLine()
      return .endOfInput
    }
    let line = unsafe String(cString: text)
    return .line(line.last == "\n" ? String(line.dropLast()) : line)
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
    bindKeys()
    bindSuggestionKeys()
    unsafe libedit_add_command(editor, "kessan-complete", "Complete the word before the cursor") {
      editor, _ in unsafe LibEditLineEditor.of(editor).complete()
    }
    unsafe libedit_bind(editor, "^I", "kessan-complete")
    takePastedBlocks()
    unsafe libedit_set_painter(
      { unsafe LibEditLineEditor.of($0).paintOverlay() },
      { unsafe LibEditLineEditor.of($0).eraseSuggestion() })
    isMarkingPastes = hasANSISequences
    canPaint = isColored && hasANSISequences
    unsafe libedit_set_resizer { unsafe LibEditLineEditor.of($0).redrawAfterResize() }
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
    recalledTexts.append(recall(entry))
    unsafe libedit_history_enter(recalledEntries, recall(entry))
  }
}
