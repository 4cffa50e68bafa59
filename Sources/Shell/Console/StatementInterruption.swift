import Glibc
package import MetricStore

/// Ctrl-C while a statement runs: the statement stops, and the session goes on.
package enum StatementInterruption {
  // Written once before the handler is there; the handler only reads it.
  nonisolated(unsafe) private static var interruption: Interruption?

  /// Lets SIGINT interrupt what `store` is doing, instead of ending the program.
  package static func stopsStatements(of store: MetricStore) {
    unsafe interruption = store.interruption
    signal(SIGINT) { _ in unsafe StatementInterruption.interruption?.interrupt() }
  }
}
