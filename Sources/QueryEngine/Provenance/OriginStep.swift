import Catalog
import Metrics

/// One step in which a value came about: what it is a value of, and what it was made from.
///
/// Values carry their steps with them while they are computed, so that what a step tells is what was
/// done, and no account of the rules beside the rules. What was tried and dropped leaves no trace.
final class OriginStep: Sendable {
  /// What the step gives a value of.
  enum Subject: Sendable {
    /// A metric, read in a unit, with the way in which its value was found.
    case metric(Metric, unit: Unit, Finding)
    /// An expression around metrics.
    case expression(TypedExpression)
  }

  /// How a metric's value was found.
  enum Finding: Sendable {
    /// Publications printed it, or what it is the sum or the difference of.
    case printed([ResolvedFigure.Term])
    /// It is the sum of its quarters, its segments or its periods; of none where it is missing.
    case sum
    /// Its formula gave it.
    case formula
  }

  /// What it is a value of.
  let subject: Subject
  /// The companies that it speaks for, where a query is about several.
  let companies: [String]
  /// The segments that it speaks for.
  let segments: [String]
  /// The periods that it speaks for, told by the months of its company where it has one; the end of a
  /// quarter goes by the quarter's name.
  let periods: [Period]
  /// The value, without steps of its own.
  let value: Evaluated
  /// The steps of what it was made from, in the order of their use.
  let inputs: [OriginStep]

  init(_ subject: Subject, at place: Place, value: Evaluated) {
    self.subject = subject
    companies = place.companies
    segments = place.segments
    periods = place.periods.map(OriginStep.named)
    inputs = value.steps
    var bare = value
    bare.steps = []
    self.value = bare
  }

  /// The observations behind it, by their place in the order of appending.
  var observations: [Int64] {
    guard case .metric(_, _, .printed(let terms)) = subject else {
      return inputs.flatMap(\.observations)
    }
    return terms.map(\.sequence)
  }

  /// Whether it tells of the same, so that another step around it would tell nothing new.
  func tells(of other: Subject, at place: Place) -> Bool {
    guard companies == place.companies, segments == place.segments,
      periods == place.periods.map(OriginStep.named)
    else { return false }
    switch (subject, other) {
    case (.metric(let own, let unit, _), .metric(let metric, let asked, _)):
      return own.name == metric.name && unit == asked
    case (.expression(.converted), .expression(.converted)): return true
    default: return false
    }
  }

  /// A moment as the quarter that it closes, by whose name it goes.
  private static func named(_ period: Period) -> Period {
    period.months == 0 ? .quarter(ending: period.end) : period
  }
}
