import Metrics

/// Why a series has no figure for a period, although publications told one.
///
/// A class, so that the many gaps without a cause stay small.
final class Absence: Hashable, Sendable {
  /// What stands in the way.
  enum Cause: Hashable, Sendable {
    /// It was taken back.
    case withdrawn
    /// It would follow from these spans, which were printed before what is inside them changed.
    case outdated([Period])
    /// It would follow from a figure that was taken back.
    case lacksTerm
    /// It would follow from a span that changed by itself, and from these, which didn't.
    case restatedAlone(beside: [Period])
  }

  /// What stands in the way.
  let cause: Cause
  /// What a publication changed: the figure itself, or what it would follow from.
  let change: PeriodChanges.Change
  /// The last day on which the figure followed from what was known; nil where it never did, or was
  /// printed.
  let lastDay: CalendarDate?

  init(cause: Cause, change: PeriodChanges.Change, lastDay: CalendarDate?) {
    self.cause = cause
    self.change = change
    self.lastDay = lastDay
  }

  static func == (left: Absence, right: Absence) -> Bool {
    left.cause == right.cause && left.change == right.change && left.lastDay == right.lastDay
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(cause)
    hasher.combine(change)
  }
}

extension SeriesFigures {
  /// Why there is no figure for a period; nil where nothing that was ever printed gives one.
  ///
  /// A difference that could be taken of what was printed, had nothing been restated, tells what
  /// stands in its way; only a flow has differences.
  func absence(of period: Period, isDerivable: Bool = true) -> Absence? {
    if changes.isEmpty && !hasRevisedFirsts { return nil }
    if let change = changes.withdrawal(of: period) {
      return Absence(cause: .withdrawn, change: change, lastDay: nil)
    }
    if !isDerivable || period.months == 0 { return nil }
    guard let terms = unrevised.terms(of: period) else { return lackingTerm(period) }
    let spans = terms.map(\.period)
    if hasRevisedFirsts { return absenceOfFirst(period, from: terms) }
    return outdated(spans) ?? restatedAlone(spans)
  }

  private func terms(of period: Period) -> [SignedPeriod]? {
    difference(for: period) ?? rollingYear(period)
  }

  /// What was taken back, where a difference could be taken if it hadn't been.
  private func lackingTerm(_ period: Period) -> Absence? {
    guard let spans = unwithdrawn?.terms(of: period)?.map(\.period) else { return nil }
    let withdrawals = spans.compactMap(changes.withdrawal)
    guard let first = withdrawals.min(by: { $0.day < $1.day }) else { return nil }
    return Absence(
      cause: .lacksTerm, change: first,
      lastDay: lastDay(
        before: first, of: spans.filter { changes.withdrawal(of: $0) == nil }))
  }

  /// Of first values, the difference is looked for in what was known when the last of its terms came
  /// out; see ``derived(from:for:)``.
  private func absenceOfFirst(_ period: Period, from terms: [SignedPeriod]) -> Absence? {
    guard let first = (try? combine(terms, .derived))?.firstPublication else { return nil }
    return SeriesFigures(observations, on: Basis(cutoff: .day(first.newest)), by: rounding)
      .absence(of: period)
  }

  private func outdated(_ spans: [Period]) -> Absence? {
    guard let change = spans.lazy.compactMap({ self.changeInside($0) }).first else { return nil }
    let inner = change.period
    let older = spans.filter { span in
      stale.contains(span) && span.start <= inner.start && inner.end <= span.end
        && printed[span]?.vintage.map { $0.lastStated < change.day } ?? false
    }
    return Absence(
      cause: .outdated(older.sorted { ($0.end, $0.months) < ($1.end, $1.months) }),
      change: change, lastDay: lastDay(before: change, of: spans))
  }

  /// What changed first inside a printed span that nobody has stated since; nil where nothing did.
  func changeInside(_ span: Period) -> PeriodChanges.Change? {
    guard stale.contains(span), let stated = printed[span]?.vintage?.lastStated else { return nil }
    let found = changes.last.values.filter { change in
      let inner = change.period
      return inner != span && inner.months > 0 && span.start <= inner.start && inner.end <= span.end
        && change.day > stated
    }
    return found.min {
      ($0.day, $0.period.end, $0.period.months) < ($1.day, $1.period.end, $1.period.months)
    }
  }

  private func restatedAlone(_ spans: [Period]) -> Absence? {
    guard let whole = spans.first, let day = ownChange(of: whole), let change = changes.last[whole]
    else { return nil }
    let others = spans.dropFirst().filter {
      printed[$0]?.vintage.map { $0.lastStated < day } ?? false
    }
    if others.isEmpty { return nil }
    return Absence(
      cause: .restatedAlone(beside: others), change: change,
      lastDay: lastDay(before: change, of: spans))
  }

  /// The eve of a change, where all of the spans had been printed by then.
  private func lastDay(
    before change: PeriodChanges.Change, of spans: [Period]
  ) -> CalendarDate? {
    let areKnown = spans.allSatisfy {
      printed[$0]?.vintage.map { $0.firstStated < change.day } ?? false
    }
    return areKnown ? CalendarDate(dayNumber: change.day.dayNumber - 1) : nil
  }
}
