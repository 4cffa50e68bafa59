import Catalog
import Metrics

/// One printed figure, and what other printed figures make of it.
struct Check {
  /// What the figure is checked against.
  enum Kind: Int, CaseIterable {
    /// The sum of its segment's children.
    case segmentTotal
    /// The right side of an identity.
    case identity
    /// The right side of an identity that begins with an earlier value.
    case rollForward
    /// The formula of its metric.
    case formula
    /// The printed spans that fill its own.
    case span
    /// The same fact as it is printed elsewhere in one publication.
    case repetition
  }

  /// Where the figures come from.
  enum Origin: Hashable {
    /// One table, at its own precision; the number is the place of its file among all.
    case table(Int)
    /// All that was published, resolved.
    case everything
  }

  /// What came of it.
  enum Result {
    /// The two agree or don't; of a repetition the latter is a conflict.
    case compared(Tie)
    /// A part was not reported, although it is elsewhere.
    case incomplete
  }

  let kind: Kind
  let metric: Metric
  let segment: String
  let unit: Unit
  let period: Period
  /// What the figure is checked against, in words.
  let against: String
  let origin: Origin
  let result: Result

  /// The answer in one word.
  var verdict: Verdict {
    switch result {
    case .incomplete: .incomplete
    case .compared(let tie):
      switch tie.verdict {
      case .ties: .ties
      case .withinRounding: .withinRounding
      case .fails: kind == .repetition ? .conflicts : .fails
      }
    }
  }

  /// Whether two checks compare the same figures at the same precision.
  func repeats(_ other: Check) -> Bool {
    guard kind == other.kind, period == other.period, against == other.against,
      case .compared(let own) = result, case .compared(let theirs) = other.result
    else { return false }
    return own.comparesSame(as: theirs)
  }
}

extension Check {
  /// What a check can come to, the worst first.
  enum Verdict: String, CaseIterable {
    case fails
    case conflicts
    case withinRounding = "within rounding"
    case ties
    case incomplete

    /// Whether something is wrong with the figures.
    var isFault: Bool { self == .fails || self == .conflicts }
  }
}

extension Tie {
  /// Whether another comparison has the same two sides at the same precision.
  fileprivate func comparesSame(as other: Tie) -> Bool {
    guard printed.mantissa == other.printed.mantissa, printed.exponent == other.printed.exponent,
      let difference = try? parts - other.parts, difference.isZero,
      let slack = try? tolerance - other.tolerance
    else { return false }
    return slack.isZero
  }
}
