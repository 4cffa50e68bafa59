import Glibc

/// A file in the making, under another name in the folder of the one whose place it takes at the end.
///
/// Until then, and for ever where it never comes to that, what was at the path stays there.
final class FileReplacement {
  /// The new file, empty at first.
  let file: SystemFile
  private let target: String
  private let signals = DeferredSignals()
  private var isDone = false

  /// Makes an empty file that is to be at `path`, where there is none yet or an ordinary one; a link
  /// stays, and what it points to is replaced.
  init(of path: String) throws(SystemError) {
    let old = try FileStatus.of(path)
    let target = try FileStatus.linkTarget(of: path)
    self.target = target
    // A name can be taken over in a folder that can be written; a file that can't be is left alone.
    if old != nil, unsafe access(target, W_OK) != 0 { throw SystemError() }
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    file = try SystemFile.temporary(in: folder)
    if let old { try file.takeOver(old) }
  }

  /// Puts the file in its place, once the disk has all of it.
  func commit() throws(SystemError) {
    try file.finish()
    if unsafe rename(file.path, target) != 0 { throw SystemError() }
    isDone = true
  }

  deinit {
    if !isDone { unsafe unlink(file.path) }
  }
}

/// Signals that end the program are kept back while there is one of these, so that no temporary file stays
/// behind.
private struct DeferredSignals: ~Copyable {
  private var before = sigset_t()

  init() {
    var all = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_BLOCK, &all, &before)
  }

  deinit {
    var before = before
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
