import TextForm

/// Writes a result as a `tabular` to be taken into a document, with no package needed.
struct LaTeXRenderer: ResultRenderer {
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    let shown = ShownTable(table)
    var lines = Self.origin(table.origin)
    if !shown.heading.isEmpty { lines.append("\\noindent \(Self.escaped(shown.heading))\\\\") }
    lines.append("\\begin{tabular}{\(Self.alignments(of: shown))}")
    lines.append("\\hline")
    lines += Self.titles(of: shown) + ["\\hline"] + Self.rows(of: shown)
    lines += ["\\hline", "\\end{tabular}"]
    lines += shown.notes.map { "\\par\\noindent {\\small \(Self.escaped($0))}" }
    lines.append("\\par")
    return RenderedOutput(lines.map { $0 + "\n" }.joined())
  }

  func text(of prose: Prose) -> String {
    let lines = prose.words.split(separator: "\n").map { Self.escaped(String($0)) }
    return prose.isHeading
      ? "\\section*{\(lines.joined(separator: " "))}\n"
      : lines.map { "\\noindent \($0)\\par\n" }.joined()
  }

  /// What reproduces the result, for whoever reads the source.
  private static func origin(_ origin: ResultTable.Origin) -> [String] {
    let facts = [
      ("statement", origin.statement), ("basis", origin.basis), ("store", origin.storeHead),
    ]
    return facts.compactMap { name, value in
      value.map { "% \(name): \(EscapedText.visible($0))" }
    }
  }

  private static func alignments(of table: ShownTable) -> String {
    (table.labels + table.columns).map { $0.holdsFigures ? "r" : "l" }.joined()
  }

  private static func titles(of table: ShownTable) -> [String] {
    let levels = HeadingSpans.levels(of: table.columns)
    return levels.enumerated().map { index, spans in
      let isInnermost = index == levels.count - 1
      let labels = table.labels.map { isInnermost ? escaped($0.title[0]) : "" }
      let titles = spans.map { span in
        span.count == 1
          ? escaped(span.title) : "\\multicolumn{\(span.count)}{c}{\(escaped(span.title))}"
      }
      return row(labels + titles)
    }
  }

  private static func rows(of table: ShownTable) -> [String] {
    let columns = table.columns.map { column in
      column.holdsFigures ? figures(column.texts) : column.texts.map(escaped)
    }
    return table.totals.indices.flatMap { index in
      let isRuled = table.totals[index] && index > 0 && !table.totals[index - 1]
      let labels = table.labels.map {
        Indentation.marked($0.texts[index], with: "\\quad{}", escaped: escaped)
      }
      return (isRuled ? ["\\hline"] : []) + [row(labels + columns.map { $0[index] })]
    }
  }

  private static func row(_ texts: [String]) -> String {
    texts.joined(separator: " & ") + " \\\\"
  }

  /// Figures with a minus in place of the hyphen, and with as much room behind each that points
  /// stand below one another.
  private static func figures(_ texts: [String]) -> [String] {
    zip(texts, PointAlignment.missingTails(texts)).map { text, missing in
      let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let figure = parts.map { escaped(String($0)) }.joined(separator: "$-$")
      return missing.isEmpty ? figure : figure + "\\phantom{\(escaped(missing))}"
    }
  }

  /// A text without anything that LaTeX takes for a mark of its own.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let previous, isLigature(previous, scalar) { result += "{}" }
      if let known = replacements[scalar] {
        result += known
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// Whether two signs would become one: two hyphens a dash, two commas or quotes a quote, and a quote
  /// behind `?` or `!` the Spanish sign.
  private static func isLigature(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch second {
    case "-", ",", "'": first == second
    case "`": first == "`" || first == "?" || first == "!"
    default: false
    }
  }

  /// Brackets and asterisks mean something behind the end of a row.
  private static let replacements: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#",
    "_": "\\_", "%": "\\%", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", "[": "{[}", "]": "{]}",
    "*": "{*}", "–": "--", "—": "---", "·": "$\\cdot$", "…": "\\ldots{}",
    "−": "$-$", "×": "$\\times$",
  ]
}
