/// Where the keys go that move by more than a character, in a line that may be a block of several.
enum LineMotion {
  /// What stands between the cursor and the same column of the line above; nil in the first line.
  static func toLineAbove(_ beforeCursor: String) -> Substring? {
    guard let lineBreak = beforeCursor.lastIndex(of: "\n") else { return nil }
    let column = beforeCursor[lineBreak...].count - 1
    let above = beforeCursor[..<lineBreak]
    let start = above.lastIndex(of: "\n").map { above.index(after: $0) } ?? above.startIndex
    let target = above.index(start, offsetBy: column, limitedBy: lineBreak) ?? lineBreak
    return beforeCursor[target...]
  }

  /// What stands between the cursor and the same column of the line below; nil in the last line.
  static func toLineBelow(_ beforeCursor: String, _ afterCursor: String) -> Substring? {
    guard let lineBreak = afterCursor.firstIndex(of: "\n") else { return nil }
    let column = beforeCursor.reversed().prefix { $0 != "\n" }.count
    let below = afterCursor[afterCursor.index(after: lineBreak)...].prefix { $0 != "\n" }
    let target =
      below.index(below.startIndex, offsetBy: column, limitedBy: below.endIndex) ?? below.endIndex
    return afterCursor[..<target]
  }

  /// The word before the cursor, with what is between.
  static func wordBefore(_ beforeCursor: String) -> Substring {
    let gap = beforeCursor.reversed().prefix { !isPartOfWord($0) }.count
    let word = beforeCursor.reversed().dropFirst(gap).prefix(while: isPartOfWord).count
    return beforeCursor.suffix(gap + word)
  }

  /// The word behind the cursor, with what is between.
  static func wordBehind(_ afterCursor: String) -> Substring {
    let gap = afterCursor.prefix { !isPartOfWord($0) }.count
    let word = afterCursor.dropFirst(gap).prefix(while: isPartOfWord).count
    return afterCursor.prefix(gap + word)
  }

  /// Whether a character is part of a word as the keys see it.
  static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
