package import Metrics

/// How the numbers of a measure are shown to people.
package struct NumberFormat: Hashable, Sendable {
  /// What kind of number it is.
  package enum Style: Hashable, Sendable {
    /// Digits at a scale, so many behind the point.
    case amount(scaleExponent: Int, decimals: Int)
    /// A hundredth, with its sign.
    case percent(decimals: Int)
    /// A difference of percentages.
    case percentagePoints(decimals: Int)
    /// A quotient, to so many significant digits.
    case quotient(significantDigits: Int)
  }

  /// How a number below zero is told.
  package enum Negative: String, Hashable, Sendable, CaseIterable {
    case minus
    case parentheses
  }

  /// What kind of number it is.
  package let style: Style
  /// How a number below zero is told.
  package let negative: Negative

  /// Whether the half-width of what a figure stands for follows it.
  package let showsPrecision: Bool

  /// A format from its parts.
  package init(style: Style, negative: Negative = .minus, showsPrecision: Bool = false) {
    self.style = style
    self.negative = negative
    self.showsPrecision = showsPrecision
  }

  /// The same with the half-width behind each figure.
  package var showingPrecision: NumberFormat {
    NumberFormat(style: style, negative: negative, showsPrecision: true)
  }

  /// The text of a number: separators, the sign or parentheses, and the percent sign.
  package func text(_ number: Number) -> String {
    let plain: String
    switch style {
    case .amount(let scale, let decimals):
      plain = Self.rounded(number, scale: scale, decimals: decimals)
    case .percent(let decimals):
      plain = Self.rounded(number, scale: -2, decimals: decimals) + "%"
    case .percentagePoints(let decimals):
      plain = Self.rounded(number, scale: -2, decimals: decimals) + " pp"
    case .quotient(let digits):
      plain = Self.significant(number, digits: digits)
    }
    return signed(Self.separated(preciseText(of: number) ?? plain))
      + (showsPrecision ? precision(of: number) : "")
  }

  /// All printed digits of an amount, as its half-width says nothing about fewer; nil where none is
  /// shown.
  private func preciseText(of number: Number) -> String? {
    guard showsPrecision, case .amount(let amount) = number, case .amount(let scale, _) = style,
      (try? amount.halfWidth())?.isZero == false,
      let scaled = Self.scaled(number, by: scale)
    else { return nil }
    return DecimalText.rounded(scaled, places: max(0, scale - Int(amount.exponent)))
  }

  /// ` ±0.5` behind an amount that was rounded when it was printed, ` +1` behind one that was cut off,
  /// and nothing behind a quotient.
  private func precision(of number: Number) -> String {
    guard case .amount(let amount) = number, let above = try? amount.reachAbove(),
      let below = try? amount.reachBelow(), !(above.isZero && below.isZero)
    else { return "" }
    if amount.skew == 0 { return " ±" + distance(above) }
    return (above.isZero ? "" : " +" + distance(above))
      + (below.isZero ? "" : " -" + distance(below))
  }

  private func distance(_ amount: Amount) -> String {
    guard let scaled = Self.scaled(.amount(amount), by: style.scaleExponent) else { return "" }
    return Self.separated(DecimalText.significant(scaled, digits: 17))
  }

  private func signed(_ text: String) -> String {
    guard negative == .parentheses, text.hasPrefix("-") else { return text }
    return "(\(text.dropFirst()))"
  }

  /// Rounds at the format's last digit, or at the number's own where that is coarser.
  private static func rounded(_ number: Number, scale: Int, decimals: Int) -> String {
    var places = decimals
    if case .amount(let amount) = number {
      places = min(decimals, scale - Int(amount.coarsestExponent))
    }
    guard let scaled = scaled(number, by: scale) else { return String(number.binary) }
    return DecimalText.rounded(scaled, places: places)
  }

  private static func significant(_ number: Number, digits: Int) -> String {
    guard let fraction = scaled(number, by: 0) else { return String(number.binary) }
    return DecimalText.significant(fraction, digits: digits, keepsZeros: true)
  }

  /// The number in units of 10^`scale`: exact, or the nearest where that outgrows a fraction.
  static func scaled(_ number: Number, by scale: Int) -> Fraction? {
    guard let unit = try? Fraction(Amount(exact: 1, exponent: Int8(clamping: -scale))) else {
      return nil
    }
    if let fraction = try? number.fraction(), let scaled = try? fraction * unit { return scaled }
    return try? Fraction(nearest: number.binary) * unit
  }

  /// Puts a comma before every third digit of the whole part.
  static func separated(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let body = text.dropFirst(sign.count)
    let whole = body.prefix { $0.isASCII && $0.isNumber }
    let rest = body.dropFirst(whole.count)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + grouped + rest
  }
}

extension NumberFormat.Style {
  /// The power of ten of what the digits count.
  var scaleExponent: Int {
    switch self {
    case .amount(let scale, _): scale
    case .percent, .percentagePoints: -2
    case .quotient: 0
    }
  }
}
