/// When a company's fiscal year starts and by which calendar year it is called.
package struct FiscalCalendar: Hashable, Sendable {
  /// Which of its two calendar years names a fiscal year.
  package enum Naming: String, Sendable, CaseIterable {
    /// The year in which it starts, as is usual in Japan.
    case start
    /// The year in which it ends, as is usual in the United States.
    case end
  }

  /// The month in which the fiscal year starts, from 1.
  package let startMonth: Int
  /// Which calendar year names it.
  package let naming: Naming
  /// Whether its periods are told by the quarters of the calendar year; see ``aligned``.
  package let isAligned: Bool

  /// A calendar whose years start in `startMonth`, counted from 1.
  package init(startMonth: Int, naming: Naming) {
    self.init(startMonth: startMonth, naming: naming, isAligned: false)
  }

  private init(startMonth: Int, naming: Naming, isAligned: Bool) {
    self.startMonth = startMonth
    self.naming = naming
    self.isAligned = isAligned
  }

  /// The months by their English names, January first.
  package static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The name of the month in which the fiscal year starts.
  package var startMonthName: String { FiscalCalendar.monthNames[startMonth - 1] }

  /// The calendar year as a fiscal year.
  package static let calendarYear = FiscalCalendar(startMonth: 1, naming: .start)

  /// The period that a label stands for.
  package func period(of label: PeriodLabel) -> Period {
    switch label {
    case .quarter(let quarter, let year):
      Period(end: firstMonth(ofYear: year) + (3 * quarter - 1), months: 3)
    case .half(let half, let year):
      Period(end: firstMonth(ofYear: year) + (6 * half - 1), months: 6)
    case .nineMonths(let year): Period(end: firstMonth(ofYear: year) + 8, months: 9)
    case .year(let year): Period(end: firstMonth(ofYear: year) + 11, months: 12)
    case .calendarQuarter(let quarter, let year):
      Period(end: Month(year: year, month: 3 * quarter), months: 3)
    case .calendarYear(let year): Period(end: Month(year: year, month: 12), months: 12)
    case .quarterEnding(let month): Period(end: month, months: 3)
    }
  }

  /// The label of a period in this calendar; nil for a stretch that is no quarter, half, nine
  /// months or year of it.
  package func label(of period: Period) -> PeriodLabel? {
    let (year, offset) = position(of: period.end)
    switch (period.months, offset) {
    case (0, 2), (0, 5), (0, 8), (0, 11), (3, 2), (3, 5), (3, 8), (3, 11):
      return .quarter((offset + 1) / 3, year: year)
    case (6, 5), (6, 11): return .half((offset + 1) / 6, year: year)
    case (9, 8): return .nineMonths(year: year)
    case (12, 11): return .year(year)
    default: return nil
    }
  }

  /// The period of a grain that holds a month.
  package func period(of grain: Grain, holding month: Month) -> Period {
    if grain.isCalendar {
      return FiscalCalendar.calendarYear.period(of: grain.fiscal, holding: month)
    }
    let (_, offset) = position(of: month)
    let length = grain.months
    return Period(end: month + (length - 1 - offset % length), months: length)
  }

  /// The name by which a period is shown, such as `2Q04`; a stretch without one is told by its end.
  package func name(of period: Period) -> String {
    if let label = label(of: period) { return label.description }
    if let name = FiscalCalendar.calendarName(of: period) { return name }
    let end = "\(period.end.year)-\(period.end.month < 10 ? "0" : "")\(period.end.month)"
    return period.months <= 3 ? end : "\(period.months)M to \(end)"
  }

  /// The name of a quarter or a year of the calendar, such as `CY2004Q3`; nil for anything else.
  package static func calendarName(of period: Period) -> String? {
    switch calendarYear.label(of: period) {
    case .quarter(let quarter, let year):
      PeriodLabel.calendarQuarter(quarter, year: year).description
    case .year(let year): PeriodLabel.calendarYear(year).description
    default: nil
    }
  }

  private func firstMonth(ofYear year: Int) -> Month {
    let startsEarlier = naming == .end && startMonth > 1
    return Month(year: startsEarlier ? year - 1 : year, month: startMonth) - displacement
  }

  /// The fiscal year that holds a month and the month's place in it, from 0.
  private func position(of told: Month) -> (year: Int, offset: Int) {
    let month = told + displacement
    let offset = (month.month - startMonth + 12) % 12
    let first = month - offset
    let startsEarlier = naming == .end && startMonth > 1
    return (startsEarlier ? first.year + 1 : first.year, offset)
  }
}

extension FiscalCalendar {
  /// How many months later its quarters end than the quarters of the calendar year that hold their
  /// midpoints: 1 where the fiscal year starts in February, May, August or November, −1 where it starts
  /// in March, June, September or December.
  ///
  /// A quarter from February to April has its midpoint in March, and so stands beside January to March.
  package var alignment: Int { [0, 1, -1][(startMonth - 1) % 3] }

  /// The same calendar with its periods told by the quarters of the calendar year that they stand
  /// beside, so that those of several companies can be compared.
  package var aligned: FiscalCalendar {
    FiscalCalendar(startMonth: startMonth, naming: naming, isAligned: true)
  }

  /// How many months later its periods end than those by which they are told.
  private var displacement: Int { isAligned ? alignment : 0 }
}
