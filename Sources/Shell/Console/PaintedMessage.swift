package import TextForm

/// A message with what it says at its begin, its carets and its hints in colour.
package enum PaintedMessage {
  private static let severities = ["error:", "warning:"]

  /// The message in a palette; its lines stay as they are, but for what nobody could see in them.
  package static func text(_ message: String, in palette: Palette) -> String {
    let lines = EscapedText.visibleLines(message, keepingTabs: true)
    if palette == .plain { return lines.joined(separator: "\n") }
    var isFault = false
    return lines.map { line in
      let painted = painted(line, palette, isFault: isFault)
      isFault = isFault || painted != line
      return painted
    }.joined(separator: "\n")
  }

  /// A line; what stands below the first of a message that tells no fault is left as it is.
  private static func painted(_ line: String, _ palette: Palette, isFault: Bool) -> String {
    let text = line.drop { $0 == " " }
    let indent = line.prefix(line.count - text.count)
    if indent.isEmpty { return paintedHeading(line, palette) }
    if !isFault { return line }
    if text.first == "^", text.dropFirst().allSatisfy({ $0 == "~" }) {
      return indent + palette.painted(text, .wrong)
    }
    // The line that the carets point into stands further in than what to do about it.
    return indent.count == 2 ? indent + palette.painted(text, .hint) : line
  }

  /// `error:`, which may stand behind a place.
  private static func paintedHeading(_ line: String, _ palette: Palette) -> String {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    for index in parts.indices.prefix(2) where severities.contains(String(parts[index])) {
      guard index == 0 || parts[0].last == ":" else { return line }
      var painted = parts.map(String.init)
      painted[index] = palette.painted(parts[index], .wrong)
      return painted.joined(separator: " ")
    }
    return line
  }
}
