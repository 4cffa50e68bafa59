/// Writes a result as a Markdown pipe table below its heading, with the notes as a list.
///
/// The source is aligned too, so that it reads well where nothing shows it as a table.
struct MarkdownRenderer: ResultRenderer {
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    let shown = ShownTable(table)
    var lines = shown.heading.isEmpty ? [] : ["**\(Self.escaped(shown.heading))**", ""]
    lines += table.plot.map { Self.fenced($0, width: width) } ?? Self.pipes(shown)
    if !shown.notes.isEmpty { lines.append("") }
    lines += shown.notes.map { "- " + Self.escaped($0) }
    return RenderedOutput(lines.map { $0 + "\n" }.joined())
  }

  private static func pipes(_ shown: ShownTable) -> [String] {
    let labels = shown.labels.map { label in
      column(label) { Indentation.marked($0, with: "&emsp;", escaped: escaped) }
    }
    let columns = labels + shown.columns.map { column($0, escaped) }
    let rows = shown.totals.indices.map { index in
      line(columns.map { $0.padded($0.texts[index]) })
    }
    return [line(columns.map { $0.padded($0.title[0]) }), line(columns.map(rule))] + rows
  }

  /// A drawing stays as it is between fences; names may hold backquotes, so that a fence has more
  /// than any of them.
  private static func fenced(_ plot: Plot, width: Int?) -> [String] {
    let lines = TextPlot.lines(of: plot, width: width)
    let runs = lines.joined(separator: "\n").split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: max(2, runs.max() ?? 0) + 1)
    return [fence + "text"] + lines + [fence]
  }

  /// A heading is one line; the lines of a text stay lines.
  func text(of prose: Prose) -> String {
    let lines = prose.words.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.escaped(String($0)) }
    return prose.isHeading
      ? "## " + lines.joined(separator: " ") + "\n" : lines.joined(separator: "  \n") + "\n"
  }

  /// A pipe table has one line of titles, so that the levels of a title stand on it together.
  private static func column(
    _ column: ShownTable.Column, _ text: (String) -> String
  ) -> TextColumn {
    TextColumn(
      .init(
        title: [escaped(column.title.joined(separator: " "))], texts: column.texts.map(text),
        holdsFigures: column.holdsFigures), leastWidth: 3)
  }

  private static func line(_ texts: [String]) -> String {
    "| " + texts.joined(separator: " | ") + " |"
  }

  private static func rule(_ column: TextColumn) -> String {
    let dashes = String(repeating: "-", count: column.width - 1)
    return column.alignsRight ? dashes + ":" : dashes + "-"
  }

  /// A text without anything that Markdown takes for a mark of its own.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      if isMark(scalar, at: index, in: scalars) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isMark(
    _ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]
  ) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "&", "$": true
    // Between letters it is no mark, and names of metrics read better without escapes.
    case "_": !isWord(index - 1, in: scalars) || !isWord(index + 1, in: scalars)
    // At the start of a line they make headings and lists.
    case "#", "+", "=": index == 0
    case "-": index == 0 && !isWord(1, in: scalars)
    default: false
    }
  }

  private static func isWord(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    return scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil
  }
}
