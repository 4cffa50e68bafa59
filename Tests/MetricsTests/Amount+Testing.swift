import Metrics

extension Amount {
  /// The amount in one line: digits, what isn't known, and the exponent at which it is shown.
  var facts: String { "\(mantissa)e\(exponent) ±\(halfUnits)/2 at \(shownExponent)" }

  /// A figure printed in millions.
  static func million(_ mantissa: Int64) -> Amount { Amount(printed: mantissa, exponent: 6) }

  /// A figure printed in thousands.
  static func thousand(_ mantissa: Int64) -> Amount { Amount(printed: mantissa, exponent: 3) }
}
