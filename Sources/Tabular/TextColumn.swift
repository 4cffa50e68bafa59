import TextForm

/// A column that is ready to be drawn as text.
struct TextColumn {
  /// The levels of its title.
  private(set) var title: [String]
  /// The texts of its cells, one a row.
  let texts: [String]
  /// Whether figures stand to the right.
  let alignsRight: Bool
  /// The terminal cells it takes.
  var width: Int
  /// Whether texts may be wider than the column, and go on below.
  private(set) var isWrapped = false

  /// A column as wide as its widest text and the innermost level of its title, and no narrower than
  /// `leastWidth`.
  init(_ column: ShownTable.Column, leastWidth: Int = 0) {
    title = column.title
    texts = column.holdsFigures ? PointAlignment.aligned(column.texts) : column.texts
    alignsRight = column.holdsFigures
    width = (title.suffix(1) + texts).reduce(leastWidth) { max($0, DisplayWidth.of($1)) }
  }

  /// The column with its texts wrapped and its title shortened, where it is wider than `limit` and
  /// holds no figures, which can't be cut.
  func narrowed(to limit: Int) -> TextColumn {
    if alignsRight || width <= limit { return self }
    var column = self
    column.isWrapped = true
    column.width = limit
    column.title = title.map { WrappedText.shortened($0, to: limit) }
    return column
  }

  /// The column without the room that its wrapped texts leave.
  var tightened: TextColumn {
    guard isWrapped else { return self }
    var column = self
    let texts = texts.indices.lazy.flatMap { self.lines($0) }
    column.width = texts.reduce(title.reduce(0) { max($0, DisplayWidth.of($1)) }) {
      max($0, DisplayWidth.of($1))
    }
    return column
  }

  /// The least width at which the column can be read: that of its longest word, within bounds.
  var leastWidth: Int {
    if alignsRight { return width }
    let longest = texts.lazy.flatMap { $0.split(separator: " ") }
      .reduce(0) { max($0, DisplayWidth.of(String($1))) }
    return min(width, min(max(longest, 16), 24))
  }

  /// Makes the levels of the title no wider than `limit`, and the column as narrow as they allow.
  mutating func shortenTitle(to limit: Int) {
    guard title.contains(where: { DisplayWidth.of($0) > limit }) else { return }
    title = title.map { WrappedText.shortened($0, to: limit) }
    width = (title.suffix(1) + texts).reduce(0) { max($0, DisplayWidth.of($1)) }
  }

  /// The lines of a row's text.
  func lines(_ index: Int) -> [String] {
    if !isWrapped { return [texts[index]] }
    return WrappedText.lines(of: texts[index], width: width).map(TextDirection.closed)
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
  /// The lines of a row, each with a text for every column, as wide as the column.
  func cells(_ index: Int, of columns: [TextColumn]) -> [[String]] {
    guard columns.contains(where: \.isWrapped) else {
      return [columns.map { $0.padded($0.texts[index]) }]
    }
    let texts = columns.map { $0.lines(index) }
    let height = texts.reduce(1) { max($0, $1.count) }
    return (0..<height).map { line in
      zip(columns, texts).map { $0.padded(line < $1.count ? $1[line] : "") }
    }
  }

  /// The number of lines that the titles take.
  func titleLevels(of columns: [TextColumn]) -> Int {
    columns.reduce(1) { max($0, $1.title.count) }
  }

  /// Whether a rule parts a row from the one above it.
  func isRuled(_ index: Int, _ totals: [Bool]) -> Bool {
    totals[index] && index > 0 && !totals[index - 1]
  }
}
