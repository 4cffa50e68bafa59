import TextForm

/// A column that is ready to be drawn as text.
struct TextColumn {
  /// The levels of its title.
  let title: [String]
  /// The texts of its cells, one a row.
  let texts: [String]
  /// Whether figures stand to the right.
  let alignsRight: Bool
  /// The terminal cells it takes.
  var width: Int

  /// A column as wide as its widest text and the innermost level of its title, and no narrower than
  /// `leastWidth`.
  init(_ column: ShownTable.Column, leastWidth: Int = 0) {
    title = column.title
    texts = column.holdsFigures ? PointAlignment.aligned(column.texts) : column.texts
    alignsRight = column.holdsFigures
    width = (title.suffix(1) + texts).reduce(leastWidth) { max($0, DisplayWidth.of($1)) }
  }

  /// A text with spaces up to the width of the column.
  func padded(_ text: String) -> String {
    let padding = String(repeating: " ", count: width - DisplayWidth.of(text))
    return alignsRight ? padding + text : text + padding
  }

  /// The title's text on one of `levels` lines; titles of fewer levels stand on the lowest lines.
  func titleLine(_ level: Int, of levels: Int) -> String {
    let own = level - (levels - title.count)
    return own < 0 ? "" : title[own]
  }
}

/// A way to draw columns as lines of text.
protocol ColumnDrawing: Sendable {
  /// The terminal cells that a table takes besides its columns.
  var edgeWidth: Int { get }
  /// The terminal cells that each column takes besides its own.
  var gapWidth: Int { get }

  /// The columns with room for all levels of their titles.
  func fitted(_ columns: [TextColumn]) -> [TextColumn]

  /// The lines of a table of fitted columns; `totals` says of each row whether it is a total.
  func lines(_ columns: [TextColumn], totals: [Bool]) -> [String]
}

extension ColumnDrawing {
  /// The number of lines that the titles take.
  func titleLevels(of columns: [TextColumn]) -> Int {
    columns.reduce(1) { max($0, $1.title.count) }
  }

  /// Whether a rule parts a row from the one above it.
  func isRuled(_ index: Int, _ totals: [Bool]) -> Bool {
    totals[index] && index > 0 && !totals[index - 1]
  }
}
