/// A place on the terminal, counted from where the prompt begins.
///
/// It goes the way of libedit, which shows a tab as spaces and a line break as one; what stands behind
/// the last column stands in the first one of the next row.
struct ScreenPosition: Equatable {
  /// The row, from 0.
  private(set) var row = 0
  /// The column, from 0.
  private(set) var column = 0

  /// Goes on behind a scalar on a terminal of that width; false for one whose place nobody knows.
  mutating func advance(over scalar: Unicode.Scalar, width: Int) -> Bool {
    switch scalar {
    case "\n": (row, column) = (row + 1, 0)
    case "\t":
      for _ in 0..<ScreenPosition.tabWidth(at: column, width: width) { move(by: 1, width: width) }
    default:
      let scalarWidth = characterWidth(scalar)
      guard scalarWidth > 0 else { return false }
      move(by: scalarWidth, width: width)
    }
    return true
  }

  /// How many spaces a tab stands for; the end of a row ends it.
  static func tabWidth(at column: Int, width: Int) -> Int { min(8 - column % 8, width - column) }

  /// A wide character that does not fit the end of a row moves to the next.
  private mutating func move(by columns: Int, width: Int) {
    if column + columns > width { (row, column) = (row + 1, 0) }
    column += columns
    if column >= width { (row, column) = (row + 1, 0) }
  }
}

extension ScreenPosition {
  /// The place behind a text; nil where that is uncertain.
  init?(after text: String, from start: ScreenPosition = ScreenPosition(), width: Int) {
    self = start
    for scalar in text.unicodeScalars where !advance(over: scalar, width: width) { return nil }
  }
}
