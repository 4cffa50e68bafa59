import Glibc
import Synchronization

/// Work on values alone that can be walked away from.
///
/// Drawing a table knows nothing of Ctrl-C, and need not: it is done beside the session, which waits for
/// it, and stops waiting when nobody wants the outcome any more. What goes on is dropped when it is done.
enum InterruptibleWork {
  /// What `work` comes to; nil when `isInterrupted` said so first.
  static func run<Value: Sendable>(
    until isInterrupted: () -> Bool, _ work: @escaping @Sendable () -> Value
  ) -> Value? {
    let outcome = Outcome<Value>()
    let body = Body { outcome.value.withLock { [value = work()] in $0 = value } }
    guard body.startThread() else { return work() }
    while !isInterrupted() {
      if let value = outcome.value.withLock({ $0 }) { return value }
      // A signal ends the pause.
      usleep(1_000)
    }
    return nil
  }

  /// Where the thread leaves what it has done.
  private final class Outcome<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// What the thread does.
  private final class Body: Sendable {
    private let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }

    /// Runs on a thread of its own, on which no signal falls; false where there is none to be had.
    func startThread() -> Bool {
      var all = sigset_t()
      var before = sigset_t()
      unsafe sigfillset(&all)
      unsafe pthread_sigmask(SIG_BLOCK, &all, &before)
      defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
      let context = unsafe Unmanaged.passRetained(self)
      var thread = pthread_t()
      let code = unsafe pthread_create(
        &thread, nil,
        { context in
          guard let context = unsafe context else { return nil }
          unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
          return nil
        }, context.toOpaque())
      if code == 0 { pthread_detach(thread) } else { unsafe context.release() }
      return code == 0
    }
  }
}
