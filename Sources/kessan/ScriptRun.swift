import Diagnostics
import Glibc
import MetricStore
import QueryEngine
import Shell

/// Runs scripts, wherever they come from, against one store.
struct ScriptRun {
  /// A script, and whether it is a file; the files that it names are relative to it.
  struct Script {
    let source: SourceText
    let isFile: Bool

    static func text(_ text: String) -> Script {
      Script(source: SourceText(name: "query", text), isFile: false)
    }

    static func file(_ path: String) throws -> Script {
      do throws(UnreadableFile) {
        return Script(
          source: SourceText(name: path, utf8: try FileContent.read(path)), isFile: true)
      } catch {
        throw CommandFailure.failed("'\(path)' can't be read: \(error.reason)")
      }
    }

    static func standardInput() throws -> Script {
      do throws(UnreadableFile) {
        return Script(
          source: SourceText(
            name: "stdin", utf8: try FileContent.read(descriptor: STDIN_FILENO)),
          isFile: false)
      } catch {
        throw CommandFailure.failed("standard input can't be read: \(error.reason)")
      }
    }
  }

  let place: StorePlace
  let results: ResultPlace
  var keepsGoing = false
  /// Whether the run ends with a line on how many expectations it met.
  var countsExpectations = false
  var variables: [VariableOptions.Setting] = []

  func run(_ scripts: [Script]) throws {
    let scripts = scripts.map {
      LoadedScript($0.source, isFile: $0.isFile, readFile: FileContent.read)
    }
    let session = try place.open(scripts.contains(where: \.appends) ? .readWrite : .readOnly)
    for variable in variables { try variable.apply(to: session) }
    results.prepare(session)
    guard let file = results.file else {
      let failure = try run(scripts, in: session, console: try results.console())
      if let failure { throw failure }
      return
    }
    let kept = CollectedResults()
    let console = try results.console(keeping: kept)
    let failure = try run(scripts, in: session, console: console)
    // What a check has found is a result like any other.
    if let failure, !failure.hasResults { throw failure }
    try results.write(kept, from: console, to: file)
    if let failure { throw failure }
  }

  /// Runs the scripts; hands back why, when a statement of theirs has failed.
  private func run(
    _ scripts: [LoadedScript], in session: Session, console: Console
  ) throws -> CommandFailure? {
    var tally = OutcomeTally()
    for script in scripts where tally.failure == nil || keepsGoing {
      _ = try session.run(
        script, keepsGoing: keepsGoing, readFile: FileContent.read,
        emit: { (outcome) throws(OutputStream.Failure) in
          tally.count(outcome)
          try console.emit(outcome)
        })
    }
    try console.finish()
    if countsExpectations, let summary = tally.summary { try console.tell(summary) }
    return tally.failure
  }
}
