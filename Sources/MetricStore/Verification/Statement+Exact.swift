import CSQLite

/// A value that no append writes: of another type, out of its range, or no UTF-8.
struct ForeignValue: Error {}

// Reading that trusts nothing. What is read otherwise is converted without a word, so a changed value
// could pass for the one that was appended.
extension Statement {
  /// The integer in a column, where it is one that fits.
  func exact<Integer: FixedWidthInteger>(_ column: Int32) throws(ForeignValue) -> Integer {
    guard type(column) == SQLITE_INTEGER, let value = Integer(exactly: integer(column)) else {
      throw ForeignValue()
    }
    return value
  }

  /// The same, or nil for NULL.
  func exactOptional<Integer: FixedWidthInteger>(
    _ column: Int32
  ) throws(ForeignValue) -> Integer? {
    type(column) == SQLITE_NULL ? nil : try exact(column)
  }

  /// The text in a column, where it is one.
  func exactText(_ column: Int32) throws(ForeignValue) -> String {
    guard type(column) == SQLITE_TEXT,
      let text = withBytes(column, { String(validating: $0, as: UTF8.self) })
    else { throw ForeignValue() }
    return text
  }

  /// The same, or nil for NULL.
  func exactOptionalText(_ column: Int32) throws(ForeignValue) -> String? {
    type(column) == SQLITE_NULL ? nil : try exactText(column)
  }

  /// The digest in a column, where it is one.
  func exactDigest(_ column: Int32) throws(ForeignValue) -> Digest {
    guard type(column) == SQLITE_BLOB, let digest = Digest(bytes: bytes(column)) else {
      throw ForeignValue()
    }
    return digest
  }

  /// The same, or nil for NULL.
  func exactOptionalDigest(_ column: Int32) throws(ForeignValue) -> Digest? {
    type(column) == SQLITE_NULL ? nil : try exactDigest(column)
  }

  /// Calls `body` for every row, and makes the statement ready again whatever happens.
  func forEach(_ body: (Statement) throws -> Void) throws {
    defer { sqlite3_reset(handle) }
    while try step() { try body(self) }
  }

  func type(_ column: Int32) -> Int32 { sqlite3_column_type(handle, column) }
}
