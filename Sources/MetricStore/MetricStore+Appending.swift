package import Metrics

/// What became of an append.
package enum AppendOutcome: Hashable, Sendable {
  /// Everything is in the store: the digest of the new link, and the number of rows that it brought.
  case appended(head: Digest, rows: Int)
  /// The store holds this release already, with the same content; nothing was done.
  case alreadyThere(StoredRelease)
}

extension MetricStore {
  /// Appends a release with all its figures.
  ///
  /// A release of the same name and content is left as it is; one of the same name and other content
  /// is an error.
  package func append(_ release: ReleaseAppend) throws(StoreError) -> AppendOutcome {
    try appendAtomically { (transaction) throws(StoreError) in try transaction.append(release) }
  }

  /// Appends a batch of declarations, in order, that hold from the day `declared` on; nil stands for
  /// all time.
  ///
  /// The store doesn't interpret them, so the same declaration twice is two versions of it.
  package func append(
    _ declarations: [NewDeclaration], declared: CalendarDate?
  ) throws(StoreError) -> AppendOutcome {
    try appendAtomically { (transaction) throws(StoreError) in
      try transaction.append(declarations, declared: declared)
    }
  }

  /// Makes several appends of which all are kept, or none when `body` throws.
  ///
  /// The right to write is held from the start, so what `body` reads from this store stays true until
  /// its appends are in: it compares the head with the one it prepared for, and prepares again when
  /// another program was first.
  @discardableResult
  package func appendAtomically<Result>(
    _ body: (AppendTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try translating {
      try connection.transaction(.writing) {
        // The triggers guard against other programs, and would triple the cost of an import: all that
        // runs here are plain insertions, and a key that is taken refuses those by itself.
        try connection.setTriggers(enabled: false)
        defer { try? connection.setTriggers(enabled: true) }
        return try body(AppendTransaction(store: self))
      }
    }
  }
}
