/// One published figure of one series, as the store keeps it.
///
/// It is a fact about a publication and never changes: a restatement is another observation.
package struct Observation: Hashable, Sendable {
  /// Whether a release states a figure or takes an earlier one back.
  package enum State: Int8, Sendable {
    case value = 0
    case withdrawn = 1
  }

  /// The place in the order of appending, from 1; what was printed first has the lower number.
  package let sequence: Int64
  /// When it was published.
  package let published: CalendarDate
  /// What it covers.
  package let period: Period
  /// The figure's digits: the value is `mantissa` × 10^`exponent` base units.
  package let mantissa: Int64
  /// The power of ten of the last printed digit.
  package let exponent: Int8
  /// Whether it states or withdraws.
  package let state: State

  /// An observation from its fields.
  package init(
    sequence: Int64, published: CalendarDate, period: Period, mantissa: Int64, exponent: Int8,
    state: State = .value
  ) {
    self.sequence = sequence
    self.published = published
    self.period = period
    self.mantissa = mantissa
    self.exponent = exponent
    self.state = state
  }

  /// The figure with the precision at which it was printed by an issuer that rounds so.
  package func amount(_ rounding: PrintedRounding) -> Amount {
    Amount(printed: mantissa, exponent: exponent, by: rounding)
  }
}
