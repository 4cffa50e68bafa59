import Glibc

/// What there is to know about the terminal that the program runs on.
package enum Terminal {
  /// Whether a file descriptor is a terminal.
  package static func isTerminal(_ descriptor: CInt) -> Bool { isatty(descriptor) == 1 }

  /// Whether a file descriptor is a terminal that knows more than lines of text.
  package static func isCapable(_ descriptor: CInt) -> Bool {
    isTerminal(descriptor) && environment("TERM").map { $0 != "dumb" } ?? false
  }

  /// The columns of the terminal on standard output; nil where there is none.
  package static var width: Int? { size?.width }

  /// The columns of the terminal on standard error; nil where there is none.
  package static var messageWidth: Int? { size(of: STDERR_FILENO)?.width }

  /// The columns and lines of the terminal on standard output; nil where there is none.
  package static var size: (width: Int, height: Int)? { size(of: STDOUT_FILENO) }

  private static func size(of descriptor: CInt) -> (width: Int, height: Int)? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// The value of an environment variable; nil where it is not set, or empty.
  package static func environment(_ name: String) -> String? {
    value(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The value of an environment variable, which may be empty; nil where it is not set.
  package static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Lets a closed pipe, and a file that may grow no larger, be seen as a failed write instead of
  /// ending the program.
  package static func letWritesFail() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
