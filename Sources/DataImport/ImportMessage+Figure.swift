import Diagnostics

extension ImportMessage {
  /// What is wrong with a figure, and how to print it instead.
  ///
  /// `mark` is what stands before decimals in its file, and nil where that isn't said.
  static func figure(_ text: String, _ fault: FigureFault, _ mark: DecimalMark?) -> Diagnostic {
    if fault == .unsaidDecimalMark { return unsaidMark(text) }
    if let footnote = FootnoteMark(in: text, decimalMark: mark) {
      return withFootnote(text, footnote)
    }
    let (reason, note) = mark == .comma ? wordsAboutCommas(fault) : words(for: fault)
    return Diagnostic(
      "bad-figure", "'\(text)' is no figure: \(reason)", notes: note.map { [$0] } ?? [])
  }

  private static func words(for fault: FigureFault) -> (reason: String, note: String?) {
    switch fault {
    case .digitsApart:
      ("something stands between its digits", "write thousands as 1,234")
    case .hexadecimal:
      ("only decimal digits count", nil)
    case .misplacedSeparator:
      (
        "commas group digits by three",
        "write 1,234,567, and a decimal point as 1.23; --decimal comma reads 1.234,5"
      )
    case .noDigitBehindPoint:
      ("a digit has to follow the point", "write 5 or 5.0")
    case .noDigits:
      (
        "it has no digits",
        "leave it empty, or write n/a, where nothing was reported; one dash alone is a nil"
      )
    case .scientific:
      (
        "powers of ten aren't read",
        "write all its digits, as 1000 for 1e3; a spreadsheet that shows 1.23E+05 holds more of them"
      )
    case .separatorBehindPoint:
      (
        "a comma stands behind the point",
        "a comma groups thousands; write 1,234.5, or add --decimal comma to read the whole file so"
      )
    case .signBehind:
      ("a sign stands behind the digits", "write -5 or (5)")
    case .tooManyDigits:
      ("it has more digits than can be kept exactly", "print it in thousands or millions")
    case .twoPoints:
      (
        "it has two decimal points",
        "a comma groups thousands; write 1,234.5, or add --decimal comma to read points so"
      )
    case .twoSigns:
      ("it has two signs", "write -5 or (5)")
    case .twoUnits:
      ("it has two units", "write it alone, and its unit in the column `unit`: JPY million")
    case .unbalancedParenthesis:
      ("a parenthesis stands alone", "write (5) for a negative figure")
    case .unsaidDecimalMark: ("its marks can be read in two ways", nil)
    }
  }

  /// The words where a comma stands before decimals, as far as they differ.
  private static func wordsAboutCommas(_ fault: FigureFault) -> (reason: String, note: String?) {
    switch fault {
    case .digitsApart: ("something stands between its digits", "write thousands as 1.234")
    case .misplacedSeparator:
      ("points and spaces group digits by three", "write 1.234.567, and a decimal comma as 1,23")
    case .noDigitBehindPoint: ("a digit has to follow the comma", "write 5 or 5,0")
    case .separatorBehindPoint:
      ("a point stands behind the comma", "with --decimal comma, write 1.234,5")
    case .twoPoints: ("it has two decimal commas", "with --decimal comma, write 1.234,5")
    default: words(for: fault)
    }
  }

  /// What is wrong with a figure whose unit is none, which may be something else.
  static func unknownUnit(_ unit: String, in text: String, _ mark: DecimalMark?) -> Diagnostic {
    if let footnote = FootnoteMark(in: text, decimalMark: mark) {
      return withFootnote(text, footnote)
    }
    let isDash = unit.unicodeScalars.allSatisfy { dashes.contains($0) }
    return Diagnostic(
      "bad-figure",
      "'\(text)' is no figure: "
        + (isDash ? "'\(unit)' is no minus sign" : "there is no unit '\(unit)'"),
      notes: [
        isDash
          ? "write -5 or (5)"
          : "write the figure alone, its unit in the column `unit`, and what else there is in `note`"
      ])
  }

  /// Dashes that stand for a nil or draw a line, but not before digits.
  private static let dashes: Set<Unicode.Scalar> = ["—", "―", "ー", "─", "━", "➖", "_", "~", "～"]

  private static func withFootnote(_ text: String, _ footnote: FootnoteMark) -> Diagnostic {
    Diagnostic(
      "footnote-mark",
      "'\(text)' is no figure: '\(footnote.text)' in it looks like the mark of a footnote",
      notes: ["write \(footnote.figure), and what the footnote says in a column `note`"])
  }

  private static func unsaidMark(_ text: String) -> Diagnostic {
    Diagnostic(
      "unsaid-decimal-mark",
      "what the marks in '\(text)' mean isn't said, and in a file with semicolons it can be either",
      notes: [
        "add --decimal comma where 1.234,5 is a little more than a thousand, or --decimal point where "
          + "1,234.5 is"
      ])
  }
}
