import Catalog
import Metrics
import QuerySyntax

/// What the periods of a result are called where companies have different fiscal years: by the month in
/// which they end, with each company's own label.
struct PeriodNames {
  let query: ResolvedQuery

  /// So many companies of one calendar are named beside a label.
  private static let mostNamed = 3

  /// Whether a label alone would say something else of each company.
  var isTold: Bool { query.companies.areSeveral && query.companies.differInCalendar }

  /// The lines above a column: one, or the month with each company's label below it.
  func lines(of entry: PeriodSelection.Entry, part: String) -> [String] {
    if !isTold { return [entry.heading + part] }
    let name = calendarName(of: entry)
    let first = entry.extra.map { "\($0.rawValue)(\(name))" } ?? name
    return [first + part] + (entry.role == .member ? labels(of: entry.periods) : blanks)
  }

  /// The name in one line.
  func text(of entry: PeriodSelection.Entry, part: String) -> String {
    let lines = lines(of: entry, part: part)
    return lines.count == 1 || entry.role != .member
      ? lines[0] : "\(lines[0]) (\(lines.dropFirst().joined(separator: ", ")))"
  }

  /// The month in which an entry ends, without labels.
  func shortText(of entry: PeriodSelection.Entry) -> String {
    isTold ? calendarName(of: entry) : entry.title
  }

  /// What some companies call the periods of an entry.
  func name(of entry: PeriodSelection.Entry, forCompanies names: [String]) -> String {
    guard isTold, names.count == 1, entry.role == .member, !isOfCalendar(entry),
      let company = query.companies.all.first(where: { $0.name == names[0] })
    else { return isTold ? calendarName(of: entry) : entry.title }
    return PeriodNames.label(of: entry.periods, in: company.calendar.aligned)
  }

  /// The months that an entry covers: a company's own, and those of the calendar where there are several
  /// that close on different ones.
  func months(of entry: PeriodSelection.Entry, forCompanies names: [String]) -> [Period] {
    if !query.companies.areSeveral { return entry.periods }
    let owners = query.companies.all.filter { names.contains($0.name) }
    guard let first = owners.first,
      owners.allSatisfy({ $0.calendar.alignment == first.calendar.alignment })
    else { return entry.periods }
    return entry.periods.map(first.calendar.untold)
  }

  private func calendarName(of entry: PeriodSelection.Entry) -> String {
    if entry.role != .member || isOfCalendar(entry) { return entry.title }
    let inOrder = entry.periods.sorted { $0.end < $1.end }
    guard let first = inOrder.first, let last = inOrder.last, inOrder.count > 1 else {
      return inOrder.first.map(PeriodNames.month) ?? entry.title
    }
    let isRange = zip(inOrder, inOrder.dropFirst()).allSatisfy { $0.end + 1 == $1.start }
    return isRange
      ? "\(PeriodNames.month(first)) to \(PeriodNames.month(last))"
      : inOrder.map(PeriodNames.month).joined(separator: ", ")
  }

  /// Whether an entry is named by the calendar, which is the same to all.
  private func isOfCalendar(_ entry: PeriodSelection.Entry) -> Bool {
    entry.periods.count == 1 && FiscalCalendar.calendarName(of: entry.periods[0]) == entry.title
  }

  private static func month(_ period: Period) -> String {
    PeriodLabel.quarterEnding(period.end).description
  }

  /// Each company's label, those of one calendar together.
  private func labels(of periods: [Period]) -> [String] {
    calendars.map { calendar, names in
      let rest = names.count - PeriodNames.mostNamed
      let listed =
        names.prefix(PeriodNames.mostNamed).joined(separator: ", ")
        + (rest > 0 ? " and \(rest) more" : "")
      return "\(listed) \(PeriodNames.label(of: periods, in: calendar.aligned))"
    }
  }

  /// A line for every calendar, without a label.
  private var blanks: [String] { calendars.map { _ in " " } }

  /// The calendars in the order of their first companies, each with the names of its companies.
  private var calendars: [(calendar: FiscalCalendar, names: [String])] {
    query.companies.all.reduce(into: []) { calendars, company in
      if let index = calendars.firstIndex(where: { $0.calendar == company.calendar }) {
        calendars[index].names.append(company.name)
      } else {
        calendars.append((company.calendar, [company.name]))
      }
    }
  }

  /// A company's label of a stretch, else the quarters that fill it.
  private static func label(of periods: [Period], in calendar: FiscalCalendar) -> String {
    if periods.count == 1, let label = calendar.label(of: periods[0]) { return label.description }
    let quarters = periods.flatMap(\.quarters).sorted { $0.end < $1.end }
    guard let first = quarters.first, let last = quarters.last, first != last else {
      return periods.first.map(calendar.name) ?? ""
    }
    let names =
      periods.count == 1
      ? [first, last]
      : [periods.min { $0.end < $1.end }, periods.max { $0.end < $1.end }]
        .compactMap { $0 }
    return names.map { calendar.label(of: $0)?.description ?? calendar.name(of: $0) }
      .joined(separator: " to ")
  }
}
