import CSQLite

/// What SQLite says when it can't do something.
struct SQLiteError: Error, Hashable {
  /// The extended result code, such as 2067 for a broken unique constraint.
  let code: Int32
  /// SQLite's own words.
  let message: String
  /// The statement that failed, without the values bound to it; nil for a call without one.
  let sql: String?

  /// The result code without its extension, such as 19 for any broken constraint.
  var primaryCode: Int32 { code & 0xFF }

  /// Whether there was no room for the index of the log, which every connection needs: SQLite calls
  /// that a failing disk.
  var isLackOfRoom: Bool { code == SQLiteError.sharedMemorySize }

  /// SQLITE_IOERR_SHMSIZE, a macro of two others that Swift doesn't see.
  private static let sharedMemorySize = SQLITE_IOERR | (19 << 8)
}
