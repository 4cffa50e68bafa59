import TextForm

extension SVGPlot {
  /// The room of a drawing over periods.
  struct Frame {
    static let height = 260.0

    let left: Double
    let top: Double
    let right: Double
    let axis: PlotAxis
    let periods: Int

    /// The width of one period.
    var slot: Double { (right - left) / Double(max(1, periods)) }

    func x(of period: Int) -> Double { left + (Double(period) + 0.5) * slot }

    func y(of value: Double) -> Double {
      top + (axis.high - value) / (axis.high - axis.low) * Frame.height
    }
  }

  /// One series as columns, or several as lines with signs, over the periods.
  func series(from top: Double) -> Body {
    let ticks = axis.ticks.map { plot.text($0) }
    let widest = ticks.map { SVGElement.width(of: $0) }.max() ?? 0
    let frame = Frame(
      left: Self.margin + widest + 10, top: top + 16, right: Self.width - Self.margin, axis: axis,
      periods: plot.categories.count)
    var elements = grid(frame, ticks)
    if plot.series.count == 1 {
      elements += columns(frame) + [zeroLine(frame)]
    } else {
      elements.append(zeroLine(frame))
      for (index, series) in plot.series.enumerated() { elements += run(series, index, frame) }
    }
    elements += gaps(frame) + periodNames(frame)
    let legend = legend(from: frame.top + Frame.height + 40)
    return Body(
      elements: elements + legend.elements, height: 16 + Frame.height + 28 + legend.height)
  }

  private func grid(_ frame: Frame, _ texts: [String]) -> [String] {
    zip(axis.ticks, texts).flatMap { tick, text in
      let y = frame.y(of: tick.value)
      return [
        SVGElement.line("grid", from: (frame.left, y), to: (frame.right, y)),
        SVGElement.text(text, frame.left - 8, y + 4, anchor: "end", kind: "muted"),
      ]
    }
  }

  private func zeroLine(_ frame: Frame) -> String {
    let y = frame.y(of: 0)
    return SVGElement.line("zero", from: (frame.left, y), to: (frame.right, y))
  }

  private func columns(_ frame: Frame) -> [String] {
    let texts = plot.series[0].cells.map { plot.text($0) }
    let showsFigures = texts.allSatisfy { SVGElement.width(of: $0) < frame.slot - 4 }
    let width = min(56, frame.slot * 0.7)
    return plot.series[0].cells.enumerated().flatMap { period, cell -> [String] in
      guard let value = plot.value(cell) else { return [] }
      let (x, y, zero) = (frame.x(of: period), frame.y(of: value), frame.y(of: 0))
      var elements = [
        SVGElement.bar(
          x: x - width / 2, y: min(y, zero), width: width, height: abs(zero - y),
          telling: "\(plot.categories[period].name): \(texts[period])")
      ]
      if showsFigures {
        elements.append(
          SVGElement.text(texts[period], x, value < 0 ? y + 14 : y - 5, anchor: "middle"))
      }
      return elements
    }
  }

  /// The mark of each period in which no series has a value.
  private func gaps(_ frame: Frame) -> [String] {
    plot.categories.indices.compactMap { period in
      plot.gapMark(ofCategory: period).map {
        SVGElement.text(
          $0, frame.x(of: period), frame.y(of: 0) - 5, anchor: "middle", kind: "muted")
      }
    }
  }

  private func periodNames(_ frame: Frame) -> [String] {
    let widest = plot.categories.map { SVGElement.width(of: $0.name) }.max() ?? 0
    let stride = AxisLabels.stride(widest: widest + 6, distance: frame.slot)
    return plot.categories.enumerated().filter { $0.offset.isMultiple(of: stride) }.map {
      SVGElement.text(
        $0.element.name, frame.x(of: $0.offset), frame.top + Frame.height + 18, anchor: "middle")
    }
  }
}
