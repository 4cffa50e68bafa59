import Metrics
import TextForm

/// The cells on which some periods of a plot are drawn.
struct SeriesArea {
  let plot: Plot
  let periods: Range<Int>
  /// The cells of each period.
  let slot: Int
  let rowsAbove: Int
  let rowsBelow: Int
  let rowsPerUnit: Double
  /// The rows above the highest tick, for a figure that stands on its column.
  let top: Int
  /// Whether each column has its figure beside its end.
  private let showsFigures: Bool
  private(set) var canvas: TextCanvas
  /// Whether several series have one place.
  private(set) var hasMeeting = false

  /// An empty area.
  init(
    plot: Plot, periods: Range<Int>, slot: Int, rowsAbove: Int, rowsBelow: Int, rowsPerUnit: Double
  ) {
    self.plot = plot
    self.periods = periods
    self.slot = slot
    self.rowsAbove = rowsAbove
    self.rowsBelow = rowsBelow
    self.rowsPerUnit = rowsPerUnit
    let columns = plot.series.count == 1 ? plot.series[0].cells[periods] : []
    showsFigures =
      !columns.isEmpty && columns.allSatisfy { DisplayWidth.of(plot.text($0)) < slot }
    let ends = columns.compactMap { plot.value($0) }.map { SeriesArea.rows(of: $0 * rowsPerUnit) }
    let isCrowded = { (rows: Int, isUp: Bool) in ends.contains { $0 > rows && $1 == isUp } }
    top = showsFigures && isCrowded(rowsAbove - 1, true) ? 1 : 0
    let bottom = showsFigures && isCrowded(rowsBelow - 1, false) ? 1 : 0
    canvas = TextCanvas(
      width: slot * periods.count, height: top + rowsAbove + 1 + rowsBelow + bottom)
  }

  /// The rows that a column takes, and whether it grows upward.
  private static func rows(of length: Double) -> (Int, Bool) {
    ((Blocks.eighths(length.magnitude) + 7) / 8, length >= 0)
  }

  /// The column in the middle of a period's place.
  func centre(of period: Int) -> Int { (period - periods.lowerBound) * slot + (slot - 1) / 2 }

  /// Draws the line of zero, the series and the marks of what is missing.
  mutating func draw() {
    for column in 0..<canvas.width { canvas[zero, column] = "─" }
    if plot.series.count == 1 {
      drawColumns(plot.series[0])
    } else {
      for series in plot.series { drawLinks(of: series) }
      for (sign, series) in zip(PlotMarks.signs, plot.series) { drawSigns(sign, of: series) }
    }
    for period in periods { drawGap(period) }
  }

  private var zero: Int { top + rowsAbove }
}

extension SeriesArea {
  private mutating func drawColumns(_ series: Plot.Series) {
    for period in periods {
      guard let value = plot.value(series.cells[period]) else { continue }
      let length = Blocks.eighths(value.magnitude * rowsPerUnit)
      let blocks = value < 0 ? Blocks.downward(length) : Blocks.upward(length)
      let way = value < 0 ? 1 : -1
      for (index, block) in blocks.enumerated() {
        for column in columns(of: period) { canvas[zero + way * (index + 1), column] = block }
      }
      if showsFigures {
        write(plot.text(series.cells[period]), row: zero + way * (blocks.count + 1), at: period)
      }
    }
  }

  /// The cells of a column: a period's place without the room between two.
  private func columns(of period: Int) -> Range<Int> {
    let width = min(max(6, slot / 2), max(1, slot - 1 - slot / 4))
    let first = centre(of: period) - (width - 1) / 2
    return first..<first + width
  }

  private mutating func drawSigns(_ sign: Character, of series: Plot.Series) {
    for period in periods {
      guard let row = row(of: series.cells[period]) else { continue }
      let column = centre(of: period)
      let isTaken =
        PlotMarks.signs.contains(canvas[row, column]) || canvas[row, column] == PlotMarks.meeting
      canvas[row, column] = isTaken ? PlotMarks.meeting : sign
      if isTaken { hasMeeting = true }
    }
  }

  /// Dots from one period to the next, so that the eye finds its value, and none across a gap.
  private mutating func drawLinks(of series: Plot.Series) {
    for period in periods.dropLast() where plot.categories[period + 1].followsPrevious {
      guard let first = row(of: series.cells[period]),
        let next = row(of: series.cells[period + 1])
      else { continue }
      for offset in 1..<max(1, slot) {
        let way = Double(next - first) * Double(offset) / Double(slot)
        let row = first + Int(way.rounded())
        let column = centre(of: period) + offset
        if canvas[row, column] == " " { canvas[row, column] = PlotMarks.between }
      }
    }
  }

  private func row(of cell: Cell?) -> Int? {
    plot.value(cell).map { zero - Int(($0 * rowsPerUnit).rounded()) }
  }

  /// The mark of a period without any value stands on the line of zero, where no figure is.
  private mutating func drawGap(_ period: Int) {
    guard let mark = plot.gapMark(ofCategory: period) else { return }
    for offset in 0..<slot { canvas[zero, centre(of: period) - (slot - 1) / 2 + offset] = " " }
    write(DisplayWidth.of(mark) <= slot ? mark : String(mark.prefix(1)), row: zero, at: period)
  }

  private mutating func write(_ text: String, row: Int, at period: Int) {
    canvas.write(text, row: row, from: centre(of: period) - (text.count - 1) / 2)
  }
}
