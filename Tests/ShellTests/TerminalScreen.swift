@testable import Shell

/// As much of a terminal as an overlay needs: cells, a cursor, and the wait behind the last column.
struct TerminalScreen {
  private(set) var cells: [[Unicode.Scalar]]
  private(set) var row = 0
  private(set) var column = 0
  private var isWaiting = false
  private let width: Int
  /// The second half of a wide character.
  private static let covered: Unicode.Scalar = "\u{FFFF}"

  init(width: Int, height: Int) {
    self.width = width
    cells = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// The rows as text, without the spaces at their ends.
  var rows: [String] {
    cells.map { row in
      var text = String(String.UnicodeScalarView(row.filter { $0 != TerminalScreen.covered }))
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// Puts the cursor where libedit has it: never behind the last column.
  mutating func settle() {
    if isWaiting { (row, column, isWaiting) = (row + 1, 0, false) }
  }

  mutating func place(row: Int, column: Int) {
    (self.row, self.column, isWaiting) = (row, column, false)
  }

  mutating func show(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{1B}": control(&scalars)
      case "\r": (column, isWaiting) = (0, false)
      case "\n": (row, isWaiting) = (row + 1, false)
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let scalarWidth = characterWidth(scalar)
    if isWaiting || column + scalarWidth > width { (row, column, isWaiting) = (row + 1, 0, false) }
    cells[row][column] = scalar
    if scalarWidth == 2 { cells[row][column + 1] = TerminalScreen.covered }
    column += scalarWidth
    if column >= width { (column, isWaiting) = (width - 1, true) }
  }

  private mutating func control(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    scalars = scalars.dropFirst()
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    scalars = scalars.dropFirst(digits.count)
    let number = Int(String(String.UnicodeScalarView(digits))) ?? 1
    let command = scalars.popFirst()
    // Colours move nothing.
    if command != "m" { isWaiting = false }
    switch command {
    case "A": row -= number
    case "C": column += number
    case "J":
      erase(row: row, from: column)
      for below in (row + 1)..<cells.count { erase(row: below, from: 0) }
    case "K": erase(row: row, from: column)
    default: break
    }
  }

  private mutating func erase(row: Int, from start: Int) {
    for column in start..<width { cells[row][column] = " " }
  }
}
