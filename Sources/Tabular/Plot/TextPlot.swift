import TextForm

/// Draws a plot with the characters that terminals have for it.
enum TextPlot {
  /// The width where no terminal says another.
  static let usualWidth = 80
  /// What a plot takes in any terminal: fewer columns show nothing.
  private static let leastWidth = 40

  /// The lines of a drawing, none of which ends in a space.
  static func lines(of plot: Plot, width: Int?) -> [String] {
    let width = max(leastWidth, width ?? usualWidth)
    let lines =
      switch plot.shape {
      case .bars: BarDrawing(plot, width: width).lines
      case .series: SeriesDrawing(plot, width: width).lines
      }
    let caption =
      plot.caption.isEmpty ? [] : [TextDirection.settled(EscapedText.visible(plot.caption))]
    return (caption + lines).map(trimmed)
  }

  /// A text cut at its front so that it takes no more than `width` cells: the end of a path says
  /// more than its beginning.
  static func shortened(_ text: String, to width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    var rest = text[...]
    while DisplayWidth.of(String(rest)) > width - 1 { rest = rest.dropFirst() }
    return "…" + rest
  }

  /// A text with spaces on one side, up to a width.
  static func padded(_ text: String, to width: Int, isRight: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return isRight ? padding + text : text + padding
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
