import ArgumentParser
import Glibc
import MetricStore
import QueryEngine
import Shell
import Tabular

/// The prompt on a terminal.
struct InteractivePrompt {
  let place: StorePlace
  let results: ResultPlace
  let color: ColorChoice

  func run() throws {
    if results.file != nil {
      throw ValidationError(
        "-o is for statements that are given; at the prompt, end a query with: into \"file.csv\"")
    }
    if !results.format.isText {
      throw ValidationError(
        "\(results.format.rawValue) is no text for a prompt; end a query with: into \"file.xlsx\"")
    }
    let session = try openedForWriting()
    StatementInterruption.stopsStatements(of: session.store)
    results.prepare(session)
    let history = HistoryFile(environment: Terminal.environment)
    guard
      let editor = LibEditLineEditor(
        program: "kessan", historyFile: history,
        isColored: color.allowsColor(isTerminal: Terminal.isTerminal(STDOUT_FILENO)),
        recall: recalledStatement)
    else {
      throw CommandFailure.failed("there is no memory for the line editor")
    }
    try Prompt(
      session: session, editor: editor, console: try results.console(isPrompt: true),
      name: place.shortName
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
