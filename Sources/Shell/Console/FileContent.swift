import Glibc
package import QueryEngine

/// Reads whole files and standard input.
package enum FileContent {
  /// The bytes of the file at `path`.
  package static func read(_ path: String) throws(UnreadableFile) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UnreadableFile(reason: SystemError().text) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor)
  }

  /// Whether there is anything at `path`.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Everything that comes from an open file descriptor until its end.
  package static func read(descriptor: CInt) throws(UnreadableFile) -> [UInt8] {
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count == 0 { return content }
      if count > 0 {
        content.append(contentsOf: piece[..<count])
      } else if errno != EINTR {
        throw UnreadableFile(reason: SystemError().text)
      }
    }
  }
}
