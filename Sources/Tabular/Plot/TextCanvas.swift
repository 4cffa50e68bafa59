/// A grid of terminal cells, with rows counted from the top.
struct TextCanvas {
  /// The number of columns.
  let width: Int
  private var rows: [[Character]]

  /// An empty canvas.
  init(width: Int, height: Int) {
    self.width = width
    rows = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// A cell; what lies outside is a space, and stays one.
  subscript(row: Int, column: Int) -> Character {
    get { isInside(row, column) ? rows[row][column] : " " }
    set { if isInside(row, column) { rows[row][column] = newValue } }
  }

  /// Writes a text whose characters take one cell each.
  mutating func write(_ text: String, row: Int, from column: Int) {
    for (offset, character) in text.enumerated() { self[row, column + offset] = character }
  }

  /// The rows as text.
  var lines: [String] { rows.map { String($0) } }

  private func isInside(_ row: Int, _ column: Int) -> Bool {
    rows.indices.contains(row) && (0..<width).contains(column)
  }
}
