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
  /// change something, or the connection, is refused; what stands behind the first `;` is left out.
  package func select(_ sql: String) throws(RefusedSelect) -> SelectedRows {
    let first = sql.drop(while: \.isWhitespace).prefix(while: \.isLetter).lowercased()
    guard ["select", "with", "values"].contains(first) else {
      throw RefusedSelect(reason: "only SELECT, WITH and VALUES are run, and they only read")
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
