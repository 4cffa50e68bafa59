/// One store: everything that was appended to one SQLite file, in the order of appending.
///
/// It can be read and appended to; there is nothing that changes or removes. It is to be used by one
/// thread at a time, and only ``interrupt()`` through an ``Interruption`` may come from another.
package final class MetricStore {
  /// What a caller means to do with a store.
  package enum Access: Sendable {
    /// Reads a store that is there.
    case readOnly
    /// Appends to a store that is there.
    case readWrite
    /// Appends, and makes the store first when there is none.
    case create
  }

  /// Is told how many milliseconds the wait for another writer has taken, and says whether to go on.
  package typealias Patience = (_ millisecondsWaited: Int) -> Bool

  /// The path by which the store was opened; nil for one in memory.
  package let path: String?
  let connection: Connection
  /// Asked again and again during whatever takes long: whether to stop, with
  /// ``StoreError/interrupted``.
  ///
  /// It is for those who work with what they have read as well as for the store itself.
  package var isInterrupted: () -> Bool = { false } {
    didSet { connection.ask(InterruptionHandler(isInterrupted)) }
  }

  init(connection: Connection, path: String?) {
    self.connection = connection
    self.path = path
  }

  /// Opens the store at a path.
  ///
  /// Nothing is checked here beyond whose file it is and in which form, so that opening takes well
  /// under a millisecond.
  ///
  /// `patience` is asked again and again while another program writes; unless told otherwise it gives
  /// up after ten seconds.
  package convenience init(
    path: String, access: Access, patience: @escaping Patience = { $0 < 10_000 }
  ) throws(StoreError) {
    let opening = StoreOpening(location: StoreLocation(path: path), patience: patience)
    let connection = try StoreError.translating(path: path) {
      switch access {
      case .readOnly: try opening.forReading()
      case .readWrite: try opening.forAppending()
      case .create: try opening.creating()
      }
    }
    self.init(connection: connection, path: path)
  }

  /// A new and empty store that is gone when nobody refers to it.
  package static func inMemory() throws(StoreError) -> MetricStore {
    let connection = try StoreError.translating(path: nil) { try StoreOpening.inMemory() }
    return MetricStore(connection: connection, path: nil)
  }

  /// Makes the running operation stop with ``StoreError/interrupted``.
  package func interrupt() {
    interruption.interrupt()
  }

  /// What another thread can hold on to in order to interrupt this store.
  package var interruption: Interruption { Interruption(connection: connection) }

  /// Runs `body` so that everything it reads is of one moment, whatever others append meanwhile.
  ///
  /// Within another such call, or an append, the moment is that of the outer one.
  package func reading<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    if connection.isInTransaction { return try body() }
    return try translating { try connection.transaction(.reading) { try body() } }
  }

  /// Runs `body` and turns what SQLite says into errors of this store.
  func translating<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
    try StoreError.translating(path: path, body)
  }
}

/// The right to interrupt one store, from any thread.
package struct Interruption: @unchecked Sendable {
  // SQLite allows this one call from any thread as long as the connection is open, and the reference
  // keeps it open.
  fileprivate let connection: Connection

  /// Makes the running operation stop with ``StoreError/interrupted``.
  package func interrupt() {
    connection.interrupt()
  }
}
