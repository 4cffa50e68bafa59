import CXLSXWriter
import Glibc

/// A file that is in memory only, and gone with its owner.
///
/// The library writes into files by name; this one needs no folder that can be written, and is never
/// left behind.
final class MemoryFile {
  private let descriptor: CInt

  /// An empty file; nil where there is no room for it.
  init?() {
    descriptor = xlsxwriter_memory_file()
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// The name under which it can be opened.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// Everything in it.
  var bytes: [UInt8] {
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { bytes in
        unsafe pread(descriptor, bytes.baseAddress, bytes.count, content.count)
      }
      if count <= 0 { return content }
      content.append(contentsOf: piece[..<count])
    }
  }
}
