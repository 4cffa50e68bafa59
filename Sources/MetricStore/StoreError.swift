/// Why the store could not be opened, read or appended to.
///
/// The cases hold facts; ``message`` puts them into words. Whatever went wrong during an append, the
/// store is as it was before it.
package enum StoreError: Error, Hashable, Sendable {
  // What is at the path.

  /// There is no file, and none was to be made.
  case noSuchFile(path: String)
  /// The folder that the file would be in isn't there.
  case noSuchFolder(path: String, folder: String)
  /// The path names a folder.
  case isFolder(path: String)
  /// The path names a device, a pipe or a socket.
  case notAFile(path: String)
  /// The file has no bytes, which SQLite would take for an empty database.
  case emptyFile(path: String)
  /// The file is something else than an SQLite database.
  case notSQLite(path: String)
  /// The file is an SQLite database of another program.
  case notOurs(path: String, applicationID: Int32)
  /// The file has a form that only a later version of this program knows.
  case newerForm(path: String, version: Int, supported: Int)
  /// The file has an earlier form, and it was opened for reading only.
  case olderForm(path: String, version: Int, supported: Int)
  /// SQLite found the file's structure broken.
  case damaged(path: String?, detail: String)

  // What the system allows.

  /// The file may not be read.
  case noPermission(path: String)
  /// The file, or the folder that its log has to be in, may not be written.
  case notWritable(path: String?)
  /// The log beside the file holds appends, and reading it takes the right to write there.
  case unreadLog(path: String)
  /// Another connection kept the right to write for longer than the caller would wait.
  case busy(path: String?)
  /// The disk, or the caller's share of it, is full.
  case diskFull(path: String?)
  /// The disk failed to read or write.
  case inputOutput(path: String?, detail: String)
  /// Somebody called ``MetricStore/interrupt()``.
  case interrupted

  // What is in the store.

  /// The name belongs to a release with other content.
  case releaseNameTaken(name: String, published: String)
  /// A series has no row in `packed`.
  case packedMissing(SeriesKey)
  /// The bytes in `packed` are not the columns of this version.
  case packedUnreadable(SeriesKey)

  /// SQLite refused something that this program should not have asked for: a mistake in it.
  case unexpected(path: String?, detail: String)
}
