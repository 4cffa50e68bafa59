import TextForm

/// Writes results as one page that needs nothing else: a table each, with its notes and what
/// reproduces it.
struct HTMLRenderer: ResultRenderer {
  func opening(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="kessan">
    <title>\(Self.escaped(EscapedText.visible(title)))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>

    """
  }

  func text(of prose: Prose) -> String {
    let direction = TextDirection.turns(prose.words) ? " dir=\"auto\"" : ""
    let name = prose.isHeading ? "h2" : "p"
    return "<\(name)\(direction)>\(Self.escaped(prose.words))</\(name)>\n"
  }

  var closing: String { "</body>\n</html>\n" }

  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    let shown = ShownTable(table)
    var lines = ["<section>"] + Self.figures(shown, below: table.plot)
    if !shown.notes.isEmpty {
      lines += ["<ul>"] + shown.notes.map { Self.element("li", $0) } + ["</ul>"]
    }
    lines += Self.folded("source", Self.origin(table.origin)) + ["</section>"]
    return RenderedOutput(lines.map { $0 + "\n" }.joined())
  }

  /// The table; below a drawing, which tells the same, it is folded away.
  private static func figures(_ shown: ShownTable, below plot: Plot?) -> [String] {
    guard let plot else { return self.table(shown, caption: shown.heading) }
    return [SVGPlot(plot, title: shown.heading).text]
      + folded("figures", self.table(shown, caption: ""))
  }

  private static func table(_ shown: ShownTable, caption: String) -> [String] {
    ["<table>"] + (caption.isEmpty ? [] : [element("caption", caption)])
      + ["<thead>"] + heading(of: shown) + ["</thead>", "<tbody>"] + rows(of: shown)
      + ["</tbody>", "</table>"]
  }

  /// What a reader unfolds who asks for it, and what isn't printed.
  private static func folded(_ summary: String, _ lines: [String]) -> [String] {
    ["<details>", element("summary", summary)] + lines + ["</details>"]
  }

  private static func heading(of table: ShownTable) -> [String] {
    let levels = HeadingSpans.levels(of: table.columns)
    let columns = table.columns.map(heading)
    return levels.enumerated().map { index, spans in
      let labels = index > 0 ? [] : table.labels.map { heading($0, rows: levels.count) }
      let titles = index == levels.count - 1 ? columns : spans.map(heading)
      return "<tr>" + (labels + titles).joined() + "</tr>"
    }
  }

  private static func heading(_ label: ShownTable.Column, rows: Int) -> String {
    let span = rows > 1 ? " rowspan=\"\(rows)\"" : ""
    return "<th scope=\"col\"\(span)>\(isolated(label.title[0]))</th>"
  }

  private static func heading(_ span: HeadingSpans.Span) -> String {
    let count = span.count > 1 ? " colspan=\"\(span.count)\"" : ""
    return "<th scope=\"colgroup\"\(count)>\(isolated(span.title))</th>"
  }

  private static func heading(_ column: ShownTable.Column) -> String {
    let kind = column.holdsFigures ? " class=\"figure\"" : ""
    return "<th scope=\"col\"\(kind)>\(isolated(column.title.last ?? ""))</th>"
  }

  private static func rows(of table: ShownTable) -> [String] {
    let columns = table.columns.map { column in
      (column, column.holdsFigures ? PointAlignment.missingTails(column.texts) : nil)
    }
    return table.totals.indices.map { index in
      let labels = table.labels.map { "<th scope=\"row\">\(isolated($0.texts[index]))</th>" }
      let cells = columns.map { column, tails in
        guard let tails else { return "<td>\(isolated(column.texts[index]))</td>" }
        return "<td class=\"figure\">\(escaped(column.texts[index]))\(blank(tails[index]))</td>"
      }
      let kind = table.totals[index] ? " class=\"total\"" : ""
      return "<tr\(kind)>" + (labels + cells).joined() + "</tr>"
    }
  }

  /// Spaces as wide as a missing tail in tabular figures, so that points stand below one another.
  private static func blank(_ tail: String) -> String {
    String(tail.map { $0 == "." || $0 == "," ? "\u{2008}" : "\u{2007}" })
  }

  private static func origin(_ origin: ResultTable.Origin) -> [String] {
    let facts = [
      ("statement", origin.statement), ("basis", origin.basis), ("store", origin.storeHead),
    ]
    let lines = facts.compactMap { name, value in
      value.map { "<dt>\(name)</dt><dd>\(isolated(EscapedText.visible($0)))</dd>" }
    }
    return ["<dl>"] + lines + ["</dl>"]
  }

  private static func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(escaped(text))</\(name)>"
  }

  /// A text in the direction that it is written in, whatever the page's is.
  private static func isolated(_ text: String) -> String {
    TextDirection.turns(text) ? "<bdi>\(escaped(text))</bdi>" : escaped(text)
  }

  /// A text without anything that HTML takes for a mark of its own.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension HTMLRenderer {
  /// Readable on light and dark ground and on paper; figures as wide as one another.
  ///
  /// On a screen headings and labels stay on one line, as a wide table is moved sideways; a Japanese
  /// word would be torn apart anywhere. Paper can't be moved.
  private static let style = """
    :root { color-scheme: light dark; }
    body { font-family: system-ui, sans-serif; line-height: 1.4; margin: 2rem; }
    p { white-space: pre-line; }
    section { margin-block-end: 2.5rem; overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.95rem; font-variant-numeric: tabular-nums lining-nums; }
    caption { font-weight: 600; padding-block-end: 0.5rem; text-align: start; white-space: nowrap; }
    th, td { padding: 0.2rem 0.6rem; text-align: start; vertical-align: bottom; }
    tbody th { font-weight: normal; white-space: pre; }
    th[scope="colgroup"] { text-align: center; }
    .figure { text-align: end; white-space: nowrap; }
    thead tr:last-child th, .total > * { border-block-start: 1px solid; }
    thead tr:first-child th { border-block-start: none; }
    tbody { border-block: 1px solid; }
    ul, details { font-size: 0.85rem; }
    details { margin-block-start: 0.5rem; }
    summary { cursor: pointer; opacity: 0.7; }
    details table { margin-block: 0.5rem; }
    ul { padding-inline-start: 1.2rem; }
    dl { display: grid; gap: 0 0.8rem; grid-template-columns: max-content 1fr; margin-block: 0.5rem; }
    dd { font-family: ui-monospace, monospace; margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
    @media print {
      body { margin: 0; }
      h2 { break-after: avoid; }
      section { break-inside: avoid; overflow: visible; }
      details { display: none; }
      caption { white-space: normal; }
      tbody th { white-space: pre-wrap; word-break: keep-all; }
      thead { display: table-header-group; }
    }
    """
}
