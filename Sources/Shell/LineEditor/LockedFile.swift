import Glibc

/// An open file that is locked against other writers until it is let go.
///
/// The lock is that of flock(2): it belongs to this opening of the file, so it holds between
/// two sessions as well as between two openings in one program.
struct LockedFile: ~Copyable {
  private let path: String
  private let descriptor: CInt

  /// Opens the file for reading, or returns `nil` when there is none.
  init?(reading path: String) throws(HistoryFileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0, errno == ENOENT { return nil }
    try self.init(descriptor, path: path, lock: LOCK_SH)
  }

  /// Opens the file for adding to its end; made with mode 0600 when there is none.
  init(appendingTo path: String) throws(HistoryFileError) {
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
    try unsafe self.init(open(path, flags, 0o600), path: path, lock: LOCK_EX)
  }

  private init(_ descriptor: CInt, path: String, lock: CInt) throws(HistoryFileError) {
    guard descriptor >= 0 else {
      throw HistoryFileError(operation: .open, path: path, code: errno)
    }
    if let error = LockedFile.reasonAgainst(descriptor, path) {
      close(descriptor)
      throw error
    }
    var result = flock(descriptor, lock)
    while result != 0, errno == EINTR { result = flock(descriptor, lock) }
    guard result == 0 else {
      let error = HistoryFileError(operation: .lock, path: path, code: errno)
      close(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Why an open file can't be one that holds lines: a pipe would be waited for, and a device may have no
  /// end.
  private static func reasonAgainst(_ descriptor: CInt, _ path: String) -> HistoryFileError? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      return HistoryFileError(operation: .open, path: path, code: errno)
    }
    switch status.st_mode & S_IFMT {
    // What can't be done with a folder is told by what tries it.
    case S_IFREG, S_IFDIR: return nil
    default: return HistoryFileError(operation: .keep, path: path, code: EINVAL)
    }
  }

  /// Everything in the file.
  func contents() throws(HistoryFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw failure(.read)
      }
    }
  }

  /// Whether the last line lacks its line break.
  func endsInsideLine() throws(HistoryFileError) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { return false }
    var last: UInt8 = 0
    guard unsafe pread(descriptor, &last, 1, size - 1) == 1 else { throw failure(.read) }
    return last != UInt8(ascii: "\n")
  }

  /// Adds `bytes` at the end, all of them or none.
  func append(_ bytes: [UInt8]) throws(HistoryFileError) {
    let size = lseek(descriptor, 0, SEEK_END)
    let count = unsafe write(descriptor, bytes, bytes.count)
    guard count != bytes.count else { return }
    // A write that stops half way is one that found the disk full.
    let error = failure(.write, code: count < 0 ? errno : ENOSPC)
    if size >= 0 { _ = ftruncate(descriptor, size) }
    throw error
  }

  private func failure(
    _ operation: HistoryFileError.Operation, code: CInt = errno
  ) -> HistoryFileError {
    HistoryFileError(operation: operation, path: path, code: code)
  }
}
