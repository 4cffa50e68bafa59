import Diagnostics

extension ImportMessage {
  /// What is wrong with a figure, and how to print it instead.
  ///
  /// `mark` is what stands before decimals in its file, and nil where that isn't said.
  static func figure(_ text: String, _ fault: FigureFault, _ mark: DecimalMark?) -> Diagnostic {
    if fault == .unsaidDecimalMark { return unsaidMark(text) }
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
      ("it has no digits", "leave it empty, or write n/a, where nothing was reported")
    case .scientific:
      ("powers of ten aren't read", "write all the digits: 100000")
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
      ("it has two units", nil)
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
