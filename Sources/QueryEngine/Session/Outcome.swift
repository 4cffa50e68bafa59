package import DataImport
package import Diagnostics
package import MetricStore
package import Tabular

/// What a statement came to; the shell decides where it goes.
package enum Outcome: Sendable {
  /// A result, for standard output.
  case table(ResultTable)
  /// What a scripted report says: beside results for people, and apart from those for machines.
  case prose(Prose)
  /// What was done, for standard error.
  case message(String)
  /// An expectation holds, which needs no word.
  case met
  /// Why the statement didn't happen, for standard error.
  case failure(Failure)
}

/// Why a statement, or a whole script, didn't happen.
package enum Failure: Error, Sendable {
  /// The text is wrong, or asks for what there isn't.
  case diagnostics([Diagnostic], SourceText)
  /// An expectation doesn't hold; each of the diagnostics is a place where it doesn't.
  case unmet([Diagnostic], SourceText)
  /// A check found figures that don't agree, and has shown them.
  case faults(String)
  /// The store refused.
  case store(StoreError)
  /// Files to import hold faults.
  case importing(ImportFailure, [ImportFile])

  /// The failure for a person: each fault with its place, its line and what to do.
  package var text: String {
    switch self {
    case .diagnostics(let diagnostics, let source), .unmet(let diagnostics, let source):
      diagnostics.map { DiagnosticFormatter.format($0, in: source) }.joined(separator: "\n")
    case .faults(let text): text
    case .store(let error): "error: " + error.message
    case .importing(let failure, let files): failure.text(for: files)
    }
  }
}

/// A file that a statement names and that can't be read, with the reason in words.
package struct UnreadableFile: Error, Sendable {
  /// The reason, such as `no such file`.
  package let reason: String

  /// An unreadable file.
  package init(reason: String) {
    self.reason = reason
  }
}
