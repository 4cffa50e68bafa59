/// A part of the line being edited that is shown in a style of its own.
package struct StyledSpan: Equatable, Sendable {
  /// How a part can be shown; the colours are those that the terminal has set.
  package enum Style: Equatable, Sendable {
    /// What a line begins with.
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
  }

  /// The part, in bytes of UTF-8.
  package var range: Range<Int>
  /// How it is shown.
  package var style: Style

  /// Makes a span.
  package init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}

extension StyledSpan.Style {
  /// The parameters of the terminal's sequence for the style.
  var graphicRendition: String {
    switch self {
    case .strong: "1"
    case .word: "36"
    case .figure: "35"
    case .text: "32"
    case .faint: "2"
    case .wrong: "31"
    }
  }
}
