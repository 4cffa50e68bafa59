import Diagnostics
import Dispatch
import MetricStore
import QuerySyntax
import Synchronization

extension StoredDeclaration {
  /// Its text as something to parse.
  var source: SourceText { SourceText(name: "declaration of \(name)", statement) }

  /// What its text declares.
  fileprivate var parsed: Result<[Declaration], Failure> {
    // What a message calls the text is made up when there is one.
    let script = QueryParser.parse(SourceText(name: name, statement))
    if !script.diagnostics.isEmpty { return .failure(.diagnostics(script.diagnostics, source)) }
    return .success(script.statements.compactMap(\.declaration))
  }
}

extension [StoredDeclaration] {
  /// How many make it worth while to wake another thread.
  private static var many: Int { 1_000 }
  private static var parts: Int { 4 }

  /// What each of them declares, in their order.
  ///
  /// Many are read on several threads: it is most of what a prompt over a large store waits for.
  func parsed() throws(Failure) -> [[Declaration]] {
    if count < Self.many { return try map { (one) throws(Failure) in try one.parsed.get() } }
    let results = Mutex<[Int: [Result<[Declaration], Failure>]]>([:])
    let size = (count + Self.parts - 1) / Self.parts
    DispatchQueue.concurrentPerform(iterations: Self.parts) { part in
      let parsed = dropFirst(part * size).prefix(size).map(\.parsed)
      results.withLock { $0[part] = parsed }
    }
    let inOrder = results.withLock { results in (0..<Self.parts).flatMap { results[$0] ?? [] } }
    return try inOrder.map { (one) throws(Failure) in try one.get() }
  }
}
