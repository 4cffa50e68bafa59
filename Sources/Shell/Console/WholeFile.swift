import Glibc
package import QueryEngine

/// Writes files as a whole: whatever goes wrong, a regular file holds the new content or the old.
package enum WholeFile {
  /// Writes a text to the file at `path`.
  ///
  /// A regular file gets its content under another name in the same folder, and that takes its place
  /// once it is on the disk; a link stays, and what it points to is replaced. Devices and pipes have
  /// nothing to replace and are written as they are.
  package static func write(_ text: String, to path: String) throws(UnwritableFile) {
    do throws(SystemError) {
      guard let place = try FileStatus.of(path) else { return try replace(path, old: nil, text) }
      if let stream = place.standardStream {
        try OutputStream(descriptor: stream).writeAll(text)
      } else if place.isRegular {
        try replace(path, old: place, text)
      } else {
        try SystemFile(path, O_WRONLY | O_NOCTTY).writeAll(text)
      }
    } catch {
      throw UnwritableFile(reason: reason(for: error, path))
    }
  }

  private static func replace(
    _ path: String, old: FileStatus?, _ text: String
  ) throws(SystemError) {
    let target = try FileStatus.linkTarget(of: path)
    // A name can be taken over in a folder that can be written; a file that can't be is left alone.
    if old != nil, unsafe access(target, W_OK) != 0 { throw SystemError() }
    let signals = DeferredSignals()
    defer { signals.deliver() }
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    let temporary = try SystemFile.temporary(in: folder)
    do throws(SystemError) {
      if let old { try temporary.takeOver(old) }
      try temporary.writeAll(text, reachesDisk: true)
      if unsafe rename(temporary.path, target) != 0 { throw SystemError() }
    } catch {
      unsafe unlink(temporary.path)
      throw error
    }
  }

  /// The system's words, but for a folder that isn't there, of which it only says that something
  /// isn't.
  private static func reason(for error: SystemError, _ path: String) -> String {
    guard error.number == ENOENT, let slash = path.lastIndex(of: "/") else { return error.text }
    let folder = String(path[..<slash])
    return FileContent.exists(folder) ? error.text : "there is no folder '\(folder)'"
  }
}

/// Signals that end the program are kept back while a file is written, so that no temporary one stays
/// behind.
private struct DeferredSignals {
  private var before = sigset_t()

  init() {
    var all = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_BLOCK, &all, &before)
  }

  func deliver() {
    var before = before
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
