/// The candidates of a completion, laid out as lines for the terminal.
///
/// With details there is one candidate a line; without, they stand in columns. What does not fit
/// the height is counted in the last line instead.
struct CompletionList {
  private static let indent = "  "
  private static let gap = 3

  /// The candidates listed.
  var candidates: [Completion.Candidate]
  /// The terminal's width, in columns.
  var width: Int
  /// How many lines the list may have.
  var height: Int

  /// The lines, each narrower than the width.
  var lines: [String] {
    let textWidth = candidates.map { displayWidth($0.text) }.max() ?? 0
    let rows = rows(textWidth)
    let shown = rows.count > height ? rows.prefix(max(height - 1, 0)) : rows[...]
    let lines = shown.map { line($0, textWidth) }
    let hidden = rows.dropFirst(shown.count).reduce(0) { $0 + $1.count }
    return lines + (hidden > 0 ? ["\(Self.indent)… and \(hidden) more"] : [])
  }

  private var hasDetails: Bool { candidates.contains { $0.detail != nil } }

  private func rows(_ textWidth: Int) -> [ArraySlice<Completion.Candidate>] {
    let columnWidth = textWidth + Self.gap
    let columns = hasDetails ? 1 : max(1, (width - Self.indent.count) / columnWidth)
    return stride(from: 0, to: candidates.count, by: columns).map { start in
      candidates[start..<min(start + columns, candidates.count)]
    }
  }

  private func line(_ row: ArraySlice<Completion.Candidate>, _ textWidth: Int) -> String {
    let cells = row.map { candidate in
      let padding = textWidth - displayWidth(candidate.text) + Self.gap
      return candidate.text + String(repeating: " ", count: padding) + (candidate.detail ?? "")
    }
    return fitted(Self.indent + cells.joined())
  }

  /// The line without trailing space, cut with `…` where it would reach the terminal's edge.
  private func fitted(_ line: String) -> String {
    let trimmed = line.trimmingTrailingSpaces
    guard displayWidth(trimmed) >= width else { return trimmed }
    var kept = ""
    var keptWidth = 0
    for character in trimmed {
      keptWidth += displayWidth(String(character))
      if keptWidth > width - 2 { break }
      kept.append(character)
    }
    return kept + "…"
  }
}

extension String {
  /// The text without the spaces at its end.
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
