import Glibc

/// A file descriptor to which results or messages go, with every failure told.
///
/// Output is gathered and written in large pieces; a full disk, a closed pipe or a device that takes
/// nothing shows at ``write(_:)-([UInt8])`` or at the latest at ``flush()``.
package final class OutputStream {
  /// Why a write failed.
  package enum Failure: Error, Hashable, Sendable {
    /// The reader has gone, as `| head` does when it has seen enough.
    case closed
    /// Anything else.
    case failed(SystemError)
  }

  private static let pieceSize = 1 << 16
  private let descriptor: CInt
  private var pending: [UInt8] = []

  /// A stream to an open file descriptor, which stays the caller's to close.
  package init(descriptor: CInt) {
    self.descriptor = descriptor
  }

  /// Adds text to what is to be written.
  package func write(_ text: String) throws(Failure) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= OutputStream.pieceSize { try flush() }
  }

  /// Adds bytes to what is to be written.
  package func write(_ bytes: [UInt8]) throws(Failure) {
    pending += bytes
    if pending.count >= OutputStream.pieceSize { try flush() }
  }

  /// Writes everything that is pending.
  package func flush() throws(Failure) {
    var written = 0
    defer { pending.removeFirst(written) }
    while written < pending.count {
      let count = unsafe pending.withUnsafeBytes { bytes in
        unsafe Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        written = pending.count
        throw .closed
      } else if errno != EINTR {
        let error = SystemError()
        written = pending.count
        throw .failed(error)
      }
    }
  }
}
