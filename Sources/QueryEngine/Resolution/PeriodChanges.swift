import Metrics

/// When each period of a series was last said to be otherwise than before: restated, withdrawn, or
/// printed for the first time with another figure than followed from those around it.
struct PeriodChanges: Sendable {
  /// The day of the last change of each period that changed.
  private(set) var days: [Period: CalendarDate] = [:]
  private var withdrawn: Set<Period> = []

  /// The day of the last change; nil where nothing changed.
  func day(of period: Period) -> CalendarDate? { days[period] }

  /// Whether the period was taken back, and not stated since.
  func isWithdrawn(_ period: Period) -> Bool { withdrawn.contains(period) }

  /// Counts a change on that day.
  mutating func add(_ period: Period, on day: CalendarDate) {
    days[period] = max(day, days[period] ?? day)
  }

  /// Counts what was found elsewhere to have changed before that day.
  mutating func add(_ others: PeriodChanges, before limit: CalendarDate) {
    for (period, day) in others.days where day < limit { add(period, on: day) }
  }

  /// Counts a withdrawal on that day.
  mutating func withdraw(_ period: Period, on day: CalendarDate) {
    withdrawn.insert(period)
    add(period, on: day)
  }
}
