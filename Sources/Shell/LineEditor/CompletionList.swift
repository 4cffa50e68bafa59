import TextForm

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
  /// The colours of the list, in which details are faint.
  var palette = Palette.plain

  /// The lines, each narrower than the width.
  var lines: [String] {
    // Those that are counted only needn't find room.
    let fitting = candidates.prefix(height * (hasDetails ? 1 : max(1, width / Self.gap)))
    let textWidth = fitting.map { displayWidth($0.text) }.max() ?? 0
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
    let texts = row.map { candidate in
      let padding = textWidth - displayWidth(candidate.text) + Self.gap
      return candidate.text + String(repeating: " ", count: padding)
    }
    let text = fitted(Self.indent + texts.joined(), in: width)
    guard hasDetails, let detail = row.first?.detail, !detail.isEmpty else { return text }
    let indent = Self.indent.count + textWidth + Self.gap
    let room = width - indent
    guard room > 2 else { return text }
    let gap = String(repeating: " ", count: indent - displayWidth(text))
    return text + gap + palette.painted(fitted(detail, in: room), .faint)
  }

  /// The text without trailing space, cut with `…` where it would reach the end of the room.
  private func fitted(_ text: String, in room: Int) -> String {
    let trimmed = text.trimmingTrailingSpaces
    guard displayWidth(trimmed) >= room else { return trimmed }
    var kept = ""
    var keptWidth = 0
    for character in trimmed {
      keptWidth += displayWidth(String(character))
      if keptWidth > room - 2 { break }
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
