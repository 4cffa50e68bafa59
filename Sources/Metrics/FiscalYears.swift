/// Fiscal years that all start in one month.
struct FiscalYears {
  /// The month in which they start, from 1.
  let startMonth: Int
  /// Which calendar year names them.
  let naming: FiscalCalendar.Naming
  /// Whether their periods are told by the quarters of the calendar year.
  let isAligned: Bool

  /// How many months later their quarters end than the quarters of the calendar year that hold their
  /// midpoints: 1 where they start in February, May, August or November, −1 where in March, June,
  /// September or December.
  var alignment: Int { [0, 1, -1][(startMonth - 1) % 3] }

  /// How many months later their periods end than those by which they are told.
  var displacement: Int { isAligned ? alignment : 0 }

  /// The period that a label of a fiscal year stands for.
  func period(of label: PeriodLabel) -> Period {
    switch label {
    case .quarter(let quarter, let year):
      Period(end: firstMonth(ofYear: year) + (3 * quarter - 1), months: 3)
    case .half(let half, let year):
      Period(end: firstMonth(ofYear: year) + (6 * half - 1), months: 6)
    case .nineMonths(let year): Period(end: firstMonth(ofYear: year) + 8, months: 9)
    case .year(let year), .calendarYear(let year):
      Period(end: firstMonth(ofYear: year) + 11, months: 12)
    case .calendarQuarter(let quarter, let year):
      Period(end: Month(year: year, month: 3 * quarter), months: 3)
    case .quarterEnding(let month): Period(end: month, months: 3)
    }
  }

  /// The label of a period; nil for a stretch that is no quarter, half, nine months or year.
  func label(of period: Period) -> PeriodLabel? {
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

  /// The period of so many months that holds a month.
  func period(of length: Int, holding month: Month) -> Period {
    let (_, offset) = position(of: month)
    return Period(end: month + (length - 1 - offset % length), months: length)
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
