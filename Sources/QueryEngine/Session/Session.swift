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
/// through another, or through a third where they go into a file.
package final class Session {
  /// The content of a file that a statement names.
  package typealias FileReader = (_ path: String) throws(UnreadableFile) -> [UInt8]

  /// Puts a result into the file that a query names.
  package typealias FileWriter = (_ file: ResultFile) throws(UnwritableFile) -> Void

  /// The store that questions are asked of.
  package let store: MetricStore
  /// What is declared in it.
  package internal(set) var catalog = Catalog()
  /// Whether results go to a machine format, where rounding and scales are refused.
  package var isForMachines = false
  /// Whether results go into one drawing, which holds one plot and nothing else.
  package var drawsOnePlot = false
  /// Whether that plot has been given.
  var hasDrawn = false
  /// The time in nanoseconds since some moment, for `explain`; without one it tells no times.
  package var clock: (() -> UInt64)?
  /// Writes the results that queries send into files; until it is set, none can be.
  package var writeFile: FileWriter = { (_) throws(UnwritableFile) in
    throw UnwritableFile(reason: "results can't be written into files here")
  }
  /// Asked again and again while a statement runs: whether to stop it.
  package var isInterrupted: () -> Bool {
    get { store.isInterrupted }
    set { store.isInterrupted = newValue }
  }
  /// What `set` has changed.
  package internal(set) var settings = Settings()
  /// What `let` has set.
  package var variables = Variables()
  /// What queries have read so far.
  var memory = FigureMemory()
  /// Which statement is in force of each declared thing.
  var versions = DeclaredVersions()
  /// The head of the store that ``catalog`` was replayed from.
  var replayedHead: Digest? { didSet { pastCatalog = nil } }
  /// What was declared at a moment that was asked for, the last one of them.
  var pastCatalog: (cutoff: Basis.Cutoff, catalog: Catalog)?

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
    let script = LoadedScript(source, readFile: readFile)
    return try run(script, keepsGoing: keepsGoing, readFile: readFile, emit: emit)
  }

  /// Runs a script that has been loaded already; see ``run(_:keepsGoing:readFile:emit:)``.
  package func run<Failed: Error>(
    _ script: LoadedScript, keepsGoing: Bool = false, readFile: FileReader,
    emit: (Outcome) throws(Failed) -> Void
  ) throws(Failed) -> Bool {
    for fault in script.faults { try emit(.failure(naming(fault))) }
    if !script.faults.isEmpty { return false }
    var isFine = true
    var rest = script.steps[...]
    while let first = rest.first {
      let batch = rest.prefix { $0.statement.declaration != nil }
      let outcomes: [Outcome]
      if batch.isEmpty {
        outcomes = execute(first, readFile: readFile)
        rest = rest.dropFirst()
      } else {
        outcomes = declare(batch)
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

  private func execute(_ step: LoadedScript.Step, readFile: FileReader) -> [Outcome] {
    do {
      let statement = try variables.substituted(in: step.statement)
      return try outcomes(of: statement) { path throws(UnreadableFile) in
        try readFile(step.source.path(to: path))
      }
    } catch let failure as Failure {
      return [.failure(failure)]
    } catch let unmet as UnmetExpectation {
      return [.failure(.unmet(unmet.diagnostics, step.source))]
    } catch let diagnostic as Diagnostic {
      let spelled = SpacedNames(catalog: catalog).explained(diagnostic, in: step.source)
      let explained = variables.explained(spelled, in: step.source)
      return [.failure(.diagnostics([explained], step.source))]
    } catch let error as StoreError {
      return [.failure(.store(error))]
    } catch {
      let diagnostic = SessionMessage.ownMistake(error, at: step.statement.range)
      return [.failure(.diagnostics([diagnostic], step.source))]
    }
  }

  /// Does one statement that is no declaration.
  private func outcomes(of statement: Statement, readFile: FileReader) throws -> [Outcome] {
    if case .release(let release) = statement.kind {
      return [.message(try append(release, readFile: readFile))]
    }
    return try atOneMoment {
      if case .check(let name) = statement.kind { return try check(name, in: statement) }
      let outcome = try outcome(of: statement, readFile: readFile)
      if case .table(let table) = outcome { try admit(table, at: statement.range) }
      return [outcome]
    }
  }

  /// Does one statement that only reads.
  func outcome(of statement: Statement, readFile: FileReader) throws -> Outcome {
    switch statement.kind {
    case .query, .invocation:
      return try asking(statement) { try outcome(of: $0, statement: statement.canonicalText) }
    case .why(let inner):
      return try why(inner, statement: statement.canonicalText)
    case .explain(let inner):
      return .table(try explain(inner, statement: statement.canonicalText))
    case .setting(let setting):
      return .message(try apply(setting))
    case .assignment(let name, let value): return .message(try variables.set(name, value))
    case .describe(let name):
      return .table(
        try Description(session: self, statement: statement.canonicalText).table(of: name))
    case .help(let topic):
      guard let topic else { return .prose(.text(HelpText.overview)) }
      return .prose(.text(try HelpText.text(on: topic, at: statement.range)))
    case .history(let inner):
      return .table(try history(inner, statement: statement.canonicalText))
    case .bridge(let inner):
      return try bridge(inner, statement: statement.canonicalText)
    case .compare(let first, let second):
      return shown(
        try compare(first, with: second, statement: statement.canonicalText, at: statement.range))
    case .print(let text): return .prose(.text(try variables.text(text, at: statement.range)))
    case .heading(let text):
      return .prose(.heading(try variables.text(text, at: statement.range)))
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
        note: "`help` shows what this version answers")
    }
  }
}

extension Statement {
  /// The declaration, where the statement is one.
  var declaration: Declaration? {
    if case .declaration(let declaration) = kind { declaration } else { nil }
  }

  /// The word that the statement begins with.
  fileprivate var keyword: String {
    String(canonicalText.prefix { $0 != " " && $0 != "(" })
  }
}
