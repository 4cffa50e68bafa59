import Catalog
import Diagnostics
import MetricStore
import QuerySyntax
import TextForm

extension Session {
  /// Fills the catalog from the declarations that the store holds.
  func replay() throws(Failure) {
    var catalog = Catalog()
    let (stored, head) = try snapshot()
    for (declaration, parsed) in zip(stored, try stored.parsed()) {
      do throws(Diagnostic) {
        for part in parsed { try catalog.declare(part) }
      } catch { throw .diagnostics([error], declaration.source) }
    }
    self.catalog = catalog
    versions = DeclaredVersions(of: stored)
    replayedHead = head
  }

  /// Replays the declarations again where another program has appended since.
  package func refresh() throws(Failure) {
    let head: Digest?
    do throws(StoreError) { head = try store.head() } catch { throw .store(error) }
    if head != replayedHead { try replay() }
  }

  /// Does something that reads, all of it of one moment, with what is declared then.
  func atOneMoment<Answer>(_ body: () throws -> Answer) throws -> Answer {
    try store.reading { () throws(StoreError) in
      Result {
        try refresh()
        return try body()
      }
    }.get()
  }

  private func snapshot() throws(Failure) -> ([StoredDeclaration], Digest?) {
    do throws(StoreError) {
      return try store.reading { () throws(StoreError) in
        (try store.declarations(), try store.head())
      }
    } catch {
      throw .store(error)
    }
  }

  /// Declares a batch; when one of it is refused, those before it have happened.
  func declare(_ steps: ArraySlice<LoadedScript.Step>) -> [Outcome] {
    let before = (catalog, versions)
    let (accepted, refusal) = accept(steps)
    var outcomes: [Outcome] = []
    do throws(Failure) {
      if refusal == nil || !accepted.isEmpty {
        guard let message = try append(accepted) else {
          try replay()
          return declare(steps)
        }
        outcomes.append(.message(message))
      }
    } catch {
      (catalog, versions) = before
      return [.failure(error)]
    }
    if let refusal { outcomes.append(.failure(refusal)) }
    return outcomes
  }

  /// Takes declarations into the catalog up to the first that is refused; what is new is handed back
  /// for the store.
  private func accept(
    _ steps: ArraySlice<LoadedScript.Step>
  ) -> ([NewDeclaration], Failure?) {
    var accepted: [NewDeclaration] = []
    for step in steps {
      do throws(Diagnostic) {
        guard let declaration = try variables.substituted(in: step.statement).declaration else {
          continue
        }
        try check(declaration)
        try catalog.declare(declaration)
        let new = NewDeclaration(declaration)
        if versions.add(new) { accepted.append(new) }
      } catch {
        let explained = variables.explained(error, in: step.source)
        return (accepted, .diagnostics([explained], step.source))
      }
    }
    return (accepted, nil)
  }

  /// Refuses what this version would not do as it says, and a saved query that could never be answered.
  func check(_ declaration: Declaration) throws(Diagnostic) {
    try UnansweredForm.check(declaration)
    guard case .savedQuery(let query) = declaration else { return }
    // A name that is taken, or a query that leads back to itself, is told before what it asks.
    var trial = catalog
    try trial.declare(declaration)
    try SavedQueryCheck(query, catalog: trial, release: release).run()
  }

  /// What was done; nil, with nothing appended, when another program has appended meanwhile.
  private func append(_ declarations: [NewDeclaration]) throws(Failure) -> String? {
    if declarations.isEmpty { return SessionMessage.nothingNew }
    let outcome = try appendUnlessStale { (transaction) throws(StoreError) in
      try transaction.append(declarations, declared: nil)
    }
    guard case .appended(let head, let rows) = outcome else { return nil }
    return SessionMessage.declared(rows, head: head.description)
  }
}

extension NewDeclaration {
  /// What a later version has to share to take this one's place.
  ///
  /// A metric can have several
  /// identities, so that one of those is told by all of its text.
  var key: String { kind == "identity" ? statement : "\(kind) \(NameFolding.fold(name))" }

  init(_ declaration: Declaration) {
    let text = declaration.canonicalText
    switch declaration {
    case .company(let company):
      self.init(kind: "company", name: company.name.text, statement: text)
    case .segment(let segment):
      self.init(kind: "segment", name: segment.name.text, statement: text)
    case .metric(let metric):
      self.init(kind: "metric", name: metric.name.text, statement: text)
    case .identity(let identity):
      self.init(kind: "identity", name: identity.metric.text, statement: text)
    case .unit(let unit):
      self.init(kind: "unit", name: unit.name.text, statement: text)
    case .savedQuery(let query):
      self.init(kind: "define", name: query.name.text, statement: text)
    }
  }
}
