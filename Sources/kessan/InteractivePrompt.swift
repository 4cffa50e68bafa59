import Tabular
import ArgumentParser
import MetricStore
import QueryEngine
import Shell

/// The prompt on a terminal.
struct InteractivePrompt {
  let place: StorePlace
  let format: OutputFormat

  func run() throws {
    let session = try openedForWriting()
    StatementInterruption.stopsStatements(of: session.store)
    session.isForMachines = format.isForMachines
    session.allowFiles()
    let history = HistoryFile(environment: Terminal.environment)
    guard let editor = LibEditLineEditor(program: "kessan", historyFile: history) else {
      throw CommandFailure.failed("there is no memory for the line editor")
    }
    try Prompt(
      session: session, editor: editor, console: .standard(format), name: place.shortName
    ).run()
  }

  /// A store that can't be written can still be asked.
  private func openedForWriting() throws -> Session {
    do {
      return try place.open(.readWrite)
    } catch let failure as CommandFailure {
      guard let session = try? place.open(.readOnly) else { throw failure }
      return session
    }
  }
}
