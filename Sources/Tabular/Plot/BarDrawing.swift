import TextForm

/// Draws one bar a row: its name, its figure, and the bar from the line of zero on.
struct BarDrawing {
  /// The cells that long names leave for the bars.
  private static let usualRoom = 24
  /// The cells that bars take at least, however long their names and figures are.
  private static let leastRoom = 12

  private let plot: Plot
  private let axis: PlotAxis
  private let names: [String]
  private let figures: [String]
  private let nameWidth: Int
  private let figureWidth: Int
  /// The cells of the bars, the line of zero included.
  private let room: Int

  init(_ plot: Plot, width: Int) {
    self.plot = plot
    axis = plot.axis
    let cells = plot.series.first?.cells ?? []
    figures = PointAlignment.aligned(cells.map { plot.text($0) })
    let figureWidth = figures.map { DisplayWidth.of($0) }.max() ?? 0
    let most = max(8, width - figureWidth - 3 - BarDrawing.usualRoom)
    names = plot.categories.map {
      TextDirection.closed(TextPlot.shortened(EscapedText.visible($0.name), to: most))
    }
    nameWidth = names.map { DisplayWidth.of($0) }.max() ?? 0
    self.figureWidth = figureWidth
    room = max(BarDrawing.leastRoom, width - nameWidth - figureWidth - 3)
  }

  /// The bars, and the axis below them.
  var lines: [String] {
    let cells = plot.series.first?.cells ?? []
    let bars = cells.indices.map { index in
      TextPlot.padded(names[index], to: nameWidth) + "  "
        + TextPlot.padded(figures[index], to: figureWidth, isRight: true) + " "
        + bar(plot.value(cells[index]) ?? 0)
    }
    return bars + axisLines.map { String(repeating: " ", count: nameWidth + figureWidth + 3) + $0 }
  }

  private var cellsPerUnit: Double { Double(room - 1) / (axis.high - axis.low) }

  /// The cells left of the line of zero.
  private var zero: Int { Int((-axis.low * cellsPerUnit).rounded()) }

  private func column(of tick: PlotAxis.Tick) -> Int {
    Int(((tick.value - axis.low) * cellsPerUnit).rounded())
  }

  private func bar(_ value: Double) -> String {
    let length = Blocks.eighths(value.magnitude * cellsPerUnit)
    if value < 0 {
      let text = Blocks.leftward(length)
      return TextPlot.padded(text, to: zero, isRight: true) + "│"
    }
    return String(repeating: " ", count: zero) + "│" + Blocks.rightward(length)
  }

  /// The axis with its ticks, and their figures where they don't touch.
  private var axisLines: [String] {
    var line = Array(repeating: Character("─"), count: room)
    for tick in axis.ticks { line[column(of: tick)] = "┬" }
    line[zero] = zero == 0 ? "├" : "┼"
    if zero == room - 1 { line[zero] = "┤" }
    let labels = axis.ticks.map { (column(of: $0), plot.text($0)) }
    return [String(line), AxisLabels.line(labels, width: room, keeping: axis.stepsBelow)]
  }
}
