import CUTF8Proc

/// How many terminal cells a text takes.
///
/// Japanese labels are two cells a character and combining marks none, so a count of characters
/// misaligns every table and caret that holds them.
package enum DisplayWidth {
  /// The number of terminal cells that `text` takes on one line.
  package static func of(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
      ? text.utf8.count
      : text.reduce(0) { $0 + of($1) }
  }

  /// The number of terminal cells that one character takes: 0, 1 or 2.
  ///
  /// A character is as wide as its widest scalar, because marks that combine add nothing. Two things
  /// are different: the voiced marks of half-width katakana take a cell of their own, and a sign that
  /// is asked for as an emoji, or a flag, takes two.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.dropFirst().contains(where: makesEmoji) { return 2 }
    let widest = scalars.reduce(0) { widest, scalar in
      max(widest, Int(utf8proc_charwidth(utf8proc_int32_t(bitPattern: scalar.value))))
    }
    return widest + scalars.dropFirst().filter(isHalfWidthVoicedMark).count
  }

  /// The emoji style, or the second letter of a flag.
  private static func makesEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || ("\u{1F1E6}"..."\u{1F1FF}").contains(scalar)
  }

  private static func isHalfWidthVoicedMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FF9E}" || scalar == "\u{FF9F}"
  }
}
