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

  /// The number of terminal cells that one character takes.
  ///
  /// Marks that combine add nothing, and what emoji are put together from is no wider than one. The
  /// letters of one character stand side by side, as in Thai and Devanagari, and so do vowel signs and
  /// the voiced marks of half-width katakana. A sign that is asked for as an emoji, or a flag, takes
  /// two cells.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.dropFirst().contains(where: makesEmoji) { return 2 }
    return scalars.dropFirst().reduce(scalars.first.map(cells) ?? 0) { width, scalar in
      standsBeside(scalar) ? width + cells(scalar) : max(width, cells(scalar))
    }
  }

  /// The emoji style, or the second letter of a flag.
  private static func makesEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || ("\u{1F1E6}"..."\u{1F1FF}").contains(scalar)
  }

  /// Whether a scalar takes cells of its own behind those of its character that come before it.
  ///
  /// The vowels and endings of a Hangul syllable in parts stand in the block of its first letter.
  private static func standsBeside(_ scalar: Unicode.Scalar) -> Bool {
    if ("\u{1160}"..."\u{11FF}").contains(scalar) { return false }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark:
      true
    default: false
    }
  }

  /// The cells of a scalar alone; terminals give a spacing mark one, and the table of widths none.
  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    scalar.properties.generalCategory == .spacingMark
      ? 1 : Int(utf8proc_charwidth(utf8proc_int32_t(bitPattern: scalar.value)))
  }
}
