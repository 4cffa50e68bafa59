import Metrics

/// When the figure that stands was last stated, and when it last changed.
///
/// A span that was stated before a figure inside it changed counts something else than that figure
/// does, so that the two have no difference; see ``SeriesFigures``.
struct StandingVintage: Hashable, Sendable {
  /// The day of the last publication that stated the fact, be it more coarsely.
  let lastStated: CalendarDate
  /// The day of the last publication that said otherwise, beyond rounding, than what had stood; nil
  /// when none did.
  let restated: CalendarDate?

  /// Whether a figure inside the span of this one changed after this one had last been stated.
  func isStale(beside inner: StandingVintage) -> Bool {
    inner.restated.map { lastStated < $0 } ?? false
  }
}
