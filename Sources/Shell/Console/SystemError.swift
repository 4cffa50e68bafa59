import Glibc

/// Why the system refused something.
package struct SystemError: Error, Hashable, Sendable {
  /// The error number.
  package let number: CInt

  /// The error of that number; without one, that of the call that has just failed.
  package init(_ number: CInt = errno) {
    self.number = number
  }

  /// The system's own words, lower-case as all messages are.
  package var text: String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text).lowercased()
  }
}
