import Metrics
import Tabular

extension ResultTable {
  /// A table of millions with one label column.
  static func millions(
    columns: [[String]], rows: [Row], notes: [String] = [],
    negative: NumberFormat.Negative = .minus
  ) -> ResultTable {
    ResultTable(
      heading: "", labelTitles: ["segment"], columns: columns.map { Column(title: $0) },
      rows: rows,
      formats: [
        NumberFormat(style: .amount(scaleExponent: 6, decimals: 0), negative: negative),
        NumberFormat(style: .percent(decimals: 1), negative: negative),
        NumberFormat(style: .amount(scaleExponent: 6, decimals: 2), negative: negative),
      ], notes: notes, layout: .listing,
      origin: Origin(statement: "show revenue", basis: nil, storeHead: nil))
  }

  /// A table with one row of facts in the tidy layout.
  static func tidy(_ facts: [Fact]) -> ResultTable {
    ResultTable(
      heading: "", labelTitles: [], columns: [], rows: [], formats: [], notes: ["a \"note\""],
      layout: .figures(facts),
      origin: Origin(statement: "show \"売上\"\n", basis: "as restated", storeHead: "abc"))
  }
}

extension TableCell {
  /// A figure printed in millions.
  static func million(
    _ mantissa: Int64, _ origin: Cell.Origin = .reported, isConflicting: Bool = false
  ) -> TableCell {
    let amount = Amount(printed: mantissa, exponent: 6)
    return .figure(Cell(.amount(amount), origin: origin, isConflicting: isConflicting), format: 0)
  }

  /// A percentage of so many thousandths.
  static func thousandths(_ mantissa: Int64) -> TableCell {
    let amount = Amount(exact: mantissa, exponent: -3)
    return .figure(Cell(.amount(amount), origin: .computed), format: 1)
  }

  /// A cell without a value.
  static func empty(_ cell: Cell) -> TableCell { .figure(cell, format: 0) }
}

extension ResultDocument.Ending {
  /// The text; empty for a workbook.
  var text: String { if case .text(let output) = self { output.text } else { "" } }

  /// The workbook; nil for a text.
  var workbook: Workbook? { if case .workbook(let workbook) = self { workbook } else { nil } }
}

extension Cell {
  /// A quotient.
  static func quotient(_ numerator: Int128, _ denominator: Int128, origin: Origin) -> Cell {
    guard let fraction = try? Fraction(numerator, denominator) else { return .undefined }
    return Cell(.fraction(fraction), origin: origin)
  }
}

extension Fact {
  /// A fact about the second quarter of 2004.
  static func secondQuarter(
    _ cell: Cell, company: String = "iij", segment: String = "si", measure: String = "revenue"
  ) -> Fact {
    Fact(
      company: company, segment: segment, period: "2Q04",
      start: CalendarDate(year: 2004, month: 7, day: 1),
      end: CalendarDate(year: 2004, month: 9, day: 30), measure: measure, cell: cell, unit: "JPY")
  }
}
