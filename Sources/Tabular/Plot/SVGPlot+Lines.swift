import TextForm

extension SVGPlot {
  private static let hues = 6
  private static let dashes = ["", "7 4", "2 3", "9 3 2 3", "14 4"]
  private static let entryHeight = 20.0

  /// A line with a sign at each value, broken where there is none.
  func run(_ series: Plot.Series, _ index: Int, _ frame: Frame) -> [String] {
    let points = series.cells.enumerated().map { period, cell in
      plot.value(cell).map { (x: frame.x(of: period), y: frame.y(of: $0)) }
    }
    var elements = ["<g class=\"hue\(index % Self.hues)\">"]
    for stretch in stretches(of: points) where stretch.count > 1 {
      elements.append(line(stretch, index))
    }
    for (period, point) in points.enumerated() {
      guard let point else { continue }
      let words =
        "\(series.name) \(plot.categories[period].name): \(plot.text(series.cells[period]))"
      elements.append(sign(index, at: point, telling: words))
    }
    return elements + ["</g>"]
  }

  /// The points between two gaps, of periods that follow one another.
  private func stretches(of points: [(x: Double, y: Double)?]) -> [[(x: Double, y: Double)]] {
    var stretches: [[(x: Double, y: Double)]] = [[]]
    for (period, point) in points.enumerated() {
      if point == nil || !plot.categories[period].followsPrevious { stretches.append([]) }
      if let point { stretches[stretches.count - 1].append(point) }
    }
    return stretches
  }

  /// What each line stands for; one series needs none.
  func legend(from top: Double) -> Body {
    if plot.series.count < 2 { return Body(elements: [], height: 0) }
    let elements = plot.series.enumerated().flatMap { index, series in
      let y = top + Double(index) * Self.entryHeight
      let remarks = plot.remarks(on: series)
      return [
        "<g class=\"hue\(index % Self.hues)\">",
        line([(Self.margin, y), (Self.margin + 36, y)], index),
        sign(index, at: (Self.margin + 18, y), telling: series.name), "</g>",
        SVGElement.text(
          series.name + (remarks.isEmpty ? "" : "  (\(remarks))"), Self.margin + 46, y + 4),
      ]
    }
    return Body(elements: elements, height: Double(plot.series.count) * Self.entryHeight + 4)
  }

  private func line(_ points: [(x: Double, y: Double)], _ index: Int) -> String {
    let dash = Self.dashes[index % Self.dashes.count]
    let places = points.map { "\(SVGElement.length($0.x)),\(SVGElement.length($0.y))" }
    let pattern = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    return "<polyline class=\"run\"\(pattern) points=\"\(places.joined(separator: " "))\"/>"
  }

  /// A circle, square, triangle or diamond, full or hollow.
  private func sign(
    _ index: Int, at point: (x: Double, y: Double), telling words: String
  ) -> String {
    let isFull = index.isMultiple(of: 2)
    let kind = "sign " + (isFull ? "full" : "hollow")
    // A hollow sign is larger, so that a full one in the same place is seen through it.
    let size = isFull ? 1.0 : 1.35
    let corners = Self.corners[index / 2 % Self.corners.count]
    let title = "<title>\(SVGElement.escaped(words))</title>"
    if corners.isEmpty {
      let centre = "cx=\"\(SVGElement.length(point.x))\" cy=\"\(SVGElement.length(point.y))\""
      return
        "<circle class=\"\(kind)\" \(centre) r=\"\(SVGElement.length(4 * size))\">\(title)</circle>"
    }
    let places = corners.map {
      "\(SVGElement.length(point.x + $0.0 * size)),\(SVGElement.length(point.y + $0.1 * size))"
    }
    return
      "<polygon class=\"\(kind)\" points=\"\(places.joined(separator: " "))\">\(title)</polygon>"
  }

  /// The corners of each shape around its centre; a circle has none.
  private static let corners: [[(Double, Double)]] = [
    [], [(-3.8, -3.8), (3.8, -3.8), (3.8, 3.8), (-3.8, 3.8)], [(0, -5), (4.8, 4), (-4.8, 4)],
    [(0, -5.2), (5.2, 0), (0, 5.2), (-5.2, 0)],
  ]
}
