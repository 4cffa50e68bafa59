import TextForm

/// The candidates of a completion, laid out as lines for the terminal.
///
/// With details there is one candidate a line; without, they stand in columns. What does not fit
/// the height comes on further pages, as the last line says.
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
  /// The candidate that the page begins with.
  var first = 0

  /// The lines of the page, each narrower than the width, and the candidate that the next page begins with.
  var page: (lines: [String], next: Int) {
    let rest = candidates[(candidates.indices.contains(first) ? first : 0)...]
    // Those of other pages needn't find room.
    let fitting = rest.prefix(height * (hasDetails ? 1 : max(1, width / Self.gap)))
    let textWidth = fitting.map { displayWidth($0.text) }.max() ?? 0
    let columns = hasDetails ? 1 : max(1, (width - Self.indent.count) / (textWidth + Self.gap))
    let isWhole = first == 0 && candidates.count <= columns * height
    let shown = rest.prefix(columns * (isWhole ? height : max(height - 1, 1)))
    let lines = stride(from: shown.startIndex, to: shown.endIndex, by: columns).map { start in
      line(shown[start..<min(start + columns, shown.endIndex)], textWidth)
    }
    let next = shown.endIndex < candidates.count ? shown.endIndex : 0
    return (lines + (isWhole ? [] : [footer(shown.startIndex + 1, shown.endIndex)]), next)
  }

  private func footer(_ first: Int, _ last: Int) -> String {
    let whatNext = last < candidates.count ? "Tab goes on" : "Tab begins again"
    return fitted(
      "\(Self.indent)… \(first) to \(last) of \(candidates.count); \(whatNext)", in: width)
  }

  private var hasDetails: Bool { candidates.contains { $0.detail != nil } }

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
    shortened(text.trimmingTrailingSpaces, to: room - 1)
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
