import Metrics

/// A figure as a spreadsheet holds it: a number in the unit that its table names, and the format
/// that shows it as every other table for people does.
struct SpreadsheetFigure {
  /// The digits that a spreadsheet keeps of a number.
  static let mostDigits = 15

  /// The number; the digits as a text where a spreadsheet would lose some of them.
  let content: Workbook.Content
  /// How the number is shown, with the marks of the figure.
  let numberFormat: String

  /// The figure of a cell that holds `number`.
  init(_ number: Number, of cell: Cell, _ format: NumberFormat) {
    content = SpreadsheetFigure.content(number, format.style)
    numberFormat = SpreadsheetFigure.numberFormat(
      shown: format.text(number), cell: cell, format: format)
  }

  /// Whether the digits are a text.
  var isText: Bool { if case .text = content { true } else { false } }

  private static func content(_ number: Number, _ style: NumberFormat.Style) -> Workbook.Content {
    let scale = style.spreadsheetScale
    switch number {
    case .amount(let amount):
      guard let exponent = Int8(exactly: Int(amount.exponent) - scale) else {
        return .text(NumberFormat(style: style).text(number))
      }
      let text = DecimalText.exact(Amount(exact: amount.mantissa, exponent: exponent))
      guard amount.digitCount <= mostDigits, let value = Double(text) else { return .text(text) }
      return .number(value)
    case .fraction, .binary:
      let scaled = NumberFormat.scaled(number, by: scale)
      return .number(scaled.map { Number.fraction($0).binary } ?? number.binary)
    }
  }

  /// The code that shows a number as `shown`, with as many digits behind the point.
  private static func numberFormat(shown: String, cell: Cell, format: NumberFormat) -> String {
    let parts = shown.split(separator: " ±", maxSplits: 1)
    let places = parts.first.map(decimals) ?? 0
    var digits = "#,##0" + (places > 0 ? "." + String(repeating: "0", count: places) : "")
    if case .percent = format.style { digits += "%" }
    if case .percentagePoints = format.style { digits += "\" pp\"" }
    let front = cell.isDerived ? "\"\(CellText.derivedMark)\"" : ""
    let precision = parts.count > 1 ? " ±\(parts[1])" : ""
    let behind = precision + (cell.isConflicting ? CellText.conflictMark : "")
    let end = behind.isEmpty ? "" : "\"\(behind)\""
    switch format.negative {
    case .minus where front.isEmpty: return digits + end
    case .minus: return "\(front)\(digits)\(end);\(front)-\(digits)\(end)"
    case .parentheses: return "\(front)\(digits)_)\(end);\(front)(\(digits))\(end)"
    }
  }

  /// The number of digits behind the point of a text.
  private static func decimals(_ text: Substring) -> Int {
    guard let point = text.lastIndex(of: ".") else { return 0 }
    return text[text.index(after: point)...].prefix { $0.isASCII && $0.isNumber }.count
  }
}

extension NumberFormat.Style {
  /// The power of ten that the number in a cell counts: a percent sign is part of how it is shown,
  /// a scale or points are not.
  fileprivate var spreadsheetScale: Int {
    if case .percent = self { 0 } else { scaleExponent }
  }
}

extension Amount {
  /// The digits from the first to the last that isn't zero.
  fileprivate var digitCount: Int {
    var rest = mantissa.magnitude
    while rest > 0, rest.isMultiple(of: 10) { rest /= 10 }
    return rest == 0 ? 0 : String(rest).utf8.count
  }
}
