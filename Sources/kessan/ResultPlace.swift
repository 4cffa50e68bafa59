import Glibc
import QueryEngine
import Shell
import Tabular

/// Where the results of a command go, and how they are written.
struct ResultPlace {
  let format: OutputFormat
  /// The file that takes all results; without one they go to standard output as they come.
  let file: String?
  let hasByteOrderMark: Bool

  /// Tells a session what becomes of its results.
  func prepare(_ session: Session) {
    session.isForMachines = format.isForMachines
    session.drawsOnePlot = format.holdsOnePlot
    session.allowFiles(hasByteOrderMark: hasByteOrderMark)
  }

  /// A console for results on standard output.
  func console() -> Console {
    Console(
      results: OutputStream(descriptor: STDOUT_FILENO), messages: Console.standardError,
      document: document)
  }

  /// A console that keeps the results back, for ``write(_:from:)``.
  func console(keeping results: CollectedText) -> Console {
    Console(
      results: results, messages: Console.standardError, document: document, width: { nil })
  }

  /// Writes the results that a console has kept back into the file, and says so.
  func write(_ results: CollectedText, from console: Console, to file: String) throws {
    do throws(UnwritableFile) {
      try WholeFile.write(results.text, to: file)
    } catch {
      throw CommandFailure.failed("'\(file)' can't be written: \(error.reason)")
    }
    try console.tell(ResultFile.written(console.rowCount, to: file))
  }

  private var document: ResultDocument {
    ResultDocument(format: format, hasByteOrderMark: hasByteOrderMark)
  }
}

extension Console {
  /// Standard output for results and standard error for the rest.
  static func standard() -> Console {
    Console(
      results: OutputStream(descriptor: STDOUT_FILENO), messages: standardError,
      document: ResultDocument(format: .table))
  }

  fileprivate static var standardError: OutputStream { OutputStream(descriptor: STDERR_FILENO) }
}
