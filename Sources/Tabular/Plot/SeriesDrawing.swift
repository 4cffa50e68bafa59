import TextForm

/// Draws series over periods: one as columns, several as signs with dots between them.
struct SeriesDrawing {
  /// The widest places of a period on usual and on the widest terminals: a few of them make no mural.
  private static let widestSlots = 12...24
  /// The rows that a drawing has about.
  private static let usualRows = 15

  let plot: Plot
  let axis: PlotAxis
  private let tickTexts: [String]
  private let tickWidth: Int
  /// The cells of the drawing itself.
  private let room: Int
  /// The most cells of one period.
  private let widestSlot: Int

  init(_ plot: Plot, width: Int) {
    self.plot = plot
    axis = plot.axis
    let texts = axis.ticks.map { plot.text($0) }
    tickTexts = texts
    tickWidth = texts.map { DisplayWidth.of($0) }.max() ?? 0
    room = max(8, width - tickWidth - 2)
    let slots = SeriesDrawing.widestSlots
    widestSlot = max(slots.lowerBound, min(slots.upperBound, width / 10))
  }

  /// The drawing, in several parts of one size where the periods outnumber the cells, and the legend.
  var lines: [String] {
    let parts = (plot.categories.count + room - 1) / room
    let size = (plot.categories.count + parts - 1) / max(1, parts)
    let areas = stride(from: 0, to: plot.categories.count, by: max(1, size)).map { first in
      area(first..<min(first + size, plot.categories.count), slot: room / size)
    }
    return areas.flatMap(lines) + legend(ofMeeting: areas.contains(where: \.hasMeeting))
  }

  /// The rows between two ticks.
  private var rowsPerStep: Int {
    max(2, min(5, SeriesDrawing.usualRows / axis.steps))
  }

  private func area(_ periods: Range<Int>, slot: Int) -> SeriesArea {
    var area = SeriesArea(
      plot: plot, periods: periods, slot: min(slot, widestSlot),
      rowsAbove: (axis.steps - axis.stepsBelow) * rowsPerStep,
      rowsBelow: axis.stepsBelow * rowsPerStep, rowsPerUnit: Double(rowsPerStep) / axis.step)
    area.draw()
    return area
  }

  /// An area with its axes.
  private func lines(of area: SeriesArea) -> [String] {
    let drawn = area.canvas.lines.enumerated().map { row, line in
      edge(ofRow: row - area.top) + line
    }
    let names = area.periods.map {
      (area.centre(of: $0), EscapedText.visible(plot.categories[$0].name))
    }
    let margin = String(repeating: " ", count: tickWidth + 2)
    return drawn + [margin + AxisLabels.line(names, width: room)]
  }

  /// The axis in one row, with the figure of its tick where it has one.
  private func edge(ofRow row: Int) -> String {
    let (down, rest) = row.quotientAndRemainder(dividingBy: rowsPerStep)
    let index = axis.steps - down
    guard rest == 0, row >= 0, tickTexts.indices.contains(index) else {
      return String(repeating: " ", count: tickWidth) + " │"
    }
    let mark = axis.ticks[index].mantissa == 0 ? "┼" : "┤"
    return TextPlot.padded(tickTexts[index], to: tickWidth, isRight: true) + " " + mark
  }

  /// What each sign stands for, that of several in one place included; one series needs none.
  private func legend(ofMeeting hasMeeting: Bool) -> [String] {
    if plot.series.count < 2 { return [] }
    let meeting = hasMeeting ? ["\(PlotMarks.meeting) several of them in one place"] : []
    let width = plot.series.map { DisplayWidth.of(EscapedText.visible($0.name)) }.max() ?? 0
    return zip(PlotMarks.signs, plot.series).map { sign, series in
      "\(sign) "
        + TextPlot.padded(TextDirection.closed(EscapedText.visible(series.name)), to: width) + "  "
        + plot.remarks(on: series)
    } + meeting
  }
}
