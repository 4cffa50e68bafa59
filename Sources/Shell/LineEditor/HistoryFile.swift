import Glibc

/// The file in which the prompt keeps the statements entered, across sessions.
///
/// Sessions that run at once share it: each adds its entries one by one, at the end and under a
/// lock, and none ever writes the whole. ``HistoryEntryCoding`` says how an entry is written.
package struct HistoryFile: Sendable {
  /// How many entries are loaded: the newest of them.
  package static let loadLimit = 1_000

  /// Where the file is.
  package var path: String

  /// A history in the file at `path`, which need not exist yet.
  package init(path: String) {
    self.path = path
  }

  /// The history in the folder that the XDG base directory rules give for state.
  ///
  /// That is `kessan/history` in `XDG_STATE_HOME`, which counts only as an absolute path, and
  /// otherwise in `.local/state` of the home directory; `nil` without either.
  ///
  /// - Parameter environment: the value of an environment variable, by its name.
  package init?(environment: (_ name: String) -> String?) {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      self.init(path: state + "/kessan/history")
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      self.init(path: home + "/.local/state/kessan/history")
    } else {
      return nil
    }
  }

  /// The newest entries, oldest first; none when there is no file yet.
  ///
  /// Damaged lines are skipped, and do not count.
  ///
  /// - Parameters:
  ///   - limit: The most entries that are loaded.
  ///   - remark: Told of the damage among them, if there is any.
  /// - Returns: The entries.
  /// - Throws: Why the file can't be read.
  package func load(
    limit: Int = loadLimit, remark: (HistoryFileError) -> Void = { _ in }
  ) throws(HistoryFileError) -> [String] {
    guard let file = try LockedFile(reading: path) else { return [] }
    let lines = try file.contents().split(separator: UInt8(ascii: "\n"))
    var newestFirst: [String] = []
    var damaged = 0
    for line in lines.reversed() where newestFirst.count < limit {
      if let entry = HistoryEntryCoding.decode(line) {
        newestFirst.append(entry)
      } else {
        damaged += 1
      }
    }
    if damaged > 0 {
      remark(HistoryFileError(operation: .understand(lines: damaged), path: path, code: 0))
    }
    return newestFirst.reversed()
  }

  /// Adds an entry at the end, and makes the file (mode 0600) and its folders if need be.
  ///
  /// A line that an earlier writer left unfinished is ended first, so that it damages no entry
  /// but its own; a write that fails half way is taken back.
  package func append(_ entry: String) throws(HistoryFileError) {
    try makeFolders()
    let file = try LockedFile(appendingTo: path)
    let separator = try file.endsInsideLine() ? "\n" : ""
    try file.append(Array((separator + HistoryEntryCoding.encode(entry) + "\n").utf8))
  }

  private func makeFolders() throws(HistoryFileError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in parts.indices.dropFirst() {
      let folder = parts[...count].joined(separator: "/")
      if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST, !isFolder(folder) {
        throw HistoryFileError(operation: .createFolder, path: folder, code: errno)
      }
    }
  }

  /// On a read-only file system `mkdir` may not say that the folder is there.
  private func isFolder(_ path: String) -> Bool {
    let code = errno
    defer { errno = code }
    return unsafe access(path, X_OK) == 0
  }
}
