import TextForm

/// A plot as a drawing of its own, readable on light and dark ground and without colour.
struct SVGPlot {
  static let width = 760.0
  static let margin = 16.0
  private static let lineHeight = 18.0

  let plot: Plot
  let axis: PlotAxis
  private let title: String
  private let notes: [String]

  /// A drawing with its title, and with notes where nothing else says them.
  init(_ plot: Plot, title: String, notes: [String] = []) {
    self.plot = plot
    self.title = title
    self.notes = notes
    axis = plot.axis
  }

  /// What has been drawn, and the height that it takes.
  struct Body {
    var elements: [String]
    var height: Double
  }

  /// The element `svg`, without a line break behind it.
  var text: String {
    var elements = [SVGElement.text(title, Self.margin, 26, kind: "title")]
    var top = 34.0
    if !plot.caption.isEmpty {
      elements.append(SVGElement.text(plot.caption, Self.margin, top + 12, kind: "muted"))
      top += Self.lineHeight + 4
    }
    let body =
      switch plot.shape {
      case .bars: bars(from: top)
      case .series: series(from: top)
      }
    let below = top + body.height + 6
    elements += body.elements + noteLines(from: below)
    return framed(elements, height: below + Double(noteTexts.count) * Self.lineHeight + 10)
  }

  private func framed(_ elements: [String], height: Double) -> String {
    let size = "width=\"\(SVGElement.length(Self.width))\" height=\"\(SVGElement.length(height))\""
    let box = "0 0 \(SVGElement.length(Self.width)) \(SVGElement.length(height))"
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" \(size) viewBox=\"\(box)\" "
          + "role=\"img\">",
        "<title>\(SVGElement.escaped(title))</title>", "<style>\(Self.style)</style>",
        "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>",
      ] + elements + ["</svg>"]
    return lines.joined(separator: "\n")
  }

  /// The notes, cut into lines that fit.
  private var noteTexts: [String] {
    let most = Int((Self.width - 2 * Self.margin) / SVGElement.cellWidth)
    return notes.flatMap { WrappedText.lines(of: $0, width: most) }
  }

  private func noteLines(from top: Double) -> [String] {
    noteTexts.enumerated().map { index, note in
      SVGElement.text(
        note, Self.margin, top + Double(index) * Self.lineHeight + 12, kind: "muted")
    }
  }

  private static let style = """

    .plot { font: 12px system-ui, sans-serif; color: #1f2328; max-width: 100%; height: auto; }
    .plot .ground { fill: #ffffff; }
    .plot text { fill: currentColor; font-variant-numeric: tabular-nums; }
    .plot .title { font-size: 14px; font-weight: 600; }
    .plot .muted { opacity: 0.75; }
    .plot .grid { stroke: currentColor; stroke-opacity: 0.15; }
    .plot .zero { stroke: currentColor; }
    .plot .bar, .plot .hue0 { color: #3b82c4; }
    .plot .hue1 { color: #d9730d; }
    .plot .hue2 { color: #2a9d6f; }
    .plot .hue3 { color: #b565c9; }
    .plot .hue4 { color: #b8860b; }
    .plot .hue5 { color: #7a7f87; }
    .plot .bar, .plot .full { fill: currentColor; }
    .plot .hollow { fill: none; }
    .plot .sign { stroke: currentColor; stroke-width: 1.5; }
    .plot .run { fill: none; stroke: currentColor; stroke-width: 2; }
    @media (prefers-color-scheme: dark) {
    .plot { color: #e6e8eb; }
    .plot .ground { fill: #16181c; }
    }

    """
}
