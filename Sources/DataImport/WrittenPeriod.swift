package import Metrics
import TextForm

/// A period as a file has it: a label such as `2Q04`, or the day on which it ended.
package enum WrittenPeriod: Hashable, Sendable, CustomStringConvertible {
  case label(PeriodLabel)
  case end(CalendarDate)

  /// Reads a label in any form of the language, or a date such as `2004-09-30`.
  package init?(parsing text: String) {
    let folded = NameFolding.compatibilityComposed(text)
    if let date = CalendarDate(parsing: folded) {
      self = .end(date)
    } else if let label = PeriodLabel(parsing: folded) {
      self = .label(label)
    } else {
      return nil
    }
  }

  /// The years of which there can be releases; any other is a slip of whoever typed it.
  static let years = 1900...2200

  /// Whether the period is of a year of which there can be a release.
  var isWithinReach: Bool {
    switch self {
    case .end(let day): WrittenPeriod.years.contains(day.month.year)
    case .label(let label): WrittenPeriod.years.contains(label.writtenYear)
    }
  }

  /// Whether a day is written, and not a label.
  var isDay: Bool { if case .end = self { true } else { false } }

  /// The period that is meant, and its last day where that isn't the last of its month.
  ///
  /// A stock is taken at the end, whatever stretch the label names. A date, and a month such as
  /// `2004-09`, tells only an end: it stands for the fiscal quarter that ends there, and is nil where
  /// none does.
  ///
  /// - Parameters:
  ///   - calendar: The fiscal calendar of the company whose figure it is.
  ///   - isStock: Whether the figure is an amount at a moment.
  /// - Returns: The period and its last day; nil for a date or a month that ends no quarter.
  package func resolved(
    in calendar: FiscalCalendar, isStock: Bool
  ) -> (period: Period, lastDay: CalendarDate?)? {
    switch self {
    case .label(let label):
      let period = calendar.period(of: label)
      if case .quarterEnding = label, calendar.label(of: period) == nil { return nil }
      return (isStock ? period.instant : period, nil)
    case .end(let day):
      let quarter = Period.quarter(ending: WrittenPeriod.month(endingOn: day))
      guard calendar.label(of: quarter) != nil else { return nil }
      return (isStock ? quarter.instant : quarter, day == quarter.end.lastDay ? nil : day)
    }
  }

  /// The period as it may be written.
  package var description: String {
    switch self {
    case .label(let label): label.description
    case .end(let day): day.description
    }
  }

  /// The month that ends on or about a day.
  ///
  /// A year of 52 or 53 weeks ends on the same weekday each time, and so at times in the first days
  /// of the next month.
  private static func month(endingOn day: CalendarDate) -> Month {
    day.components.day <= 7 ? day.month - 1 : day.month
  }
}

extension PeriodLabel {
  /// The year that is written, in full.
  fileprivate var writtenYear: Int {
    switch self {
    case .quarter(_, let year), .half(_, let year), .nineMonths(let year), .year(let year),
      .calendarQuarter(_, let year), .calendarYear(let year):
      year
    case .quarterEnding(let month): month.year
    }
  }
}
