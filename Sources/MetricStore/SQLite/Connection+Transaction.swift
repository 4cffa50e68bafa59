import CSQLite

extension Connection {
  /// How a transaction begins.
  enum TransactionKind: String {
    /// Sees one state of the database throughout, whatever others write meanwhile.
    case reading = "BEGIN DEFERRED"
    /// Takes the right to write at once: one that reads first and writes later fails without
    /// waiting when another connection has written in between.
    case writing = "BEGIN IMMEDIATE"

    /// How it ends when all went well.
    ///
    /// Where nothing was written there is nothing to keep, and a commit would report once more whatever
    /// damage was met on the way.
    var ending: String { self == .reading ? "ROLLBACK" : "COMMIT" }
  }

  /// Runs `body` so that all of what it does is kept, or none of it when it throws.
  func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws -> Result
  ) throws -> Result {
    do {
      // Inside, because an interruption can come right after the transaction has begun.
      try execute(kind.rawValue)
      let result = try body()
      try execute(kind.ending)
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Undoes the open transaction; some errors have ended it by themselves.
  ///
  /// An interruption can hit the rollback as well, so it is tried again. One that fails for another
  /// reason leaves nothing to be done that closing the connection doesn't do.
  private func rollBack() {
    for _ in 0..<100 where isInTransaction { try? execute("ROLLBACK") }
  }
}
