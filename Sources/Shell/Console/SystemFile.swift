import Glibc
import Tabular

/// A file that is open for writing.
final class SystemFile {
  /// Where it is.
  let path: String
  private var descriptor: CInt

  /// Opens the file at a path; `mode` holds for one that is made.
  init(_ path: String, _ flags: CInt, mode: mode_t = 0o666) throws(SystemError) {
    descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
    if descriptor < 0 { throw SystemError() }
    self.path = path
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Makes a file under a name that nobody has, in a folder whose name ends in a slash or is empty.
  static func temporary(in folder: String) throws(SystemError) -> SystemFile {
    for number in 1...100 {
      let path = folder + ".kessan-\(getpid())-\(number)"
      do throws(SystemError) {
        return try SystemFile(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
      } catch  where error.number == EEXIST {
        continue
      }
    }
    throw SystemError(EEXIST)
  }

  /// Gives it the permissions of a file whose place it is to take, and its owner where that is allowed.
  func takeOver(_ old: FileStatus) throws(SystemError) {
    _ = fchown(descriptor, old.owner.user, old.owner.group)
    if fchmod(descriptor, old.permissions) != 0 { throw SystemError() }
  }

  /// Writes output, as it is made.
  func write(_ output: RenderedOutput) throws(SystemError) {
    try OutputStream(descriptor: descriptor).writeAll(output)
  }

  /// Closes the file; with `reachesDisk` not before the disk has what anybody wrote to it.
  func finish(reachesDisk: Bool = true) throws(SystemError) {
    if reachesDisk, fsync(descriptor) != 0, errno != EINVAL { throw SystemError() }
    let closing = descriptor
    descriptor = -1
    if close(closing) != 0, errno != EINTR { throw SystemError() }
  }
}

extension OutputStream {
  /// Writes output, and everything before it.
  func writeAll(_ output: RenderedOutput) throws(SystemError) {
    do throws(Failure) {
      try write(output)
      try flush()
    } catch {
      switch error {
      case .closed: throw SystemError(EPIPE)
      case .failed(let error): throw error
      }
    }
  }
}
