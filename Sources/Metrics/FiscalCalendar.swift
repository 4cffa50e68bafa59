/// When a company's fiscal years start and by which calendar year they are called.
///
/// A company can change its year. The months between the last year that began as before and the first one that
/// begins otherwise are a short year, whose periods keep the names that they had begun with.
package struct FiscalCalendar: Hashable, Sendable {
  /// Which of its two calendar years names a fiscal year.
  package enum Naming: String, Sendable, CaseIterable {
    /// The year in which it starts, as is usual in Japan.
    case start
    /// The year in which it ends, as is usual in the United States.
    case end
  }

  /// From when on the fiscal year starts in another month.
  package struct Change: Hashable, Sendable {
    /// The first month of the first year that starts so.
    package let from: Month
    /// Which calendar year names such a year.
    package let naming: Naming

    /// A change that takes effect with a month.
    package init(from: Month, naming: Naming) {
      self.from = from
      self.naming = naming
    }
  }

  /// The month in which the first fiscal years start, from 1.
  package let startMonth: Int
  /// Which calendar year names them.
  package let naming: Naming
  /// When that changed, in the order of time; never where it didn't.
  package let changes: [Change]
  /// Whether its periods are told by the quarters of the calendar year; see ``aligned``.
  package let isAligned: Bool

  /// A calendar whose years start in `startMonth`, counted from 1, until they change.
  package init(startMonth: Int, naming: Naming, changes: [Change] = []) {
    self.init(startMonth: startMonth, naming: naming, changes: changes, isAligned: false)
  }

  private init(startMonth: Int, naming: Naming, changes: [Change], isAligned: Bool) {
    self.startMonth = startMonth
    self.naming = naming
    self.changes = changes
    self.isAligned = isAligned
  }

  /// The months by their English names, January first.
  package static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The name of the month in which the first fiscal years start.
  package var startMonthName: String { FiscalCalendar.monthNames[startMonth - 1] }

  /// The calendar year as a fiscal year.
  package static let calendarYear = FiscalCalendar(startMonth: 1, naming: .start)

  /// The period that a label stands for; the newest that bears it, should a change of the year have
  /// given it to two.
  package func period(of label: PeriodLabel) -> Period {
    switch label {
    case .calendarQuarter(let quarter, let year):
      return Period(end: Month(year: year, month: 3 * quarter), months: 3)
    case .calendarYear(let year): return Period(end: Month(year: year, month: 12), months: 12)
    case .quarterEnding(let month): return Period(end: month, months: 3)
    case .quarter, .half, .nineMonths, .year:
      if changes.isEmpty { return firstYears.period(of: label) }
      let eras = eras
      for era in eras.reversed() {
        let period = era.years.period(of: label)
        if era.begins(before: period) { return label.isYear ? era.cut(period) : period }
      }
      return eras[0].years.period(of: label)
    }
  }

  /// The label of a period in this calendar; nil for a stretch that is no quarter, half, nine
  /// months or year of it.
  package func label(of period: Period) -> PeriodLabel? {
    guard let label = era(holding: period.end).years.label(of: period) else { return nil }
    // Where a change gave a label to two periods, only the newer one is called by it.
    return changes.isEmpty || self.period(of: label).end == period.end ? label : nil
  }

  /// The period of a grain that holds a month; the last one before a change may be short.
  package func period(of grain: Grain, holding month: Month) -> Period {
    if grain.isCalendar {
      return FiscalCalendar.calendarYear.period(of: grain.fiscal, holding: month)
    }
    let era = era(holding: month)
    return era.cut(era.years.period(of: grain.months, holding: month))
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
}

extension FiscalCalendar {
  /// The same calendar with its periods told by the quarters of the calendar year that they stand
  /// beside, so that those of several companies can be compared.
  ///
  /// A quarter from February to April has its midpoint in March, and so stands beside January to March.
  package var aligned: FiscalCalendar {
    FiscalCalendar(startMonth: startMonth, naming: naming, changes: changes, isAligned: true)
  }

  /// A period told by its own months, as the aligned calendar tells it.
  package func told(_ period: Period) -> Period {
    period.shifted(byMonths: -own.era(holding: period.end).years.alignment)
  }

  /// A period that the aligned calendar tells, told by its own months.
  package func untold(_ period: Period) -> Period {
    period.shifted(byMonths: aligned.era(holding: period.end).years.alignment)
  }

  /// How many months later than the calendar quarters that they stand beside its quarters end now.
  package var alignment: Int {
    changes.isEmpty ? firstYears.alignment : eras[eras.count - 1].years.alignment
  }

  /// The months that belong to no whole year: those between a year that began as before and the first
  /// that begins otherwise, each as one period.
  package var shortYears: [Period] {
    zip(eras, changes).map { era, _ in era }.compactMap { era in
      guard let last = era.last else { return nil }
      let year = period(of: .year, holding: last)
      return year.months < 12 ? year : nil
    }
  }

  private var own: FiscalCalendar {
    FiscalCalendar(startMonth: startMonth, naming: naming, changes: changes, isAligned: false)
  }
}

extension FiscalCalendar {
  /// The time in which the fiscal year starts in one month.
  private struct Era {
    let years: FiscalYears
    /// The first month; nil for the beginning of time.
    let first: Month?
    /// The last month; nil for the end of time.
    let last: Month?

    func begins(before period: Period) -> Bool { first.map { $0 <= period.start } ?? true }

    /// What of a period lies before the end of the era.
    func cut(_ period: Period) -> Period {
      guard let last, last < period.end, period.start <= last else { return period }
      return Period(end: last, months: period.months - Int(period.end.number - last.number))
    }
  }

  private var firstYears: FiscalYears {
    FiscalYears(startMonth: startMonth, naming: naming, isAligned: isAligned)
  }

  private var eras: [Era] {
    let later = changes.map {
      FiscalYears(startMonth: $0.from.month, naming: $0.naming, isAligned: isAligned)
    }
    let starts = zip(changes, later).map { $0.from - $1.displacement }
    let years = [firstYears] + later
    return years.indices.map { index in
      Era(
        years: years[index], first: index == 0 ? nil : starts[index - 1],
        last: index < starts.count ? starts[index] - 1 : nil)
    }
  }

  private func era(holding month: Month) -> Era {
    if changes.isEmpty { return Era(years: firstYears, first: nil, last: nil) }
    let eras = eras
    return eras.last { $0.first.map { $0 <= month } ?? true } ?? eras[0]
  }
}

extension PeriodLabel {
  fileprivate var isYear: Bool { if case .year = self { true } else { false } }
}
