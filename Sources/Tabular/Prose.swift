import TextForm

/// What a scripted report says between its results.
package enum Prose: Sendable {
  /// A text as it stands.
  case text(String)
  /// The title of what follows.
  case heading(String)

  /// Whether it is the title of what follows.
  package var isHeading: Bool {
    if case .heading = self { true } else { false }
  }

  /// What it says, without what makes a control of a terminal.
  var words: String {
    switch self {
    case .text(let text), .heading(let text): EscapedText.visibleLines(text).joined(separator: "\n")
    }
  }

  /// The text as a terminal shows it; a heading has a line below, as wide as itself.
  package var shown: String {
    switch self {
    case .text: return words
    case .heading(let text):
      let lines = EscapedText.visibleLines(text)
      let width = lines.map { DisplayWidth.of($0) }.max() ?? 0
      return (lines + [String(repeating: "═", count: width)]).joined(separator: "\n")
    }
  }
}
