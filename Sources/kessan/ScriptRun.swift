import Diagnostics
import Glibc
import MetricStore
import QueryEngine
import QuerySyntax
import Shell
import Tabular

/// Runs scripts, wherever they come from, against one store.
struct ScriptRun {
  /// A script, and the folder to which the files that it names are relative.
  struct Script {
    let source: SourceText
    let folder: String

    static func text(_ text: String) -> Script {
      Script(source: SourceText(name: "query", text), folder: "")
    }

    static func file(_ path: String) throws -> Script {
      do throws(UnreadableFile) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        return Script(
          source: SourceText(name: path, utf8: try FileContent.read(path)), folder: folder)
      } catch {
        throw CommandFailure.failed("'\(path)' can't be read: \(error.reason)")
      }
    }

    static func standardInput() throws -> Script {
      do throws(UnreadableFile) {
        return Script(
          source: SourceText(
            name: "stdin", utf8: try FileContent.read(descriptor: STDIN_FILENO)),
          folder: "")
      } catch {
        throw CommandFailure.failed("standard input can't be read: \(error.reason)")
      }
    }
  }

  let place: StorePlace
  let format: OutputFormat
  var keepsGoing = false
  /// Whether the run ends with a line on how many expectations it met.
  var countsExpectations = false

  func run(_ scripts: [Script]) throws {
    let session = try place.open(scripts.contains(where: \.appends) ? .readWrite : .readOnly)
    session.isForMachines = format.isForMachines
    let console = Console.standard(format)
    var tally = OutcomeTally()
    for script in scripts where tally.failure == nil || keepsGoing {
      _ = try session.run(
        script.source, keepsGoing: keepsGoing, readFile: script.read,
        emit: { (outcome) throws(OutputStream.Failure) in
          tally.count(outcome)
          try console.emit(outcome)
        })
    }
    try console.flush()
    if countsExpectations, let summary = tally.summary { try console.tell(summary) }
    if let failure = tally.failure { throw failure }
  }
}

extension ScriptRun.Script {
  /// Whether the script writes to the store, so that reading it isn't enough.
  fileprivate var appends: Bool {
    QueryParser.parse(source).statements.contains {
      switch $0.kind {
      case .declaration, .release, .define: true
      default: false
      }
    }
  }

  fileprivate func read(_ path: String) throws(UnreadableFile) -> [UInt8] {
    try FileContent.read(path.hasPrefix("/") ? path : folder + path)
  }
}
