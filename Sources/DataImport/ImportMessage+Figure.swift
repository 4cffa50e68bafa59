import Diagnostics

extension ImportMessage {
  /// What is wrong with a figure, and how to print it instead.
  static func figure(_ text: String, _ fault: FigureFault) -> Diagnostic {
    let (reason, note) = words(for: fault)
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
      ("commas group digits by three", "write 1,234,567, and a decimal point as 1.23")
    case .noDigitBehindPoint:
      ("a digit has to follow the point", "write 5 or 5.0")
    case .noDigits:
      ("it has no digits", "leave it empty, or write n/a, where nothing was reported")
    case .scientific:
      ("powers of ten aren't read", "write all the digits: 100000")
    case .separatorBehindPoint:
      ("a comma stands behind the point", "a comma groups thousands; write 1,234.5")
    case .signBehind:
      ("a sign stands behind the digits", "write -5 or (5)")
    case .tooManyDigits:
      ("it has more digits than can be kept exactly", "print it in thousands or millions")
    case .twoPoints:
      ("it has two decimal points", "a comma groups thousands; write 1,234.5")
    case .twoSigns:
      ("it has two signs", "write -5 or (5)")
    case .twoUnits:
      ("it has two units", nil)
    case .unbalancedParenthesis:
      ("a parenthesis stands alone", "write (5) for a negative figure")
    }
  }
}
