import Metrics
import TextForm

/// One result as a sheet: what one is looking at, the titles of the columns, and the rows.
///
/// Nothing is merged, and labels are moved to the right without spaces in front, so that the sheet
/// can be sorted, filtered and looked things up in.
struct ResultSheet {
  private static let widest = 60
  private let table: ResultTable
  private let shown: ShownTable
  /// Whether a figure has more digits than a spreadsheet keeps, and stands as a text.
  private(set) var holdsTextFigures = false
  private var rows: [[Workbook.Cell]] = []

  /// The sheet of a result.
  init(_ table: ResultTable) {
    self.table = table
    shown = ShownTable(table)
    if !shown.heading.isEmpty { rows.append([Workbook.Cell(.text(shown.heading), .title)]) }
    rows += titleRows
    for index in table.rows.indices { rows.append(row(index)) }
  }

  /// The sheet under a name.
  func sheet(named name: String) -> Workbook.Sheet {
    Workbook.Sheet(
      name: name, rows: rows, widths: widths, headerRowCount: rows.count - table.rows.count,
      labelColumnCount: shown.labels.count)
  }

  private var titleRows: [[Workbook.Cell]] {
    let levels = HeadingSpans.levels(of: shown.columns)
    return levels.enumerated().map { level, spans in
      let isInnermost = level == levels.count - 1
      let labels = shown.labels.map { label in
        Workbook.Cell(isInnermost ? .filled(label.title[0]) : .empty, .columnTitle(isInnermost))
      }
      let titles =
        isInnermost
        ? shown.columns.map {
          Workbook.Cell(
            .filled($0.title.last ?? ""), .columnTitle(true, holdsFigures: $0.holdsFigures))
        } : spans.flatMap(outerTitle)
      return labels + titles
    }
  }

  /// A title in the middle above its columns.
  private func outerTitle(_ span: HeadingSpans.Span) -> [Workbook.Cell] {
    var style = Workbook.Style.columnTitle(false)
    if !span.title.isEmpty { style.alignment = .centerAcross }
    let rest = Array(repeating: Workbook.Cell(.empty, style), count: span.count - 1)
    return [Workbook.Cell(.filled(span.title), style)] + rest
  }

  private mutating func row(_ index: Int) -> [Workbook.Cell] {
    let row = table.rows[index]
    let isRuled = row.isTotal && index > 0 && !table.rows[index - 1].isTotal
    let labels = shown.labels.map { Self.label($0.texts[index], isRuled) }
    let cells = zip(row.cells, shown.columns).map { cell, column in
      self.cell(cell, shown: column.texts[index], isRuled, alignsRight: column.holdsFigures)
    }
    return labels + cells
  }

  private static func label(_ text: String, _ isRuled: Bool) -> Workbook.Cell {
    let name = text.drop { $0 == " " }
    var style = Workbook.Style()
    style.indent = (text.count - name.count) / 2
    style.hasRuleAbove = isRuled
    return Workbook.Cell(.filled(String(name)), style)
  }

  private mutating func cell(
    _ cell: TableCell, shown: String, _ isRuled: Bool, alignsRight: Bool
  ) -> Workbook.Cell {
    var style = Workbook.Style()
    style.alignment = alignsRight ? .right : .left
    style.hasRuleAbove = isRuled
    guard case .figure(let cell, let format) = cell else {
      return Workbook.Cell(.filled(shown), style)
    }
    switch cell.content {
    case .missing: return Workbook.Cell(.empty, style)
    case .undefined, .uncovered: return Workbook.Cell(.text(shown), style)
    case .value(let number):
      let figure = SpreadsheetFigure(number, of: cell, table.formats[format])
      if figure.isText { holdsTextFigures = true } else { style.numberFormat = figure.numberFormat }
      return Workbook.Cell(figure.content, style)
    }
  }

  /// As wide as the widest text below the titles that stand above several columns.
  private var widths: [Int] {
    (shown.labels + shown.columns).map { column in
      let widest = (column.title.suffix(1) + column.texts).reduce(0) {
        max($0, DisplayWidth.of($1))
      }
      return min(Self.widest, widest) + 2
    }
  }
}

extension Workbook.Content {
  /// A text, or nothing where it is empty.
  static func filled(_ text: String) -> Workbook.Content { text.isEmpty ? .empty : .text(text) }
}

extension Workbook.Style {
  /// What stands above everything.
  static var title: Workbook.Style {
    var style = Workbook.Style()
    style.isBold = true
    return style
  }

  /// A title of a column; the innermost stands on a line.
  static func columnTitle(_ isInnermost: Bool, holdsFigures: Bool = false) -> Workbook.Style {
    var style = title
    style.hasRuleBelow = isInnermost
    style.alignment = holdsFigures ? .right : .left
    return style
  }
}
