import Metrics

/// Which publications a query believes.
struct Basis: Hashable, Sendable {
  /// Which of several published values of one fact stands.
  enum Vintage: Sendable {
    /// The newest.
    case restated
    /// The first.
    case reported
  }

  /// Which of several values stands.
  let vintage: Vintage
  /// The last day whose publications count; nil for no limit.
  let cutoff: CalendarDate?

  /// A basis from its parts.
  init(vintage: Vintage = .restated, cutoff: CalendarDate? = nil) {
    self.vintage = vintage
    self.cutoff = cutoff
  }

  /// Everything published so far, the newest of each fact.
  static let restated = Basis()
}
