import TextForm

/// A column that is ready to be drawn.
struct BoxColumn {
  /// The levels of its title.
  let title: [String]
  /// The texts of its cells, one a row.
  let texts: [String]
  /// Whether figures stand to the right.
  let alignsRight: Bool
  /// The cells it takes.
  let width: Int

  init(title: [String], texts: [String], alignsRight: Bool) {
    self.title = title
    self.texts = texts
    self.alignsRight = alignsRight
    self.width = (title + texts).reduce(0) { max($0, DisplayWidth.of($1)) }
  }

  func padded(_ text: String) -> String {
    let padding = String(repeating: " ", count: width - DisplayWidth.of(text))
    return alignsRight ? padding + text : text + padding
  }
}

/// Boxes of columns, drawn with the characters that terminals have for them.
enum BoxDrawing {
  static func lines(_ columns: [BoxColumn], totals: [Bool]) -> [String] {
    let levels = columns.reduce(1) { max($0, $1.title.count) }
    var lines = [rule(columns, "┌", "┬", "┐")]
    for level in 0..<levels {
      lines.append(row(columns) { titleLine($0, level: level, of: levels) })
    }
    lines.append(rule(columns, "├", "┼", "┤"))
    for index in totals.indices {
      if totals[index], index > 0, !totals[index - 1] { lines.append(rule(columns, "├", "┼", "┤")) }
      lines.append(row(columns) { $0.texts[index] })
    }
    lines.append(rule(columns, "└", "┴", "┘"))
    return lines
  }

  /// Titles of fewer levels stand on the lowest lines.
  private static func titleLine(_ column: BoxColumn, level: Int, of levels: Int) -> String {
    let own = level - (levels - column.title.count)
    return own < 0 ? "" : column.title[own]
  }

  private static func row(_ columns: [BoxColumn], _ text: (BoxColumn) -> String) -> String {
    "│" + columns.map { " " + $0.padded(text($0)) + " " }.joined(separator: "│") + "│"
  }

  private static func rule(
    _ columns: [BoxColumn], _ left: String, _ middle: String, _ right: String
  ) -> String {
    left + columns.map { String(repeating: "─", count: $0.width + 2) }.joined(separator: middle)
      + right
  }
}
