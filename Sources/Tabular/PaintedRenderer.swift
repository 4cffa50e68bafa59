import TextForm

/// Draws a result as text in weights: what one is looking at is strong, what only explains is faint.
///
/// What it paints has been drawn and aligned before, so that nothing depends on it.
struct PaintedRenderer: ResultRenderer {
  let text: TextTableRenderer

  var setsTextsApart: Bool { text.setsTextsApart }

  func text(of prose: Prose) -> String {
    prose.isHeading
      ? Self.lines(of: text.text(of: prose)).map { Self.paint($0, .strong) + "\n" }.joined()
      : text.text(of: prose)
  }

  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    let lines = text.lines(of: table, width: width)
    let painted =
      lines.heading.map { Self.paint($0, .strong) }
      + (table.plot == nil ? Self.painted(lines.body) : lines.body)
      + lines.notes.map { Self.paint($0, .faint) }
    return RenderedOutput(painted.map { $0 + "\n" }.joined())
  }

  /// The lines of a table: its titles strong, and marks in the place of a figure faint.
  private static func painted(_ lines: [String]) -> [String] {
    var isTitle = false
    return lines.map { line in
      if let first = line.first, "┌├└".contains(first) {
        isTitle = first == "┌"
        return line
      }
      return cells(of: line) {
        isTitle || marks.contains($0) ? paint($0, isTitle ? .strong : .faint) : $0
      }
    }
  }

  /// What stands in a cell where there is no figure.
  private static let marks: Set<String> = ["–", "n.m.", "*"]

  /// A line with what stands between its borders, without the spaces around it, changed.
  private static func cells(of line: String, _ change: (String) -> String) -> String {
    line.split(separator: "│", omittingEmptySubsequences: false).map { cell in
      let text = cell.drop { $0 == " " }
      let before = cell.prefix(cell.count - text.count)
      guard let last = text.lastIndex(where: { $0 != " " }) else { return String(cell) }
      return before + change(String(text[...last])) + text[text.index(after: last)...]
    }.joined(separator: "│")
  }

  private static func paint(_ text: String, _ style: TextStyle) -> String {
    Palette.colored.painted(text, style)
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
