import Diagnostics
import Metrics
import Tabular

/// One figure of an answer, with what has to be known to hold a number against it.
struct TestedFigure {
  /// The answer itself.
  let cell: Cell
  /// What the measure is called.
  let measure: String
  /// The base unit as it is written; `ratio` for a plain number.
  let unit: String
  /// What kind of number people see.
  let style: NumberFormat.Style
  /// As people see it, with its unit.
  let shown: String
  /// The power of ten that a number without one counts in: that of the query's `in`.
  let bareScale: Int

  /// Whether the figure, rounded to the number's own last digit, is the number.
  func isRounded(to number: ExpectedNumber, _ value: Number) throws -> Bool {
    let rounded = DecimalText.rounded(try scaled(value, like: number), places: number.places)
    return try rounded == number.digitText
  }

  /// What a number stands for, in the figure's base unit; throws a diagnostic when it counts
  /// something else.
  func base(_ number: ExpectedNumber) throws -> Number {
    .fraction(try Fraction(number.digits) * Fraction.power(ofTen: try scale(of: number)))
  }

  /// A value of the figure told as a number is: at its scale, with its digits behind the point.
  func text(_ value: Number, like number: ExpectedNumber) throws -> String {
    DecimalText.rounded(try scaled(value, like: number), places: number.places) + number.suffix
  }

  /// A value at a number's scale as machine formats tell it; nil where ``text(_:like:)`` has all of
  /// its digits.
  func unroundedText(_ value: Number, like number: ExpectedNumber) throws -> String? {
    let scaled = try scaled(value, like: number)
    let steps = try? scaled * Fraction.power(ofTen: number.places)
    if steps?.denominator == 1 { return nil }
    return DecimalText.significant(scaled, digits: 17) + number.suffix
  }

  /// Whether people see the figure in hundredths or at a scale, where a bare number says none.
  var isShownScaled: Bool {
    switch style {
    case .amount(let scale, _): scale != bareScale
    case .percent: bareScale != -2
    case .percentagePoints: true
    case .quotient: false
    }
  }

  private func scaled(_ value: Number, like number: ExpectedNumber) throws -> Fraction {
    let unit = try Fraction.power(ofTen: -(try scale(of: number)))
    if let fraction = try value.fraction(), let scaled = try? fraction * unit { return scaled }
    return try Fraction(nearest: value.binary) * unit
  }

  /// The power of ten that a number's digits count in.
  private func scale(of number: ExpectedNumber) throws(Diagnostic) -> Int {
    let isAlike: Bool
    switch (number.mark, style) {
    case (.none, _), (.percentagePoints, .percentagePoints): isAlike = true
    case (.percent, .percentagePoints), (.percentagePoints, _): isAlike = false
    case (.percent, _): isAlike = unit == Unit.ratio.description
    case (.unit(let counted), _): isAlike = unit == counted.description
    }
    if !isAlike { throw ExpectationMessage.unlike(number, self) }
    return number.scaleExponent ?? bareScale
  }
}

extension Fraction {
  fileprivate static func power(ofTen exponent: Int) throws(ArithmeticOverflow) -> Fraction {
    try Fraction(Amount(exact: 1, exponent: Int8(clamping: exponent)))
  }
}
