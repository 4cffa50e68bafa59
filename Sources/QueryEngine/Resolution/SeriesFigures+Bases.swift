import Metrics

/// Figures have a difference or a sum only while they count the same: on one basis.
extension SeriesFigures {
  /// Whether something was printed for a span that is on one basis with what is printed inside it,
  /// and was stated on that day or later.
  func isTerm(_ span: Period, since day: CalendarDate? = nil) -> Bool {
    guard let figure = printed[span], !stale.contains(span) else { return false }
    guard let day, let vintage = figure.vintage else { return true }
    return vintage.lastStated >= day
  }

  /// The printed spans around a changed period that nobody has stated since.
  ///
  /// A company that reclassifies restates quarters, and seldom the halves that it printed before:
  /// these still count what the quarters no longer do.
  var staleSpans: Set<Period> {
    var stale: Set<Period> = []
    for (inner, change) in changes.last where inner.months > 0 {
      for months in stride(from: inner.months + 3, through: longest, by: 3) {
        for shift in stride(from: 0, through: months - inner.months, by: 3) {
          let span = Period(end: inner.end + shift, months: months)
          if let vintage = printed[span]?.vintage, vintage.lastStated < change.day {
            stale.insert(span)
          }
        }
      }
    }
    return stale
  }

  /// The day on which a span changed by itself; nil where it didn't, or followed what changed inside
  /// it.
  ///
  /// A year that is restated alone no longer counts what its parts do, as long as these aren't stated
  /// again: the whole of its change would go into whatever is left over.
  func ownChange(of span: Period) -> CalendarDate? {
    guard let day = changes.day(of: span), let first = printed[span]?.vintage?.firstStated else {
      return nil
    }
    let isExplained = changes.last.contains { inner, changed in
      inner != span && inner.months > 0 && inner.start >= span.start && inner.end <= span.end
        && changed.day > first && changed.day <= day
    }
    return isExplained ? nil : day
  }
}
