import Catalog
import Metrics

/// A cell with what it speaks for and, where it has no value, what is to blame.
struct Evaluated: Sendable {
  /// The cell.
  var cell: Cell
  /// The segments it speaks for.
  var coverage: Coverage
  /// What is missing or doesn't match.
  var gaps: [Gap]

  /// Something without which a cell has no value.
  enum Gap: Hashable, Sendable {
    /// A metric, with its currency where that isn't its own, that nobody reported for a segment and
    /// a period.
    case missing(metric: String, segment: String, Period)
    /// Two parts that speak for different segments.
    case uncovered(left: [String], right: [String])
  }

  /// The gap of a metric that was to be read in a unit.
  static func gap(_ metric: Metric, _ unit: Unit, _ segment: String, _ period: Period) -> Gap {
    let currency = unit == metric.signature.unit ? "" : " in \(unit)"
    return .missing(metric: metric.name + currency, segment: segment, period)
  }

  init(_ cell: Cell, coverage: Coverage, gaps: [Gap] = []) {
    self.cell = cell
    self.coverage = coverage
    self.gaps = gaps
  }

  static func missing(_ gaps: [Gap]) -> Evaluated {
    Evaluated(.missing, coverage: .everything, gaps: gaps)
  }
}
