package import Metrics

/// What a result draws: figures of one unit, as a bar each or as series over periods.
package struct Plot: Sendable {
  /// How the figures are set out.
  package enum Shape: Sendable {
    /// One bar a category, side by side with its figure.
    case bars
    /// Series over the categories, which are periods.
    case series
  }

  /// A bar, or a period.
  package struct Category: Sendable {
    /// What stands beside or below it.
    package var name: String
    /// Whether it is the period that comes right behind the one before it, so that a line may join
    /// the two.
    package var followsPrevious: Bool

    /// A category from its parts.
    package init(name: String, followsPrevious: Bool = false) {
      self.name = name
      self.followsPrevious = followsPrevious
    }
  }

  /// One run of figures.
  package struct Series: Sendable {
    /// What the legend calls it.
    package var name: String
    /// One cell a category; nil where the result holds none.
    package var cells: [Cell?]

    /// A series from its parts.
    package init(name: String, cells: [Cell?]) {
      self.name = name
      self.cells = cells
    }
  }

  /// How the figures are set out.
  package var shape: Shape
  /// What the figures are, as far as the result's heading doesn't say it: measure, unit, period.
  package var caption: String
  /// How the figures are shown; its scale is that of the value axis.
  package var format: NumberFormat
  /// The bars, or the periods.
  package var categories: [Category]
  /// The series; bars are one.
  package var series: [Series]

  /// A plot from its parts.
  package init(
    shape: Shape, caption: String, format: NumberFormat, categories: [Category],
    series: [Series]
  ) {
    self.shape = shape
    self.caption = caption
    self.format = format
    self.categories = categories
    self.series = series
  }

  /// The most series that are told apart: each has a sign of its own.
  package static let mostSeries = PlotMarks.signs.count
}

extension Plot {
  /// A cell's place on the value axis, in the unit of the format; nil for a gap, and for a number so
  /// large that arithmetic on it would overflow.
  func value(_ cell: Cell?) -> Double? {
    guard let number = cell?.number else { return nil }
    let value = number.binary * PlotAxis.power(-format.style.scaleExponent)
    return value.magnitude < 1e300 ? value : nil
  }

  /// A cell as a table shows it; nothing where there is none.
  func text(_ cell: Cell?) -> String {
    cell.map { CellText.shown(.figure($0, format: 0), formats: [format]) } ?? ""
  }

  /// The axis that all figures fit on.
  var axis: PlotAxis { PlotAxis(series.flatMap { $0.cells.compactMap { value($0) } }) }

  /// The text of a tick.
  func text(_ tick: PlotAxis.Tick) -> String {
    // Nobody reads twenty zeros.
    if tick.exponent.magnitude > 17 {
      return tick.mantissa == 0 ? "0" : "\(tick.mantissa)e\(tick.exponent)"
    }
    let scale = format.style.scaleExponent
    let decimals = max(0, -tick.exponent)
    let style: NumberFormat.Style =
      switch format.style {
      case .percent: .percent(decimals: decimals)
      case .percentagePoints: .percentagePoints(decimals: decimals)
      case .amount, .quotient: .amount(scaleExponent: scale, decimals: decimals)
      }
    let number = Amount(
      exact: tick.mantissa, exponent: Int8(clamping: tick.exponent + scale))
    return NumberFormat(style: style, negative: format.negative).text(.amount(number))
  }

  /// The mark that stands for a category in which no series has a value; nil where one has.
  ///
  /// What is missing everywhere is `–`; otherwise the reason is told that says more.
  func gapMark(ofCategory index: Int) -> String? {
    let cells = series.compactMap { $0.cells[index] }
    if cells.contains(where: { value($0) != nil }) { return nil }
    return (cells.first(where: \.lacksMeaning) ?? cells.first).map { self.text($0) }
  }

  /// Why a series has no value where it has a reason of its own: `n.m. 2Q03, 3Q03`.
  func remarks(on series: Series) -> String {
    var marks: [String] = []
    var places: [String: [String]] = [:]
    for (category, cell) in zip(categories, series.cells) {
      guard let cell, cell.lacksMeaning else { continue }
      let mark = text(cell)
      if places[mark] == nil { marks.append(mark) }
      places[mark, default: []].append(category.name)
    }
    return marks.map { "\($0) \(places[$0, default: []].joined(separator: ", "))" }
      .joined(separator: "; ")
  }
}

extension Cell {
  /// Whether it has no value for another reason than that nobody reported one.
  fileprivate var lacksMeaning: Bool {
    switch content {
    case .value, .missing: false
    case .undefined, .uncovered: true
    }
  }
}
