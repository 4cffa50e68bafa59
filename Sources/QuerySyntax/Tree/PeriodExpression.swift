package import Diagnostics
package import Metrics

/// A period as it is written in a query.
package struct PeriodExpression: Sendable {
  /// The forms of a period.
  package indirect enum Kind: Sendable {
    /// A label such as `2Q04`, in the calendar of `company` where one is named: `2Q04[iij]`.
    case label(PeriodLabel, company: Name?)
    /// The newest quarter with a value.
    case latest
    /// The oldest quarter with a value.
    case first
    /// A variable: `$x`.
    case variable(Name)
    /// A bare name, which a `define` parameter or a `let` may turn out to be.
    case name(Name)
    /// A period so many grains later, or earlier when `count` is negative: `latest - 4 quarters`.
    case offset(PeriodExpression, count: Int, Grain)
  }

  /// Which form it has.
  package var kind: Kind
  /// Where it stands.
  package var range: SourceRange

  /// A period of that form at a place.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
