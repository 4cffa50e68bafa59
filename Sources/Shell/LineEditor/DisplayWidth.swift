import CLibEdit

/// How many columns a scalar takes on the terminal by the C library's table, which libedit asks too: 0
/// for a combining mark, -1 for a control character.
func characterWidth(_ scalar: Unicode.Scalar) -> Int {
  Int(libedit_character_width(wchar_t(bitPattern: scalar.value)))
}

/// How many columns `text` takes on the terminal, by the C library's table.
///
/// The line editor and libedit have to agree about where a line wraps, so both ask `wcwidth`.
/// A character that has no width there, such as a control character, counts as none.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + max(0, characterWidth($1)) }
}

/// A text that ends in `…` where it takes more than `room` columns, by the C library's table.
func shortened(_ text: String, to room: Int) -> String {
  if displayWidth(text) <= room { return text }
  var taken = 0
  let kept = text.prefix { character in
    taken += displayWidth(String(character))
    return taken < room
  }
  return kept + "…"
}

/// How many rows `text` fills up before the one that it ends in, on a terminal of that width.
///
/// A wide character that does not fit the end of a row moves to the next; behind the last column
/// the cursor stands at the beginning of the next row.
func rowsFilled(by text: String, width: Int) -> Int {
  ScreenPosition(after: text, width: width).row
}
