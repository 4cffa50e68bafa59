/// A figure as it stands in a file: its digits, and what was printed around them.
package struct Figure: Hashable, Sendable {
  /// The digits with their sign, the decimal point left out.
  package let mantissa: Int64
  /// How many of the digits stand behind the decimal point; zeros at the end count.
  package let places: Int
  /// The unit printed before or behind the digits, such as `%`, `Gbps` or `¥`.
  package let unit: String?
  /// Whether the digits alone would give the text back, but for separators between thousands.
  package let isPlain: Bool

  /// A figure from its parts.
  package init(mantissa: Int64, places: Int, unit: String? = nil, isPlain: Bool) {
    self.mantissa = mantissa
    self.places = places
    self.unit = unit
    self.isPlain = isPlain
  }

  /// What a dash stands for: zero, known to the last digit of the unit that it is printed in.
  package static let printedNil = Figure(mantissa: 0, places: 0, isPlain: false)
}

/// Why a text is no figure.
package enum FigureFault: Error, Hashable, Sendable {
  /// There isn't a digit in it.
  case noDigits
  /// `(5` or `5)`.
  case unbalancedParenthesis
  /// `--5`, `(-5)`, `△△5`.
  case twoSigns
  /// `5-`.
  case signBehind
  /// `1,23`, `1234,567`, `1,`.
  case misplacedSeparator
  /// `1.234,5`.
  case separatorBehindPoint
  /// `1.2.3`.
  case twoPoints
  /// `5.`.
  case noDigitBehindPoint
  /// `1e5`.
  case scientific
  /// `0x1p3`.
  case hexadecimal
  /// `12abc3`, `1 234`.
  case digitsApart
  /// `¥5円`.
  case twoUnits
  /// `1,234` or `1.234` where either mark may stand before decimals.
  case unsaidDecimalMark
  /// More digits than an exact figure has room for.
  case tooManyDigits
}
