/// Reads statements from a person, line by line.
///
/// The prompt talks to this protocol only, so that it runs the same on a terminal
/// (``LibEditLineEditor``) and in a test (``ScriptedLineEditor``). An editor knows nothing of the
/// query language: what can be completed comes from ``completer``, and where a statement ends is
/// the caller's to say.
package protocol LineEditor: AnyObject {
  /// What Tab offers, from the text to the left of the cursor; `nil` when nothing is completed.
  ///
  /// The text is that of the line being edited. Lines of the same statement that were read before
  /// are the caller's to remember.
  var completer: ((_ textBeforeCursor: String) -> Completion)? { get set }

  /// The parts of a line that are shown in a style, in their order; `nil` shows all of it plainly.
  ///
  /// It is asked with every key that changes the line, so it has to be quick.
  var highlighter: ((_ line: String) -> [StyledSpan])? { get set }

  /// The lines of the same statement above the one being edited, with their prompts, for a screen that
  /// is cleared.
  var linesAbove: (() -> [String])? { get set }

  /// The width of the terminal, in columns.
  var width: Int { get }

  /// The statements entered, oldest first, as they were typed.
  var history: [String] { get }

  /// Shows `prompt` and reads one line, without its line break.
  func readLine(prompt: String) -> LineReading

  /// Remembers a statement, its line breaks included, as one entry.
  func addToHistory(_ entry: String)

  /// A failure to load or to keep the history that hasn't been taken yet; `nil` when there is none.
  ///
  /// A history that can't be kept is worth one remark, and no reason to stop.
  func takeHistoryError() -> HistoryFileError?
}

/// What came of reading a line.
package enum LineReading: Equatable, Sendable {
  /// A line was entered; it may be empty.
  case line(String)
  /// Ctrl-C: the line, and the statement that it continues, are to be forgotten.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal is gone.
  case endOfInput
}
