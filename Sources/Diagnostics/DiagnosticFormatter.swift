import TextForm

/// Turns a diagnostic into lines for a person: place, message, source line, caret and notes.
package enum DiagnosticFormatter {
  /// How many characters are shown of what is marked, and of what stands before and behind it.
  private static let longestStretch = 48

  /// How many characters of a message are shown; a formula that it names may be longer than a screen.
  private static let longestMessage = 400

  /// The lines of `diagnostic`, whose range speaks of `source`, joined by line breaks.
  package static func format(_ diagnostic: Diagnostic, in source: SourceText?) -> String {
    var lines: [String] = []
    let message = EscapedText.visible(shortened(diagnostic.message))
    let heading = "\(diagnostic.severity.rawValue): \(message)"
    if let source, let range = diagnostic.range {
      let place = source.place(at: range.lower)
      let name = EscapedText.visible(source.name)
      lines.append("\(name):\(place.line):\(place.column): \(heading)")
      lines += excerpt(of: source, around: range)
    } else {
      lines.append(heading)
    }
    lines += diagnostic.notes.map { "  " + EscapedText.visible($0) }
    return lines.joined(separator: "\n")
  }

  /// The source line and, under it, the carets that mark `range`.
  ///
  /// Both are indented, and cut where the line is long.
  package static func excerpt(of source: SourceText, around range: SourceRange) -> [String] {
    let line = source.line(at: range.lower)
    let lower = min(range.lower, line.upper)
    let upper = min(range.upper, line.upper)
    var before = shown(source.text(in: SourceRange(line.lower, lower)))
    var marked = shown(source.text(in: SourceRange(lower, upper)))
    var after = shown(source.text(in: SourceRange(upper, line.upper)))
    if before.count > longestStretch { before = "…" + before.suffix(longestStretch) }
    if marked.count > longestStretch { marked = marked.prefix(longestStretch) + "…" }
    if after.count > longestStretch { after = after.prefix(longestStretch) + "…" }
    let indent = String(repeating: " ", count: DisplayWidth.of(before))
    let underline = String(repeating: "~", count: max(0, DisplayWidth.of(marked) - 1))
    return ["    " + before + marked + after, "    " + indent + "^" + underline]
  }

  /// A message without the middle of what it names.
  private static func shortened(_ message: String) -> String {
    if message.count <= longestMessage { return message }
    return message.prefix(longestMessage / 2) + " … " + message.suffix(longestMessage / 2)
  }

  private static func shown(_ text: String) -> String {
    EscapedText.visible(String(text.map { $0 == "\t" ? " " : $0 }))
  }
}
