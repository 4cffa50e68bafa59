import Catalog
import Metrics

extension ResultNotes {
  /// Where a company changed its fiscal year in the time that is looked at: which of its years are
  /// short, and what that is to growth and to sums of twelve months.
  var yearChanges: [String] {
    query.companies.all.flatMap { company in
      zip(company.calendar.changes, company.calendar.shortYears).compactMap { change, short in
        let told = query.companies.areSeveral ? company.calendar.told(short) : short
        return isLookedAt(told) ? text(of: change, short, company) : nil
      }
    }
  }

  private func text(
    of change: FiscalCalendar.Change, _ short: Period, _ company: Company
  ) -> String {
    let month = PeriodLabel.quarterEnding(change.from)
    let isOfQuarters = short.months.isMultiple(of: 3)
    let stretch = SessionMessage.count(short.months, "month")
    let text =
      "\(company.name) changed its fiscal year with \(month), after "
      + (isOfQuarters ? "a year of \(stretch)" : "\(stretch) beside its quarters")
      + " (\(company.calendar.name(of: short)))"
    if !looksBack { return text }
    let drift = isOfQuarters ? "" : ", and its quarters end with other months since"
    return text + "; growth and sums of several quarters go by the calendar\(drift)"
  }

  /// Whether the periods shown, or the year before them where they are compared with it, meet a
  /// short year.
  private func isLookedAt(_ short: Period) -> Bool {
    query.periods.entries.flatMap(\.periods).contains { period in
      if !looksBack, period.months <= 3 { return period == short }
      let start = looksBack ? period.start - 12 : period.start
      return start <= short.end && short.start <= period.end
    }
  }

  private var looksBack: Bool {
    query.measures.flatMap { [$0] + $0.extras.values }.contains {
      $0.expression.contains(where: \.looksBack)
    }
  }
}

extension TypedExpression {
  /// Whether it takes figures of other times than the one at which it stands.
  fileprivate var looksBack: Bool {
    switch self {
    case .compared, .windowed, .indexed, .contribution, .compounded, .annualized, .averageBalance:
      true
    default: false
    }
  }
}
