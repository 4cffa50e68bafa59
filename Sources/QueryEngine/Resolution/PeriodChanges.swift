import Metrics

/// When each period of a series was last said to be otherwise than before: restated, withdrawn, or
/// printed for the first time with another figure than followed from those around it.
struct PeriodChanges: Sendable {
  /// What a publication said otherwise.
  struct Change: Hashable, Sendable {
    /// What it did.
    enum Kind: Hashable, Sendable {
      /// It printed another value.
      case restated
      /// It took the figure back.
      case withdrawn
      /// It printed for the first time what had followed, with another value, from those around it.
      case statedOtherwise
    }

    /// What it did.
    let kind: Kind
    /// The period of the figure.
    let period: Period
    /// Its day.
    let day: CalendarDate
    /// The place of what it printed in the order of appending.
    let sequence: Int64
  }

  /// The last change of each period that changed.
  private(set) var last: [Period: Change] = [:]
  /// The periods that were taken back, and not stated since.
  private(set) var withdrawnPeriods: Set<Period> = []

  /// Whether nothing ever changed.
  var isEmpty: Bool { last.isEmpty }

  /// The day of the last change; nil where nothing changed.
  func day(of period: Period) -> CalendarDate? { last[period]?.day }

  /// The withdrawal of a period that was taken back, and not stated since; nil for any other.
  func withdrawal(of period: Period) -> Change? {
    withdrawnPeriods.contains(period) ? last[period] : nil
  }

  /// Whether the period was taken back, and not stated since.
  func isWithdrawn(_ period: Period) -> Bool { withdrawnPeriods.contains(period) }

  /// Counts a change.
  mutating func add(_ change: Change) {
    let period = change.period
    if change.kind == .withdrawn { withdrawnPeriods.insert(period) }
    if let known = last[period], known.day > change.day { return }
    last[period] = change
  }

  /// Counts what was found elsewhere to have changed before that day.
  mutating func add(_ others: PeriodChanges, before limit: CalendarDate) {
    for (period, change) in others.last where change.day < limit {
      if last[period].map({ $0.day < change.day }) ?? true { last[period] = change }
    }
  }
}
