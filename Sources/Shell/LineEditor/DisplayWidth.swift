import CLibEdit

/// How many columns `text` takes on the terminal, by the C library's table.
///
/// The line editor and libedit have to agree about where a line wraps, so both ask `wcwidth`.
/// A character that has no width there, such as a control character, counts as none.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { width, scalar in
    width + max(0, Int(libedit_character_width(wchar_t(bitPattern: scalar.value))))
  }
}

/// How many rows `text` fills up before the one that it ends in, on a terminal of that width.
///
/// A wide character that does not fit the end of a row moves to the next; behind the last column
/// the cursor stands at the beginning of the next row.
func rowsFilled(by text: String, width: Int) -> Int {
  var row = 0
  var column = 0
  for scalar in text.unicodeScalars {
    let scalarWidth = displayWidth(String(scalar))
    if column + scalarWidth > width { (row, column) = (row + 1, 0) }
    column += scalarWidth
    if column >= width { (row, column) = (row + 1, 0) }
  }
  return row
}
