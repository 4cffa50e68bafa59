import CSQLite

/// A mark that differs whenever anything has been appended, by this store or by another program.
///
/// Two marks compare only where the same ``MetricStore`` made them.
package struct StoreState: Hashable, Sendable {
  /// What SQLite says of changes through other connections.
  fileprivate let others: Int64
  /// How many rows this connection has written.
  fileprivate let own: Int64
}

extension MetricStore {
  /// The mark of what is in the store now.
  package func state() throws(StoreError) -> StoreState {
    try translating {
      let others = try connection.statement("PRAGMA data_version").first { $0.integer(0) }
      return StoreState(others: others ?? 0, own: connection.rowsWritten)
    }
  }
}

extension Connection {
  /// How many rows have been written through this connection, in all.
  fileprivate var rowsWritten: Int64 { sqlite3_total_changes64(handle) }
}
