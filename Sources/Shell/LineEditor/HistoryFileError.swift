import Glibc

/// Why the history could not be loaded or kept.
package struct HistoryFileError: Error, Equatable, Sendable {
  /// What was being done.
  package enum Operation: Equatable, Sendable {
    /// Making the folder that holds the file.
    case createFolder
    /// Opening the file.
    case open
    /// Keeping lines in what is no ordinary file.
    case keep
    /// Waiting for another program to let the file go.
    case lock
    /// Reading the entries.
    case read
    /// Adding an entry.
    case write
    /// Telling the entries apart: so many lines hold none.
    case understand(lines: Int)
  }

  /// What was being done when it failed.
  package var operation: Operation
  /// The file, or the folder, it was done to.
  package var path: String
  /// The system's error number.
  package var code: CInt

  /// Makes an error.
  package init(operation: Operation, path: String, code: CInt) {
    self.operation = operation
    self.path = path
    self.code = code
  }
}

extension HistoryFileError {
  /// The remark for the person at the prompt: what failed, where, why, and what it means.
  package var message: String {
    if case .understand(let lines) = operation {
      let subject = lines == 1 ? "a line" : "\(lines) lines"
      return "the history in \(path) is damaged: \(subject) can't be read and "
        + "\(lines == 1 ? "is" : "are") left out here; the file stays as it is"
    }
    let reason =
      operation == .keep ? "it is no ordinary file" : unsafe String(cString: strerror(code))
    return "the history can't be kept: \(attempt) \(path): \(reason); "
      + "this session goes on without"
  }

  private var attempt: String {
    switch operation {
    case .understand: "can't understand"
    case .createFolder: "can't make the folder"
    case .open: "can't open"
    case .keep: "can't keep lines in"
    case .lock: "can't lock"
    case .read: "can't read"
    case .write: "can't write to"
    }
  }
}
