import Metrics

/// When the figure that stands was first and last stated, and when it last changed.
///
/// A span that was stated before a figure inside it changed counts something else than that figure
/// does, so that the two have no difference; see ``SeriesFigures``.
struct StandingVintage: Hashable, Sendable {
  /// The day of the first publication that stated the fact.
  let firstStated: CalendarDate
  /// The day of the last publication that stated the fact, be it more coarsely.
  let lastStated: CalendarDate
  /// The day of the last publication that said otherwise, beyond rounding, than what had stood; nil
  /// when none did.
  let restated: CalendarDate?
}
