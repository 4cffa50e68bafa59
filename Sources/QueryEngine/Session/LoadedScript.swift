import DataImport
package import Diagnostics
import QuerySyntax

/// A script with everything that it includes, read and parsed before any of it runs.
package struct LoadedScript: Sendable {
  /// A statement, and the text in which it stands.
  struct Step: Sendable {
    let statement: Statement
    let source: SourceText
  }

  /// The statements in the order in which they run, those of included files in their places.
  let steps: [Step]
  /// What keeps the script from being run: one failure for each text with faults, all told.
  let faults: [Failure]

  /// Reads a script and the files that it includes.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - isFile: Whether the script is itself a file of that name, which it must not include.
  ///   - readFile: Reads the files that are included.
  package init(_ source: SourceText, isFile: Bool = false, readFile: Session.FileReader) {
    var loading = ScriptLoading()
    loading.load(source, includedBy: isFile ? [source.name] : [], readFile: readFile)
    steps = loading.steps
    faults = loading.faults
  }

  /// Whether the script writes to the store, so that reading it isn't enough.
  package var appends: Bool {
    steps.contains {
      switch $0.statement.kind {
      case .declaration, .release: true
      default: false
      }
    }
  }
}

extension SourceText {
  /// The path of a file that this text names: relative to its own place, unless it is absolute.
  func path(to file: String) -> String {
    guard !file.hasPrefix("/"), let slash = name.lastIndex(of: "/") else { return file }
    return String(name[...slash] + (file.hasPrefix("./") ? file.dropFirst(2) : file[...]))
  }
}
