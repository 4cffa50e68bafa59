import CSQLite

/// What a connection asks, while statements run, to learn whether they are to stop.
///
/// It reaches what an interruption from outside can miss: that one stops the statement that runs, and
/// between two statements of a long append there is none.
final class InterruptionHandler {
  /// How many steps of SQLite's machine, a few microseconds' work, lie between two questions.
  private static let stepsBetween: Int32 = 1_000
  private let isInterrupted: () -> Bool

  init(_ isInterrupted: @escaping () -> Bool) {
    self.isInterrupted = isInterrupted
  }

  /// Makes SQLite ask this handler, which has to outlive the connection.
  func install(on connection: OpaquePointer?) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_progress_handler(
      connection, InterruptionHandler.stepsBetween,
      { context in
        guard let context else { return 0 }
        let handler = Unmanaged<InterruptionHandler>.fromOpaque(context).takeUnretainedValue()
        return handler.isInterrupted() ? 1 : 0
      }, context)
  }
}
