package import Catalog
import DataImport
package import Diagnostics
package import MetricStore
import Metrics
import QuerySyntax
import Tabular

/// The one way in: a store, what is declared in it, and the settings of whoever asks.
///
/// A session runs scripts statement by statement and hands out what each came to. It prints
/// nothing, reads no clock and opens no file: files come in through a closure, results go out
/// through another.
package final class Session {
  /// The content of a file that a statement names.
  package typealias FileReader = (_ path: String) throws(UnreadableFile) -> [UInt8]

  /// The store that questions are asked of.
  package let store: MetricStore
  /// What is declared in it.
  package internal(set) var catalog = Catalog()
  /// Whether results go to a machine format, where rounding and scales are refused.
  package var isForMachines = false
  /// The time in nanoseconds since some moment, for `explain`; without one it tells no times.
  package var clock: (() -> UInt64)?
  /// What `set` has changed.
  package internal(set) var settings = Settings()
  /// The statement in force of each declared thing, to tell a repetition from a new version.
  var inForce: [String: String] = [:]
  /// The head of the store that ``catalog`` was replayed from.
  var replayedHead: Digest?

  /// A session over a store, with its declarations replayed.
  package init(store: MetricStore) throws(Failure) {
    self.store = store
    try replay()
  }

  /// Runs a script: its statements in order, up to the first that fails.
  ///
  /// Nothing runs when the script has a fault of syntax; all of them are told. Declarations that
  /// follow one another are appended as one batch.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - keepsGoing: Whether statements after a failed one run too.
  ///   - readFile: Reads the files that statements name.
  ///   - emit: Takes each outcome as it comes.
  /// - Returns: Whether every statement succeeded.
  /// - Throws: What `emit` throws.
  package func run<Failed: Error>(
    _ source: SourceText, keepsGoing: Bool = false, readFile: FileReader,
    emit: (Outcome) throws(Failed) -> Void
  ) throws(Failed) -> Bool {
    if let fault = TextEncoding.diagnostic(for: source.utf8) {
      try emit(.failure(.diagnostics([fault], source)))
      return false
    }
    let script = QueryParser.parse(source)
    if !script.diagnostics.isEmpty {
      try emit(.failure(.diagnostics(script.diagnostics, source)))
      return false
    }
    var isFine = true
    var rest = script.statements[...]
    while let first = rest.first {
      let batch = rest.prefix { $0.declaration != nil }
      let outcomes: [Outcome]
      if batch.isEmpty {
        outcomes = execute(first, in: source, readFile: readFile)
        rest = rest.dropFirst()
      } else {
        outcomes = declare(Array(batch), in: source)
        rest = rest.dropFirst(batch.count)
      }
      for outcome in outcomes {
        if case .failure = outcome { isFine = false }
        try emit(outcome)
      }
      if !isFine, !keepsGoing { return false }
    }
    return isFine
  }

  private func execute(
    _ statement: Statement, in source: SourceText, readFile: FileReader
  ) -> [Outcome] {
    do {
      return [try outcome(of: statement, readFile: readFile)]
    } catch let failure as Failure {
      return [.failure(failure)]
    } catch let unmet as UnmetExpectation {
      return [.failure(.unmet(unmet.diagnostics, source))]
    } catch let diagnostic as Diagnostic {
      return [.failure(.diagnostics([diagnostic], source))]
    } catch let error as StoreError {
      return [.failure(.store(error))]
    } catch {
      let diagnostic = SessionMessage.ownMistake(error, at: statement.range)
      return [.failure(.diagnostics([diagnostic], source))]
    }
  }

  /// Does one statement that is no declaration.
  func outcome(of statement: Statement, readFile: FileReader) throws -> Outcome {
    switch statement.kind {
    case .query(let query): return .table(try answer(query, statement: statement.canonicalText))
    case .explain(let inner):
      return .table(try explain(inner, statement: statement.canonicalText))
    case .release(let release): return .message(try append(release, readFile: readFile))
    case .setting(let setting):
      try settings.apply(setting)
      return .message("\(setting.name) is \(setting.value)")
    case .list(let subject, let pattern):
      return .table(
        try Listing(session: self, statement: statement.canonicalText).table(
          of: subject, like: pattern))
    case .expect(let expectation):
      try test(expectation, readFile: readFile)
      return .met
    default:
      throw UnansweredForm.refusal(
        of: "`\(statement.keyword)`", at: statement.range,
        note: "this version answers show, ratio, sum, list and set, and takes declarations")
    }
  }
}

extension Statement {
  /// The declaration, where the statement is one.
  fileprivate var declaration: Declaration? {
    if case .declaration(let declaration) = kind { declaration } else { nil }
  }

  /// The word that the statement begins with.
  fileprivate var keyword: String {
    String(canonicalText.prefix { $0 != " " && $0 != "(" })
  }
}
