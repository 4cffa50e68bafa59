import Metrics

/// When a segment, or anything below it, has figures of a metric, told by the ends of its quarters.
///
/// A report that was withdrawn was a report all the same: the segment was there. So a life begins with
/// the first quarter in anything that was ever stated, while only figures that stand tell how long it
/// goes on.
struct SegmentLife {
  /// The first quarter in what was stated, be it withdrawn since.
  private(set) var start: Month
  /// The first and the last period of which a figure stands; nil where all were withdrawn.
  private(set) var figures: ClosedRange<Month>?
  /// Whether any of it is told by figures in another currency.
  private(set) var isInOtherCurrencies = false

  /// The life that one series tells of; nil where nothing was ever stated.
  init?(_ series: SeriesFigures) {
    guard let start = series.firstStated else { return nil }
    self.start =
      series.isEmptyBeforeFirstQuarter(from: start) ? series.firstQuarter ?? start : start
    if let first = series.ends.first, let last = series.ends.last { figures = first...last }
  }

  /// The life of what reports in other currencies from a month on: without a figure that counts.
  init(inOtherCurrenciesFrom start: Month) {
    self.start = start
    isInOtherCurrencies = true
  }

  /// The last period of which a figure stands, else the month before the start.
  var lastFigure: Month { figures?.upperBound ?? start - 1 }

  /// The life of two together.
  func joined(with other: SegmentLife) -> SegmentLife {
    var joint = self
    joint.start = min(start, other.start)
    joint.isInOtherCurrencies = isInOtherCurrencies || other.isInOtherCurrencies
    if let own = figures, let others = other.figures {
      joint.figures =
        min(own.lowerBound, others.lowerBound)...max(own.upperBound, others.upperBound)
    } else {
      joint.figures = figures ?? other.figures
    }
    return joint
  }
}

extension SeriesFigures {
  /// Whether the quarters from `start` to the first that was printed by itself add up to nothing: the
  /// year of a segment that began inside it holds no more than its last quarters do.
  fileprivate func isEmptyBeforeFirstQuarter(from start: Month) -> Bool {
    guard let first = firstQuarter, first > start else { return false }
    let before = Period(end: first - 3, months: Int(first.number - start.number))
    return (try? flow(before))?.amount.isZero ?? false
  }
}
