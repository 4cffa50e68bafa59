import Metrics

/// One figure of one series, as a basis sees it.
struct ResolvedFigure: Sendable {
  /// One observation that went in, and whether it was taken away.
  struct Term: Hashable, Sendable {
    /// What the observation covers.
    let period: Period
    /// Its place in the order of appending.
    let sequence: Int64
    /// Whether it was subtracted.
    let isSubtracted: Bool
  }

  /// The figure.
  let amount: Amount
  /// Whether it was printed, derived from cumulative figures, or added up.
  let origin: Cell.Origin
  /// Whether a publication printed one of the terms with two values.
  let isConflicting: Bool
  /// The observations it came from.
  let terms: [Term]
  /// When the terms were first published, where the basis takes first values; nil elsewhere.
  var firstPublication: FirstPublication?
  /// When a printed figure was last stated and changed, where the basis takes the newest values; nil
  /// elsewhere.
  var vintage: StandingVintage?
}
