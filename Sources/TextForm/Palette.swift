/// The one set of colours and weights: those of the terminal's own sixteen, so that they suit its ground.
///
/// Only the three that can be read on light and on dark ground are among them; cyan and yellow fade on
/// the one, blue on the other.
package enum TextStyle: Equatable, Sendable {
  /// What a line begins with, and what one is looking at.
  case strong
  /// A word of the language.
  case word
  /// A number or a period.
  case figure
  /// What stands in quotation marks.
  case text
  /// What is beside the point.
  case faint
  /// What can't stay so.
  case wrong
  /// What to do about it.
  case hint

  /// The parameters of the terminal's sequence for the style.
  package var graphicRendition: String {
    switch self {
    case .strong, .word: "1"
    case .figure, .hint: "35"
    case .text: "32"
    case .faint: "2"
    case .wrong: "31"
    }
  }
}

/// Whether what people see is painted.
package enum Palette: Sendable {
  /// As it is: for files, for pipes and for whoever asked for no colours.
  case plain
  /// With the sequences of a terminal.
  case colored

  /// A text in a style.
  ///
  /// Widths are to be reckoned before: no terminal shows the sequences.
  package func painted(_ text: some StringProtocol, _ style: TextStyle) -> String {
    self == .plain || text.isEmpty
      ? String(text) : "\u{1B}[\(style.graphicRendition)m\(text)\u{1B}[m"
  }
}
