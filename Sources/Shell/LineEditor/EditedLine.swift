/// The line being edited, on both sides of the cursor.
struct EditedLine: Equatable {
  var beforeCursor = ""
  var afterCursor = ""

  /// A line with the cursor at its end, or before its rest.
  init(_ beforeCursor: String = "", _ afterCursor: String = "") {
    self.beforeCursor = beforeCursor
    self.afterCursor = afterCursor
  }

  /// The whole line.
  var text: String { beforeCursor + afterCursor }
}
