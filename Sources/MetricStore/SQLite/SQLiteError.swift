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
}
