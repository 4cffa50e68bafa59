/// What was last deleted by words or by the rest of a line, for bringing it back.
///
/// Deletions one right after the other come back as one text.
struct KilledText {
  /// What is brought back.
  private(set) var text = ""
  /// The line as the last deletion has left it.
  private var lineLeft: EditedLine?

  /// Takes a text that is deleted before the cursor.
  mutating func kill(before cursor: String, in line: EditedLine) {
    text = cursor + (line == lineLeft ? text : "")
    lineLeft = EditedLine(
      String(decoding: line.beforeCursor.utf8.dropLast(cursor.utf8.count), as: UTF8.self),
      line.afterCursor)
  }

  /// Takes a text that is deleted behind the cursor.
  mutating func kill(behind cursor: String, in line: EditedLine) {
    text = (line == lineLeft ? text : "") + cursor
    lineLeft = EditedLine(
      line.beforeCursor,
      String(decoding: line.afterCursor.utf8.dropFirst(cursor.utf8.count), as: UTF8.self))
  }
}
