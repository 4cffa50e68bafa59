/// A line editor that hands out readings prepared beforehand, for tests of what reads from it.
///
/// When the readings are used up, the input has ended.
package final class ScriptedLineEditor: LineEditor {
  package var completer: ((_ textBeforeCursor: String) -> Completion)?
  package var highlighter: ((_ line: String) -> [StyledSpan])?
  package var linesAbove: (() -> [String])?
  package var width = 80
  /// The prompts shown, in order: one for each line asked for.
  package private(set) var prompts: [String] = []
  package private(set) var history: [String] = []
  private var readings: ArraySlice<LineReading>
  private var historyError: HistoryFileError?

  /// Makes an editor that hands out `readings` in order.
  ///
  /// - Parameters:
  ///   - readings: what ``readLine(prompt:)`` returns, call by call.
  ///   - historyError: what ``takeHistoryError()`` reports the first time.
  package init(_ readings: [LineReading], historyError: HistoryFileError? = nil) {
    self.readings = readings[...]
    self.historyError = historyError
  }

  package func readLine(prompt: String) -> LineReading {
    prompts.append(prompt)
    return readings.popFirst() ?? .endOfInput
  }

  package func addToHistory(_ entry: String) {
    history.append(entry)
  }

  package func takeHistoryError() -> HistoryFileError? {
    defer { historyError = nil }
    return historyError
  }
}
