import Metrics
import Tabular

extension Plot {
  /// A plot of millions over the quarters of as many years as it takes; nil stands for no report.
  static func millions(_ series: [(name: String, values: [Int64?])], first: Int = 3) -> Plot {
    let count = series.map(\.values.count).max() ?? 0
    return Plot(
      shape: .series, caption: "revenue (JPY million)",
      format: NumberFormat(style: .amount(scaleExponent: 6, decimals: 0)),
      categories: (0..<count).map {
        Category(name: "\($0 % 4 + 1)Q\(twoDigits(first + $0 / 4))", followsPrevious: $0 > 0)
      },
      series: series.map { series in
        Series(name: series.name, cells: series.values.map { $0.map(Cell.million) ?? .missing })
      })
  }

  /// Bars of millions.
  static func bars(_ bars: [(name: String, value: Int64?)]) -> Plot {
    Plot(
      shape: .bars, caption: "",
      format: NumberFormat(style: .amount(scaleExponent: 6, decimals: 0)),
      categories: bars.map { Category(name: $0.name) },
      series: [Series(name: "", cells: bars.map { $0.value.map(Cell.million) ?? .missing })])
  }

  /// The plot of percentages in thousandths.
  static func percent(_ values: [Int64?]) -> Plot {
    var plot = Plot.millions([("margin", values)])
    plot.caption = "gross_margin"
    plot.format = NumberFormat(style: .percent(decimals: 1))
    plot.series[0].cells = values.map { value in
      value.map { Cell(.amount(Amount(exact: $0, exponent: -3)), origin: .computed) } ?? .undefined
    }
    return plot
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The plot below a heading in a format, cut to a width.
  func rendered(as format: OutputFormat, width: Int? = nil) -> String {
    var table = ResultTable.millions(columns: [], rows: [])
    table.heading = "iij"
    table.plot = self
    var document = ResultDocument(format: format)
    return document.add(table, width: width).text + document.end().text
  }
}

extension Cell {
  /// A figure printed in millions.
  static func million(_ mantissa: Int64) -> Cell {
    Cell(.amount(Amount(printed: mantissa, exponent: 6)), origin: .reported)
  }
}
