import CSQLite

/// One connection to one SQLite database, to be used by one thread at a time.
///
/// It knows SQLite and nothing of what is stored.
final class Connection {
  private(set) var handle: OpaquePointer?
  private var statements: [String: Statement] = [:]
  /// Kept because SQLite holds a plain pointer to it.
  private var waiting: BusyHandler?
  private var interruption: InterruptionHandler?

  /// Nothing here asks how much memory SQLite takes; done once, and of no consequence if refused.
  private static let countsNoMemory = kessan_sqlite3_count_no_memory()

  /// Opens the database that a `file:` URI names.
  init(uri: String, flags: Int32) throws(SQLiteError) {
    _ = Connection.countsNoMemory
    let code = sqlite3_open_v2(uri, &handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK else {
      let error = SQLiteError(code: extendedCode(code), message: message, sql: nil)
      close()
      throw error
    }
    sqlite3_extended_result_codes(handle, 1)
  }

  deinit {
    close()
  }

  private func close() {
    for statement in statements.values { statement.finalize() }
    statements = [:]
    sqlite3_close_v2(handle)
    handle = nil
  }

  /// Runs statements that return nothing and have nothing bound to them.
  func execute(_ sql: String) throws(SQLiteError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil), sql)
  }

  /// The statement with that text, prepared on its first use and kept.
  func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let statement = statements[sql] { return statement }
    let statement = try Statement(sql, on: self)
    statements[sql] = statement
    return statement
  }

  /// The single integer that a statement returns; nil when it returns no row or NULL.
  func integer(_ sql: String) throws(SQLiteError) -> Int64? {
    let statement = try Statement(sql, on: self)
    defer { statement.finalize() }
    return try statement.step() ? statement.optionalInteger(0) : nil
  }

  /// Throws what SQLite says about `code` unless that is success.
  func check(_ code: Int32, _ sql: String?) throws(SQLiteError) {
    guard code == SQLITE_OK else {
      throw SQLiteError(code: extendedCode(code), message: message, sql: sql)
    }
  }

  /// Sets what decides whether to go on waiting for another writer.
  func wait(_ handler: BusyHandler) {
    waiting = handler
    handler.install(on: handle)
  }

  /// Sets what decides whether the statement that runs is to stop.
  func ask(_ handler: InterruptionHandler) {
    interruption = handler
    handler.install(on: handle)
  }

  /// Makes whatever runs on this connection stop with an error; any thread may call it.
  func interrupt() {
    sqlite3_interrupt(handle)
  }

  private var message: String {
    handle.flatMap(sqlite3_errmsg).map { String(cString: $0) } ?? "out of memory"
  }

  private func extendedCode(_ code: Int32) -> Int32 {
    handle == nil ? code : sqlite3_extended_errcode(handle)
  }
}
