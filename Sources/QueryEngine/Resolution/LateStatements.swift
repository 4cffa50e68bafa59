import Metrics

/// The periods that were printed for the first time after a longer span around them had last been.
///
/// Until then their figure followed from the span, and what is printed at last may be another one. The
/// periods have to come in the order of their ends, the shorter first.
struct LateStatements {
  private var seen: [(period: Period, firstStated: CalendarDate)] = []
  private var found: [CalendarDate: Set<Period>] = [:]

  /// The days on which such periods came out, first to last.
  var byDay: [(day: CalendarDate, periods: Set<Period>)] {
    found.sorted { $0.key < $1.key }.map { (day: $0.key, periods: $0.value) }
  }

  /// Counts one more printed period, and looks at those inside it.
  mutating func add(_ span: Period, _ vintage: StandingVintage) {
    if span.months == 0 { return }
    for inner in seen.reversed() {
      if inner.period.end < span.start { break }
      if inner.period.start >= span.start, inner.firstStated > vintage.lastStated {
        found[inner.firstStated, default: []].insert(inner.period)
      }
    }
    seen.append((span, vintage.firstStated))
  }
}
