import Metrics

/// What one part did to the difference between two periods.
struct BridgeRow {
  /// What the row is to the difference.
  enum Role: String {
    /// Something that is added up.
    case part
    case numerator
    case denominator
    /// The side of a product that is counted.
    case volume
    /// The side of a product that is paid for each, or the change of a segment's own ratio.
    case rate
    /// One of two sides of a product that are alike.
    case factor
    /// The change of a segment's weight.
    case mix
    /// What the rounding of printed figures leaves over.
    case rounding
    /// What nothing explains.
    case rest
    /// The difference itself.
    case total
  }

  /// What people read; without its unit.
  let name: String
  let role: Role
  /// The quotient or product that it is a side of, where there are several.
  var of: String?
  /// The path of the segment that it speaks for.
  let segment: String
  /// How often the part counts in the whole.
  var factor = Number.amount(Amount(exact: 1))
  /// The value in the first period; nil where it has none of its own, as a flow between two balances.
  var opening: Evaluated?
  /// The value in the second period.
  var closing: Evaluated?
  /// What it did.
  let effect: Evaluated
  /// What the two values are values of; nil where there are none.
  var measure: ResolvedMeasure?

  /// Whether it is what the others leave over.
  var isRest: Bool { role == .rounding || role == .rest }
}
