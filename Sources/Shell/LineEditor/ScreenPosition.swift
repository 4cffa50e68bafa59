/// A place on the terminal, counted from where the prompt begins.
///
/// A tab is shown as spaces, and a character that controls terminals as `^` and a letter; what stands
/// behind the last column stands in the first one of the next row.
struct ScreenPosition: Equatable {
  /// The row, from 0.
  private(set) var row = 0
  /// The column, from 0.
  private(set) var column = 0

  /// Goes on behind a scalar on a terminal of that width.
  mutating func advance(over scalar: Unicode.Scalar, width: Int) {
    switch scalar {
    case "\n": (row, column) = (row + 1, 0)
    case "\t":
      for _ in 0..<ScreenPosition.tabWidth(at: column, width: width) { move(by: 1, width: width) }
    default: move(by: ScreenPosition.shownWidth(of: scalar), width: width)
    }
  }

  /// The row in which a scalar is shown that comes next: a wide one may not fit the end of this.
  func row(of scalar: Unicode.Scalar, width: Int) -> Int {
    if scalar == "\n" || scalar == "\t" { return row }
    return column + ScreenPosition.shownWidth(of: scalar) > width && column > 0 ? row + 1 : row
  }

  /// How many spaces a tab stands for; the end of a row ends it.
  static func tabWidth(at column: Int, width: Int) -> Int { min(8 - column % 8, width - column) }

  /// What is shown for a scalar.
  static func shown(_ scalar: Unicode.Scalar, at column: Int, width: Int) -> String {
    if scalar == "\t" { return String(repeating: " ", count: tabWidth(at: column, width: width)) }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      return "^" + String(Unicode.Scalar(UInt8(scalar.value ^ 0x40)))
    }
    return characterWidth(scalar) < 0 ? "\u{FFFD}" : String(scalar)
  }

  private static func shownWidth(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x20 || scalar.value == 0x7F { return 2 }
    let width = characterWidth(scalar)
    return width < 0 ? 1 : width
  }

  /// A wide character that does not fit the end of a row moves to the next.
  private mutating func move(by columns: Int, width: Int) {
    if column + columns > width, column > 0 { (row, column) = (row + 1, 0) }
    column += columns
    if column >= width { (row, column) = (row + 1, 0) }
  }
}

extension ScreenPosition {
  /// The place behind a text.
  init(after text: String, from start: ScreenPosition = ScreenPosition(), width: Int) {
    self = start
    for scalar in text.unicodeScalars { advance(over: scalar, width: width) }
  }
}
