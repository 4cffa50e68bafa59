/// How a printed figure agrees with what other figures make of it, by what each of them stands for.
///
/// There is no fixed tolerance: figures agree when a number could have been printed as the one and as
/// the other.
package struct Tie: Sendable {
  /// Whether the two agree.
  package enum Verdict: Int, Sendable {
    /// The others give the printed figure, in all the digits that both sides have.
    case ties
    /// They differ by no more than rounding can make.
    case withinRounding
    /// They differ by more.
    case fails
  }

  /// The printed figure.
  package let printed: Amount
  /// What the others make of it.
  package let parts: Number
  /// How much more is printed than the others give, exactly.
  package let residual: Number
  /// What the residual has to stay below, whatever its sign, to be a matter of rounding.
  package let tolerance: Number
  /// Whether the two agree.
  package let verdict: Verdict

  /// Compares a printed figure with an amount that others add up to.
  package init(printed: Amount, parts: Amount) throws(ArithmeticOverflow) {
    let residual = try printed - parts
    self.printed = printed
    self.parts = .amount(parts)
    self.residual = .amount(Amount(exact: residual.mantissa, exponent: residual.exponent))
    tolerance = .amount(
      residual.mantissa < 0
        ? try printed.reachAbove() + (try parts.reachBelow())
        : try printed.reachBelow() + (try parts.reachAbove()))
    if printed.meets(parts) {
      verdict = try printed.hasDigits(of: parts) ? .ties : .withinRounding
    } else {
      verdict = .fails
    }
  }

  /// Compares a printed figure with the same fact printed elsewhere: it ties when the two say the
  /// same, and fails otherwise.
  package init(
    printed: Amount, again other: Amount, isConsistent: Bool
  ) throws(ArithmeticOverflow) {
    let compared = try Tie(printed: printed, parts: other)
    self.printed = printed
    parts = compared.parts
    residual = compared.residual
    tolerance = compared.tolerance
    verdict = isConsistent ? .ties : .fails
  }

  /// Compares a printed figure with a quotient of others, which lies within a range.
  package init(
    printed: Amount, quotient: Fraction, within range: FractionRange
  ) throws(ArithmeticOverflow) {
    let own = try FractionRange(printed)
    let digits = try Fraction(printed)
    let residual = try digits - quotient
    self.printed = printed
    parts = .fraction(quotient)
    self.residual = .fraction(residual)
    let tolerance =
      residual.numerator < 0
      ? try own.upper - digits + (try quotient - range.lower)
      : try digits - own.lower + (try range.upper - quotient)
    self.tolerance = .fraction(tolerance)
    let isBelow = try Fraction.isBelow(
      residual.numerator < 0 ? -residual : residual, tolerance)
    verdict =
      try printed.holds(quotient) ? .ties : isBelow ? .withinRounding : .fails
  }
}

extension Amount {
  /// Whether a printed figure and what others make of it are the same in the digits that both have.
  fileprivate func hasDigits(of parts: Amount) throws(ArithmeticOverflow) -> Bool {
    let last = max(Int(exponent), parts.shownExponent)
    let isCut = skew != 0 || halfUnits > 1
    return try digits(to: last, isCut) == parts.digits(to: last, isCut)
  }

  private func digits(to last: Int, _ isCut: Bool) throws(ArithmeticOverflow) -> Int128 {
    let power = try ExactInteger.powerOfTen(last - Int(exponent))
    let half = isCut ? 0 : power / 2 * Int128(mantissa.signum())
    return try ExactInteger.sum(Int128(mantissa), half) / power
  }

  /// Whether the stretch of numbers that this figure stands for holds a quotient.
  fileprivate func holds(_ quotient: Fraction) throws(ArithmeticOverflow) -> Bool {
    let own = try FractionRange(self)
    let isAtLower = quotient == own.lower
    let isAtUpper = quotient == own.upper
    if isAtLower || isAtUpper { return isAtLower ? mantissa > 0 : mantissa < 0 }
    if try !Fraction.isBelow(own.lower, quotient) { return false }
    return try Fraction.isBelow(quotient, own.upper)
  }
}
