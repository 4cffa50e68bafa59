import ArgumentParser
import Glibc
import QueryEngine
import Shell
import Spreadsheet
import Tabular

/// Where the results of a command go, and how they are written.
struct ResultPlace {
  let format: OutputFormat
  /// The file that takes all results; without one they go to standard output as they come.
  let file: String?
  let hasByteOrderMark: Bool
  let color: ColorChoice

  /// Tells a session what becomes of its results.
  func prepare(_ session: Session) {
    session.isForMachines = format.isForMachines
    session.drawsOnePlot = format.holdsOnePlot
    session.allowFiles(hasByteOrderMark: hasByteOrderMark)
  }

  /// A console for results on standard output.
  func console() throws -> Console {
    try checkFormat()
    return Console(
      results: OutputStream(descriptor: STDOUT_FILENO), messages: Console.standardError,
      palette: color.palette(for: STDERR_FILENO), document: document(),
      messageWidth: { Terminal.messageWidth })
  }

  /// A console that keeps the results back, for ``write(_:from:)``.
  func console(keeping results: CollectedResults) throws -> Console {
    try checkFormat()
    return Console(
      results: results, messages: Console.standardError,
      palette: color.palette(for: STDERR_FILENO), document: document(), width: { nil },
      messageWidth: { Terminal.messageWidth })
  }

  /// Writes the results that a console has kept back into the file, and says so.
  func write(_ results: CollectedResults, from console: Console, to file: String) throws {
    do throws(UnwritableFile) {
      try WholeFile.write(results.output, to: file)
    } catch {
      throw CommandFailure.failed("'\(file)' can't be written: \(error.reason)")
    }
    try console.tell(ResultFile.written(console.rowCount, to: file))
  }

  /// What becomes of the results, before there is any; `showsAtOnce` where somebody waits for each.
  func document(showsAtOnce: Bool = false) -> ResultDocument {
    ResultDocument(
      format: format, hasByteOrderMark: hasByteOrderMark, showsAtOnce: showsAtOnce,
      isColored: file == nil && color.allowsColor(on: STDOUT_FILENO))
  }

  /// Refuses, before anything is done, what couldn't be written at the end.
  private func checkFormat() throws {
    if format.isText { return }
    if file == nil, Terminal.isTerminal(STDOUT_FILENO) {
      throw ValidationError(
        "\(format.rawValue) is no text for a terminal: name a file, as in -o results.xlsx")
    }
    if !SpreadsheetLibrary.isInstalled {
      throw CommandFailure.failed(SpreadsheetFailure.libraryMissing.message)
    }
  }
}

extension Console {
  /// Standard output for results and standard error for the rest.
  static func standard() -> Console {
    Console(
      results: OutputStream(descriptor: STDOUT_FILENO), messages: standardError,
      document: ResultDocument(format: .table), messageWidth: { Terminal.messageWidth })
  }

  fileprivate static var standardError: OutputStream { OutputStream(descriptor: STDERR_FILENO) }
}
