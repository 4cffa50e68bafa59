import Synchronization

/// Lets go of large values without waiting until they are gone.
///
/// To free millions of figures takes as long as somebody may wait for the prompt after Ctrl-C, so that it
/// is done beside whatever comes next.
package enum Disposal {
  /// What is smaller is gone sooner than a thread is woken up for it.
  private static let fewest = 512

  /// Puts `rest` in the place of a collection, and lets go of that: at once where it is small.
  package static func letGo<Value: Collection & Sendable>(
    _ value: inout Value, leaving rest: Value
  ) {
    if value.count < fewest { value = rest } else { letGoLater(&value, leaving: rest) }
  }

  /// Puts `rest` in the place of a value, and lets go of that.
  package static func letGoLater<Value: Sendable>(_ value: inout Value, leaving rest: Value) {
    let held = Held(exchange(&value, with: rest))
    // The task empties it: whoever let go of the last reference to it might be this thread otherwise.
    Task.detached(priority: .background) { held.value.withLock { $0 = nil } }
  }

  private final class Held<Value: Sendable>: Sendable {
    let value: Mutex<Value?>

    init(_ value: consuming sending Value) { self.value = Mutex(value) }
  }
}
