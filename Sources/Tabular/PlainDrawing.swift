import TextForm

/// Columns with two spaces between them and dashes below the titles: text that goes anywhere.
struct PlainDrawing: ColumnDrawing {
  var edgeWidth: Int { -2 }
  var gapWidth: Int { 2 }

  /// Each column has all of its title, so that a line can be read without those beside it.
  func fitted(_ columns: [TextColumn]) -> [TextColumn] {
    columns.map { column in
      var column = column
      column.width = column.title.reduce(column.width) { max($0, DisplayWidth.of($1)) }
      return column
    }
  }

  func lines(_ columns: [TextColumn], totals: [Bool]) -> [String] {
    let levels = titleLevels(of: columns)
    let rule = line(columns.map { String(repeating: "-", count: $0.width) })
    var lines = (0..<levels).map { level in
      line(columns.map { $0.padded($0.titleLine(level, of: levels)) })
    }
    lines.append(rule)
    for index in totals.indices {
      if isRuled(index, totals) { lines.append(rule) }
      lines += cells(index, of: columns).map { line($0) }
    }
    return lines
  }

  /// Spaces at the end of a line would only be in the way.
  private func line(_ texts: [String]) -> String {
    var line = Substring(texts.joined(separator: "  "))
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
