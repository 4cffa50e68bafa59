import DataImport
import Diagnostics
import QuerySyntax

/// The way from the text of a script to its statements, through the files that it includes.
struct ScriptLoading {
  /// How deep files may include one another.
  private static let depthLimit = 32
  /// How many files a script may include, with those that they include.
  private static let fileLimit = 1_000

  private(set) var steps: [LoadedScript.Step] = []
  private(set) var faults: [Failure] = []
  private var fileCount = 0

  /// Adds a text's statements, and the faults that keep it from being run.
  ///
  /// `chain` holds the paths of the files that led here, and of the text itself where it is a file.
  mutating func load(
    _ source: SourceText, includedBy chain: [String], readFile: Session.FileReader
  ) {
    if let fault = TextEncoding.diagnostic(for: source.utf8) {
      return faults.append(.diagnostics([fault], source))
    }
    let script = QueryParser.parse(source)
    var diagnostics = script.diagnostics
    let place = faults.count
    for statement in script.statements {
      guard case .include(let file) = statement.kind else {
        steps.append(LoadedScript.Step(statement: statement, source: source))
        continue
      }
      do throws(Diagnostic) {
        try include(
          source.path(to: file), at: statement.range, includedBy: chain, readFile: readFile)
      } catch {
        diagnostics.append(error)
      }
    }
    if diagnostics.isEmpty { return }
    diagnostics.sort { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }
    faults.insert(.diagnostics(diagnostics, source), at: place)
  }

  private mutating func include(
    _ path: String, at range: SourceRange, includedBy chain: [String],
    readFile: Session.FileReader
  ) throws(Diagnostic) {
    let simplified = ScriptLoading.simplified(path)
    if let first = chain.firstIndex(where: { ScriptLoading.simplified($0) == simplified }) {
      throw SessionMessage.circularInclude(chain[first...] + [path], at: range)
    }
    guard chain.count < ScriptLoading.depthLimit else {
      throw SessionMessage.includedTooDeeply(ScriptLoading.depthLimit, at: range)
    }
    fileCount += 1
    guard fileCount <= ScriptLoading.fileLimit else {
      throw SessionMessage.includedTooOften(ScriptLoading.fileLimit, at: range)
    }
    do throws(UnreadableFile) {
      let source = SourceText(name: path, utf8: try readFile(path))
      load(source, includedBy: chain + [path], readFile: readFile)
    } catch {
      throw SessionMessage.unreadableFile(path, error.reason, at: range)
    }
  }

  /// The path without its detours, so that one file is known whichever way leads to it.
  private static func simplified(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
