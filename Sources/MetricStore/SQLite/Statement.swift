import CSQLite

/// One prepared statement: values are bound to it, never written into its text.
final class Statement {
  private(set) var handle: OpaquePointer?
  private unowned let connection: Connection
  private let sql: String

  init(_ sql: String, on connection: Connection) throws(SQLiteError) {
    self.connection = connection
    self.sql = sql
    try connection.check(sqlite3_prepare_v2(connection.handle, sql, -1, &handle, nil), sql)
  }

  /// Frees the statement; it can't be used afterwards.
  func finalize() {
    sqlite3_finalize(handle)
    handle = nil
  }

  /// Goes on to the next row; false when there is none, which makes the statement ready again.
  func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE {
      sqlite3_reset(handle)
      return false
    }
    // The connection holds the message only until the statement is reset.
    defer { sqlite3_reset(handle) }
    try check(code)
    return false
  }

  @inline(__always)
  private func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { try connection.check(code, sql) }
  }

  /// Runs a statement that returns no rows.
  func run() throws(SQLiteError) {
    while try step() {}
  }

  /// What `read` makes of the first row; nil when there is none.
  func first<Value>(_ read: (Statement) -> Value) throws(SQLiteError) -> Value? {
    defer { sqlite3_reset(handle) }
    return try step() ? read(self) : nil
  }

  /// What `read` makes of every row.
  func all<Value>(_ read: (Statement) -> Value) throws(SQLiteError) -> [Value] {
    defer { sqlite3_reset(handle) }
    var values: [Value] = []
    while try step() { values.append(read(self)) }
    return values
  }
}

// Parameters count from 1, as SQLite counts them.
extension Statement {
  @discardableResult
  func bind(_ value: Int64?, at index: Int32) throws(SQLiteError) -> Statement {
    guard let value else { return try bindNull(at: index) }
    try check(sqlite3_bind_int64(handle, index, value))
    return self
  }

  @discardableResult
  func bind(_ value: String?, at index: Int32) throws(SQLiteError) -> Statement {
    guard var value else { return try bindNull(at: index) }
    let code = value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        kessan_sqlite3_bind_text(handle, index, $0.baseAddress, UInt64($0.count))
      }
    }
    try check(code)
    return self
  }

  @discardableResult
  func bind(_ value: [UInt8]?, at index: Int32) throws(SQLiteError) -> Statement {
    guard let value else { return try bindNull(at: index) }
    let code = value.withUnsafeBytes {
      kessan_sqlite3_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
    }
    try check(code)
    return self
  }

  private func bindNull(at index: Int32) throws(SQLiteError) -> Statement {
    try check(sqlite3_bind_null(handle, index))
    return self
  }
}

// Columns count from 0, as SQLite counts them.
extension Statement {
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { [UInt8]($0) } }

  /// What `read` makes of a column's bytes, which are SQLite's own and gone with the row.
  func withBytes<Value>(_ column: Int32, _ read: (UnsafeRawBufferPointer) -> Value) -> Value {
    let start = sqlite3_column_blob(handle, column)
    return read(
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }
}
