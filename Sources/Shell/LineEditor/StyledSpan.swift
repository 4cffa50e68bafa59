package import TextForm

/// A part of the line being edited that is shown in a style of its own.
package struct StyledSpan: Equatable, Sendable {
  /// How a part can be shown.
  package typealias Style = TextStyle

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
