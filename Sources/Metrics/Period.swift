/// A stretch of whole quarters, or a moment, told by the month in which it ends.
///
/// A period knows no fiscal year: the same three months are 2Q04 to one company and 1Q05 to another.
/// Names come from a ``FiscalCalendar``.
package struct Period: Hashable, Sendable {
  /// The last month.
  package let end: Month
  /// The months covered: 3, 6, 9 or 12, and 0 for a moment at the end of `end`.
  package let months: Int

  /// The period of so many months that ends with `end`.
  package init(end: Month, months: Int) {
    self.end = end
    self.months = months
  }

  /// The quarter that ends with `end`.
  package static func quarter(ending end: Month) -> Period {
    Period(end: end, months: 3)
  }

  /// The moment at the end of this period, at which stocks are taken.
  package var instant: Period { Period(end: end, months: 0) }

  /// The first month; for a moment, its own month.
  package var start: Month { end - max(0, months - 1) }

  /// The last month of the first quarter inside; for a moment, its own month.
  package var firstQuarterEnd: Month { end - max(0, months - 3) }

  /// The quarters inside, first to last; a moment holds the quarter that it closes.
  package var quarters: [Period] {
    stride(from: max(0, months - 3), through: 0, by: -3).map { .quarter(ending: end - $0) }
  }

  /// The period of the same length that many months later.
  package func shifted(byMonths count: Int) -> Period {
    Period(end: end + count, months: months)
  }

  /// Whether the two have a month in common.
  package func overlaps(_ other: Period) -> Bool {
    start <= other.end && other.start <= end
  }
}
