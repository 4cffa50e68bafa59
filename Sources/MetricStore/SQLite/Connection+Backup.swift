import CSQLite

extension Connection {
  /// Copies the whole database into that of another connection, as it is at one moment, and returns
  /// the number of its pages.
  ///
  /// Others may write meanwhile. An error is one of the other connection.
  func copy(to other: Connection) throws(SQLiteError) -> Int {
    guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
      try other.check(sqlite3_errcode(other.handle), nil)
      return 0
    }
    // In one step: between two, another append would make it begin again.
    sqlite3_backup_step(backup, -1)
    let pageCount = Int(sqlite3_backup_pagecount(backup))
    try other.check(sqlite3_backup_finish(backup), nil)
    return pageCount
  }
}
