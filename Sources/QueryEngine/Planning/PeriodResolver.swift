import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Decides which periods a query shows: those it names, a range of its grain, or all that have a
/// value.
struct PeriodResolver {
  /// The longest range that is taken; more is a slip of the finger.
  private static let mostPeriods = 4_000

  let query: Query
  let form: QueryForm
  let arithmetic: PeriodArithmetic
  /// The columns named by `for` or behind the measures.
  private let columns: [PeriodColumn]

  init(
    query: Query, form: QueryForm, calendar: FiscalCalendar, catalog: Catalog,
    reach: @escaping () throws -> (first: Period, last: Period)?
  ) {
    self.query = query
    self.form = form
    arithmetic = PeriodArithmetic(calendar: calendar, catalog: catalog, reach: reach)
    var columns: [PeriodColumn] = query.period.map { [$0] } ?? []
    for case .columns(let named) in query.clauses.lazy.map(\.kind) { columns += named }
    self.columns = columns
  }

  private var calendar: FiscalCalendar { arithmetic.calendar }

  func resolve() throws -> PeriodSelection {
    var selection = try selection()
    selection.overreaches = try overreaches()
    return selection
  }

  private func selection() throws -> PeriodSelection {
    if !columns.isEmpty, !form.collapsesPeriods, form.grain == nil {
      let entries = try columns.flatMap(entries)
      return PeriodSelection(
        entries: entries, title: PeriodResolver.title(of: entries.flatMap(\.periods)),
        areListed: columns.contains { if case .span = $0.kind { false } else { true } })
    }
    let periods = try selectedPeriods()
    if form.collapsesPeriods, form.grain == nil { return try collapsed(periods) }
    return PeriodSelection(
      entries: periods.map { .init(title: name(of: $0), periods: [$0]) },
      title: form.grain?.grain.rawValue ?? PeriodResolver.title(of: periods))
  }

  /// The entries of one named column, each called as it was written.
  private func entries(of column: PeriodColumn) throws -> [PeriodSelection.Entry] {
    switch column.kind {
    case .period(let expression): return [try entry(for: expression)]
    case .span: return try periods(of: column).map { .init(title: name(of: $0), periods: [$0]) }
    case .extra(let extra, let expression):
      var entry = try entry(for: expression)
      entry.extra = extra
      return [entry]
    }
  }

  private func entry(for expression: PeriodExpression) throws -> PeriodSelection.Entry {
    let period = try arithmetic.period(expression)
    guard case .label(let label, _) = expression.kind else {
      return .init(title: calendar.name(of: period), periods: [period])
    }
    return .init(title: label.description, periods: [period])
  }

  /// A period's fiscal name, or its calendar name where rows or columns follow the calendar.
  private func name(of period: Period) -> String {
    guard form.grain?.grain.isCalendar == true else { return calendar.name(of: period) }
    return FiscalCalendar.calendarName(of: period) ?? calendar.name(of: period)
  }

  private func selectedPeriods() throws -> [Period] {
    if let columns = try namedColumns() { return try split(columns) }
    let (first, last) = try bounds()
    guard first.end <= last.end else { throw emptyRange(from: first, through: last) }
    let grain = try form.grain?.grain ?? grainOfEnds() ?? clauseGrain
    return try grainPeriods(from: first, through: last, grain)
  }

  private func emptyRange(from first: Period, through last: Period) -> Diagnostic {
    let (from, through) = (calendar.name(of: first), calendar.name(of: last))
    let range = rangeClause?.range ?? query.range
    if case .since = rangeClause?.kind, !query.clauses.contains(where: \.isUntil) {
      return QueryMessage.beyondReported(from, through, at: range)
    }
    if case .until = rangeClause?.kind {
      return QueryMessage.beforeReported(through, from, at: range)
    }
    return QueryMessage.emptyRange(from, through, at: range)
  }

  /// The periods named by `for` or behind the measures; nil when the query names none.
  private func namedColumns() throws -> [Period]? {
    columns.isEmpty ? nil : try columns.flatMap(periods)
  }

  private func periods(of column: PeriodColumn) throws -> [Period] {
    switch column.kind {
    case .period(let expression): return [try arithmetic.period(expression)]
    case .span(let from, let to):
      let (first, last) = (try arithmetic.period(from), try arithmetic.period(to))
      return try grainPeriods(
        from: firstQuarter(of: first), through: lastQuarter(of: last), .quarter)
    case .extra(let extra, _): throw QueryMessage.extraAmongCollapsed(extra, at: column.range)
    }
  }

  /// Named periods cut into the grain that `by` or `across` asks for.
  private func split(_ periods: [Period]) throws -> [Period] {
    guard let (grain, range) = form.grain else { return periods }
    var result: [Period] = []
    for period in periods {
      guard period.months >= grain.months else {
        throw QueryMessage.shorterThanGrain(calendar.name(of: period), grain, at: range)
      }
      let parts = try grainPeriods(
        from: firstQuarter(of: period), through: lastQuarter(of: period), grain)
      for part in parts where !result.contains(part) { result.append(part) }
    }
    return result
  }

  private func grainPeriods(
    from first: Period, through last: Period, _ grain: Grain
  ) throws -> [Period] {
    var period = calendar.period(of: grain, holding: first.end)
    let final = calendar.period(of: grain, holding: last.end)
    var result: [Period] = []
    while period.end <= final.end {
      result.append(period)
      guard result.count <= PeriodResolver.mostPeriods else {
        throw QueryMessage.tooManyPeriods(
          PeriodResolver.mostPeriods, at: rangeClause?.range ?? query.range)
      }
      period = calendar.period(of: grain, holding: period.end + 1)
    }
    return result
  }
}

extension PeriodResolver {
  /// The ends of the range beyond what is reported; none where both are typed, which was meant so.
  private func overreaches() throws -> [PeriodSelection.Overreach] {
    let clauses = query.clauses.filter(\.isOpenRange)
    guard let clause = clauses.first, clauses.count == 1 else { return [] }
    let (reach, (first, last)) = (try reached(), try bounds())
    var overreaches: [PeriodSelection.Overreach] = []
    if first.end < reach.first.end {
      overreaches.append(
        .init(clause: clause.canonicalText, reached: reach.first, isEnd: false))
    }
    if last.end > reach.last.end {
      overreaches.append(.init(clause: clause.canonicalText, reached: reach.last, isEnd: true))
    }
    return overreaches
  }

  /// The first and the last quarter of the range that the clauses name.
  private func bounds() throws -> (first: Period, last: Period) {
    var from: Period?
    var through: Period?
    var count: (Int, Grain)?
    for clause in query.clauses {
      switch clause.kind {
      case .span(let first, let last):
        from = firstQuarter(of: try arithmetic.period(first))
        through = lastQuarter(of: try arithmetic.period(last))
      case .since(let first): from = firstQuarter(of: try arithmetic.period(first))
      case .until(let last): through = lastQuarter(of: try arithmetic.period(last))
      case .last(let number, let grain): count = (try number.value(), grain)
      default: continue
      }
    }
    let last = try through ?? reached().last
    if let (number, grain) = count { return (try start(of: number, grain, upTo: last), last) }
    return (try from ?? reached().first, last)
  }

  /// The first quarter of the `number` periods that end with the one that holds `last`.
  private func start(of number: Int, _ grain: Grain, upTo last: Period) throws -> Period {
    guard number >= 1, number <= PeriodResolver.mostPeriods else {
      throw QueryMessage.tooManyPeriods(
        PeriodResolver.mostPeriods, at: rangeClause?.range ?? query.range)
    }
    let final = calendar.period(of: grain, holding: last.end)
    return firstQuarter(of: final.shifted(byMonths: -grain.months * (number - 1)))
  }

  /// The grain of `last 3 halves`, else a quarter.
  private var clauseGrain: Grain {
    for case .last(_, let grain) in query.clauses.lazy.map(\.kind) { return grain }
    return .quarter
  }

  /// The grain of both bounds where only the ends of a range count: `cagr revenue from FY01 to FY04`
  /// compares years, whose first and last quarters differ by a season.
  private func grainOfEnds() throws -> Grain? {
    guard form.measures.contains(where: { $0.expression.calls.contains { $0.verb == .cagr } })
    else { return nil }
    for case .span(let first, let last) in query.clauses.lazy.map(\.kind) {
      let ends = [try arithmetic.period(first), try arithmetic.period(last)]
      return [Grain.year, .half].first { grain in
        ends.allSatisfy { calendar.period(of: grain, holding: $0.end) == $0 }
      }
    }
    return nil
  }

  private var rangeClause: Clause? {
    query.clauses.first {
      switch $0.kind {
      case .span, .since, .until, .last, .columns: true
      default: false
      }
    }
  }

  private func reached() throws -> (first: Period, last: Period) {
    guard let reach = try arithmetic.reach() else {
      throw QueryMessage.noFigures(at: query.measures.first?.expression.range ?? query.range)
    }
    return reach
  }

  private func firstQuarter(of period: Period) -> Period {
    period.quarters.first ?? .quarter(ending: period.end)
  }

  private func lastQuarter(of period: Period) -> Period { .quarter(ending: period.end) }

  /// All periods as one entry whose figures are added up.
  private func collapsed(_ periods: [Period]) throws -> PeriodSelection {
    for (index, period) in periods.enumerated() {
      if let other = periods[..<index].first(where: { $0.overlaps(period) }) {
        throw QueryMessage.overlappingPeriods(
          calendar.name(of: other), calendar.name(of: period), at: rangeClause?.range ?? query.range
        )
      }
    }
    return PeriodSelection(
      entries: [.init(title: title(ofCollapsed: periods), periods: periods)], title: "period")
  }

  private func title(ofCollapsed periods: [Period]) -> String {
    let names = periods.map(calendar.name)
    guard periods.count > 1,
      zip(periods, periods.dropFirst()).allSatisfy({ $0.end + 1 == $1.start })
    else { return names.joined(separator: form.joinsCollapsed) }
    return "\(names[0]) to \(names[names.count - 1])"
  }

  private static func title(of periods: [Period]) -> String {
    guard let months = periods.first?.months, periods.allSatisfy({ $0.months == months }) else {
      return "period"
    }
    switch months {
    case 3: return "quarter"
    case 6: return "half"
    case 9: return "nine months"
    case 12: return "year"
    default: return "period"
    }
  }
}

extension Clause {
  fileprivate var isUntil: Bool { if case .until = kind { true } else { false } }

  /// Whether it names one end of a range, or its length.
  fileprivate var isOpenRange: Bool {
    switch kind {
    case .since, .until, .last: true
    default: false
    }
  }
}
