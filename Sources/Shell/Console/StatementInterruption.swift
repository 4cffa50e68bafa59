import Glibc
package import MetricStore
import Synchronization

/// Ctrl-C while a statement runs: the statement stops, and the session goes on.
///
/// A signal may come at any moment, so its handler does no more than to set a flag and to wake SQLite;
/// whatever takes long looks at the flag.
package enum StatementInterruption {
  private static let flag = Atomic<Bool>(false)
  // Written before the handler is there, and between two statements; the handler only reads it.
  nonisolated(unsafe) private static var interruption: Interruption?

  /// Whether Ctrl-C was pressed since the last statement began.
  package static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Forgets a Ctrl-C that was meant for something earlier; to be called when a statement begins.
  package static func begin() { flag.store(false, ordering: .relaxed) }

  /// Lets SIGINT interrupt what `store` is doing, instead of ending the program.
  package static func stopsStatements(of store: MetricStore) {
    signal(SIGINT, SIG_IGN)
    unsafe interruption = store.interruption
    begin()
    signal(SIGINT) { _ in
      StatementInterruption.flag.store(true, ordering: .relaxed)
      unsafe StatementInterruption.interruption?.interrupt()
    }
    store.isInterrupted = { isRequested }
  }
}
