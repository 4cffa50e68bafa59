import TextForm

extension SVGPlot {
  private static let rowHeight = 26.0
  /// The widest name of a bar, in terminal cells.
  private static let widestName = 44

  /// A bar a category, with its name and figure before the line of zero.
  func bars(from top: Double) -> Body {
    let cells = plot.series.first?.cells ?? []
    let names = plot.categories.map {
      TextPlot.shortened(EscapedText.visible($0.name), to: Self.widestName)
    }
    let figures = cells.map { plot.text($0) }
    let nameWidth = names.map { SVGElement.width(of: $0) }.max() ?? 0
    let figureWidth = figures.map { SVGElement.width(of: $0) }.max() ?? 0
    let figureEnd = Self.margin + nameWidth + 16 + figureWidth
    let scale = HorizontalScale(
      left: figureEnd + 14, right: Self.width - Self.margin - 24, axis: axis)
    let height = Double(cells.count) * Self.rowHeight
    var elements = grid(scale, top: top, height: height)
    for (index, cell) in cells.enumerated() {
      let y = top + Double(index) * Self.rowHeight
      elements.append(SVGElement.text(names[index], Self.margin, y + 17))
      elements.append(SVGElement.text(figures[index], figureEnd, y + 17, anchor: "end"))
      guard let value = plot.value(cell), value != 0 else { continue }
      let ends = [scale.x(of: 0), scale.x(of: value)].sorted()
      elements.append(
        SVGElement.bar(
          x: ends[0], y: y + 4, width: ends[1] - ends[0], height: Self.rowHeight - 8,
          telling: "\(plot.categories[index].name): \(figures[index])"))
    }
    elements.append(zeroLine(scale, top: top, height: height))
    return Body(elements: elements, height: height + 24)
  }

  private func grid(_ scale: HorizontalScale, top: Double, height: Double) -> [String] {
    let texts = axis.ticks.map { plot.text($0) }
    let widest = texts.map { SVGElement.width(of: $0) }.max() ?? 0
    let distance = (scale.right - scale.left) / Double(axis.steps)
    let stride = AxisLabels.stride(widest: widest + 8, distance: distance)
    return axis.ticks.enumerated().flatMap { index, tick in
      let x = scale.x(of: tick.value)
      let line = SVGElement.line("grid", from: (x, top), to: (x, top + height))
      guard (index - axis.stepsBelow).isMultiple(of: stride) else { return [line] }
      return [
        line,
        SVGElement.text(texts[index], x, top + height + 16, anchor: "middle", kind: "muted"),
      ]
    }
  }

  private func zeroLine(_ scale: HorizontalScale, top: Double, height: Double) -> String {
    SVGElement.line("zero", from: (scale.x(of: 0), top), to: (scale.x(of: 0), top + height))
  }
}

/// Where values stand from left to right.
private struct HorizontalScale {
  let left: Double
  let right: Double
  let axis: PlotAxis

  func x(of value: Double) -> Double {
    left + (value - axis.low) / (axis.high - axis.low) * (right - left)
  }
}
