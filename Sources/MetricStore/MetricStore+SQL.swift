import CSQLite

/// The rows that a SELECT has given.
package struct SelectedRows: Sendable {
  /// The names of the columns.
  package let columns: [String]
  /// The rows; nil stands for NULL.
  package let rows: [[String?]]
}

/// Why a SELECT was refused, in words.
package struct RefusedSelect: Error, Hashable, Sendable {
  /// The reason, mostly SQLite's own words.
  package let reason: String
}

extension MetricStore {
  /// Runs one statement of SQL that only reads.
  ///
  /// It is for looking at the store in a way that the language has no words for. Whatever would
  /// change something, or the connection, is refused, and so is a second statement.
  package func select(_ sql: String) throws(RefusedSelect) -> SelectedRows {
    let first = sql.drop(while: \.isWhitespace).prefix(while: \.isLetter).lowercased()
    guard ["select", "with", "values"].contains(first) else {
      throw RefusedSelect(reason: "only SELECT, WITH and VALUES are run, and they only read")
    }
    if let rest = connection.secondStatement(in: sql) {
      throw RefusedSelect(
        reason: "one SELECT is run at a time, and '\(rest)' stands behind the ;")
    }
    let outcome = Result { () throws(SQLiteError) in try connection.selected(sql) }
    do throws(SQLiteError) {
      if let rows = try outcome.get() { return rows }
    } catch {
      let isInterrupted = error.primaryCode == SQLITE_INTERRUPT
      throw RefusedSelect(reason: isInterrupted ? "interrupted" : error.message)
    }
    throw RefusedSelect(reason: "this would change the store")
  }
}

extension Connection {
  /// What stands behind the first statement, but for signs of its end and comments; nil for nothing,
  /// and for a first statement that can't be read, which has an error of its own.
  fileprivate func secondStatement(in sql: String) -> String? {
    guard var rest = remainder(of: sql, isEmpty: false) else { return nil }
    while let next = remainder(of: rest, isEmpty: true) {
      if next.allSatisfy(\.isWhitespace) { return nil }
      rest = next
    }
    let text = rest.drop(while: \.isWhitespace)
    return text.count > 40 ? text.prefix(40) + "…" : String(text)
  }

  /// What stands behind the first statement of a text; nil where that can't be read, or is empty and
  /// shouldn't be, or the other way round.
  private func remainder(of sql: String, isEmpty: Bool) -> String? {
    sql.withCString { start in
      var handle: OpaquePointer?
      var end: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(self.handle, start, -1, &handle, &end)
      defer { sqlite3_finalize(handle) }
      guard code == SQLITE_OK, (handle == nil) == isEmpty else { return nil }
      return end.map { String(cString: $0) }
    }
  }

  /// The rows of a statement; nil for one that doesn't only read.
  fileprivate func selected(_ sql: String) throws(SQLiteError) -> SelectedRows? {
    let statement = try Statement(sql, on: self)
    defer { statement.finalize() }
    guard statement.isReadOnly else { return nil }
    return SelectedRows(columns: statement.columnNames, rows: try statement.all(\.texts))
  }
}

extension Statement {
  /// Whether running it changes nothing in the database.
  fileprivate var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  fileprivate var columnNames: [String] {
    columns.map { sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? "" }
  }

  /// The columns of the row as text; bytes are told by their number.
  fileprivate var texts: [String?] {
    columns.map { column in
      sqlite3_column_type(handle, column) == SQLITE_BLOB
        ? "\(sqlite3_column_bytes(handle, column)) bytes" : optionalText(column)
    }
  }

  private var columns: Range<Int32> { 0..<sqlite3_column_count(handle) }
}
