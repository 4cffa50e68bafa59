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

  func run() throws {
    if results.file != nil {
      throw ValidationError(
        "-o is for statements that are given; at the prompt, end a query with: into \"file.csv\"")
    }
    if !results.format.isText {
      throw ValidationError(
        "\(results.format.rawValue) is no text for a prompt; end a query with: into \"file.xlsx\"")
    }
    let session = try openedForWriting(place)
    let editor = try lineEditor()
    let messages = OutputStream(descriptor: STDERR_FILENO)
    let output = PromptOutput(
      screen: OutputStream(descriptor: STDOUT_FILENO),
      pager: Terminal.isCapable(STDOUT_FILENO) ? Pager() : nil, terminalSize: { Terminal.size })
    try Prompt(
      session: session, editor: editor, output: output, messages: messages,
      palette: results.color.palette(for: STDERR_FILENO),
      document: results.document(showsAtOnce: true),
      name: place.shortName, showsProgress: Terminal.isCapable(STDERR_FILENO),
      messageWidth: { Terminal.messageWidth },
      open: { path throws(UnopenedStore) in try open(path) }
    ).run(initialFile: InteractivePrompt.initialFile)
  }

  private func lineEditor() throws -> LibEditLineEditor {
    let history = HistoryFile(environment: Terminal.environment)
    let isColored = results.color.allowsColor(on: STDOUT_FILENO)
    guard
      let editor = LibEditLineEditor(
        program: "kessan", historyFile: history, isColored: isColored)
    else { throw CommandFailure.failed("there is no memory for the line editor") }
    return editor
  }

  /// Opens another store, for the prompt that is running.
  private func open(_ path: String) throws(UnopenedStore) -> (session: Session, name: String) {
    do {
      let place = try StorePlace(file: path)
      return (try openedForWriting(place), place.shortName)
    } catch let failure as CommandFailure {
      throw UnopenedStore(reason: failure.message ?? "it can't be opened")
    } catch {
      throw UnopenedStore(reason: Kessan.message(for: error))
    }
  }

  /// A store that can't be written can still be asked.
  private func openedForWriting(_ place: StorePlace) throws -> Session {
    let session = try writableOrNot(place)
    StatementInterruption.stopsStatements(of: session.store)
    results.prepare(session)
    return session
  }

  private func writableOrNot(_ place: StorePlace) throws -> Session {
    do {
      return try place.open(.readWrite)
    } catch let failure as CommandFailure {
      guard let session = try? place.open(.readOnly) else { throw failure }
      return session
    }
  }

  /// The statements that run first: `kessan/init.kq` where configuration is kept.
  private static var initialFile: String? {
    let folder =
      Terminal.environment("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? Terminal.environment("HOME").map { $0 + "/.config" }
    return folder.map { $0 + "/kessan/init.kq" }
  }
}
