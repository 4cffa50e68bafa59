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

  private init(steps: [Step], faults: [Failure] = []) {
    self.steps = steps
    self.faults = faults
  }

  /// The script in parts that run one after the other as the whole would.
  ///
  /// Declarations that follow one another are one part, as they are appended together, and so is a
  /// script with faults, of which nothing runs.
  package var parts: [LoadedScript] {
    if !faults.isEmpty { return [self] }
    var parts: [LoadedScript] = []
    var rest = steps[...]
    while !rest.isEmpty {
      let declarations = rest.prefix { $0.statement.declaration != nil }
      let part = declarations.isEmpty ? rest.prefix(1) : declarations
      parts.append(LoadedScript(steps: Array(part)))
      rest = rest.dropFirst(part.count)
    }
    return parts
  }

  /// Whether there are statements that don't run because of a fault beside them.
  package var keepsBack: Bool { !faults.isEmpty && !steps.isEmpty }

  /// Whether the script does nothing but to change settings and variables of the session.
  package var onlySets: Bool {
    steps.allSatisfy {
      switch $0.statement.kind {
      case .setting, .assignment: true
      default: false
      }
    }
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
