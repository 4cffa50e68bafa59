import CSQLite

extension Connection {
  /// Refuses what a file from a stranger, or a slip of ours, could otherwise do.
  ///
  /// Defensive mode keeps SQL from corrupting the file, a schema that isn't trusted can't call
  /// functions with side effects, and a misspelt name in double quotes is an error, not a text.
  func harden() throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_DEFENSIVE, true)
    try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
    try configure(SQLITE_DBCONFIG_DQS_DDL, false)
    try configure(SQLITE_DBCONFIG_DQS_DML, false)
  }

  /// Switches the triggers of this connection on or off.
  func setTriggers(enabled: Bool) throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, enabled)
  }

  /// Whether the database can't be written through this connection.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// The row ID that the last insertion made.
  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  private func configure(_ option: Int32, _ on: Bool) throws(SQLiteError) {
    try check(kessan_sqlite3_configure(handle, option, on ? 1 : 0), nil)
  }
}
