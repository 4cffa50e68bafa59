import TextForm

/// Boxes of columns, drawn with the characters that terminals have for them.
///
/// A title above several columns stands there once, in their middle.
struct BoxDrawing: ColumnDrawing {
  var edgeWidth: Int { 1 }
  var gapWidth: Int { 3 }

  func fitted(_ columns: [TextColumn]) -> [TextColumn] {
    var columns = columns
    for spans in HeadingSpans.levels(of: columns.map(\.title)) {
      var first = 0
      for span in spans {
        widen(&columns[first..<first + span.count], to: DisplayWidth.of(span.title))
        first += span.count
      }
    }
    return columns
  }

  /// Shares out among columns the room that the title above them lacks.
  private func widen(_ columns: inout ArraySlice<TextColumn>, to width: Int) {
    var missing = width - self.width(of: columns)
    for (place, index) in columns.indices.enumerated() where missing > 0 {
      let share = (missing + columns.count - place - 1) / (columns.count - place)
      columns[index].width += share
      missing -= share
    }
  }

  /// The cells of columns and the bars between them.
  private func width(of columns: ArraySlice<TextColumn>) -> Int {
    columns.reduce(-gapWidth) { $0 + $1.width + gapWidth }
  }

  func lines(_ columns: [TextColumn], totals: [Bool]) -> [String] {
    let levels = HeadingSpans.levels(of: columns.map(\.title))
    var lines = [topRule(columns, levels[0])]
    for spans in levels { lines.append(titles(spans, of: columns)) }
    lines.append(rule(columns, "├", "┼", "┤"))
    for index in totals.indices {
      if isRuled(index, totals) { lines.append(rule(columns, "├", "┼", "┤")) }
      lines += cells(index, of: columns).map { row($0) }
    }
    lines.append(rule(columns, "└", "┴", "┘"))
    return lines
  }

  /// One level of the titles.
  private func titles(_ spans: [HeadingSpans.Span], of columns: [TextColumn]) -> String {
    var first = 0
    let texts = spans.map { span in
      let below = columns[first..<first + span.count]
      first += span.count
      return span.count == 1
        ? columns[first - 1].padded(span.title) : centred(span.title, in: width(of: below))
    }
    return row(texts)
  }

  private func centred(_ text: String, in width: Int) -> String {
    let room = width - DisplayWidth.of(text)
    return String(repeating: " ", count: room / 2) + text
      + String(repeating: " ", count: room - room / 2)
  }

  private func row(_ texts: [String]) -> String {
    "│" + texts.map { " " + $0 + " " }.joined(separator: "│") + "│"
  }

  /// The rule above the outermost titles, which has no joint in the middle of one.
  private func topRule(_ columns: [TextColumn], _ spans: [HeadingSpans.Span]) -> String {
    var first = 0
    let widths = spans.map { span in
      defer { first += span.count }
      return width(of: columns[first..<first + span.count])
    }
    return rule(widths, "┌", "┬", "┐")
  }

  private func rule(
    _ columns: [TextColumn], _ left: String, _ middle: String, _ right: String
  ) -> String {
    rule(columns.map(\.width), left, middle, right)
  }

  private func rule(
    _ widths: [Int], _ left: String, _ middle: String, _ right: String
  ) -> String {
    left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
  }
}
