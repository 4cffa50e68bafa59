/// Boxes of columns, drawn with the characters that terminals have for them.
struct BoxDrawing: ColumnDrawing {
  var edgeWidth: Int { 1 }
  var gapWidth: Int { 3 }

  func lines(_ columns: [TextColumn], totals: [Bool]) -> [String] {
    let levels = titleLevels(of: columns)
    var lines = [rule(columns, "┌", "┬", "┐")]
    for level in 0..<levels {
      lines.append(row(columns) { $0.titleLine(level, of: levels) })
    }
    lines.append(rule(columns, "├", "┼", "┤"))
    for index in totals.indices {
      if isRuled(index, totals) { lines.append(rule(columns, "├", "┼", "┤")) }
      lines.append(row(columns) { $0.texts[index] })
    }
    lines.append(rule(columns, "└", "┴", "┘"))
    return lines
  }

  private func row(_ columns: [TextColumn], _ text: (TextColumn) -> String) -> String {
    "│" + columns.map { " " + $0.padded(text($0)) + " " }.joined(separator: "│") + "│"
  }

  private func rule(
    _ columns: [TextColumn], _ left: String, _ middle: String, _ right: String
  ) -> String {
    left + columns.map { String(repeating: "─", count: $0.width + 2) }.joined(separator: middle)
      + right
  }
}
