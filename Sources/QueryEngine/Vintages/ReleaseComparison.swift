import Catalog
import MetricStore
import Metrics

/// What became of all that was known as of one release by another: every published fact, resolved on
/// either basis.
struct ReleaseComparison {
  /// A fact that no longer says what it said.
  struct Change {
    let fact: PrintedFact
    /// What stood as of the first release, or before it was withdrawn by then; nil where it was never
    /// known before the withdrawal.
    let old: ResolvedFigure?
    /// What stands as of the second; nil where it was withdrawn.
    let new: ResolvedFigure?
    /// What changed it.
    let cause: Observation
    /// What became of it.
    let status: String
  }

  /// The facts that changed.
  private(set) var changes: [Change] = []
  /// How many facts were printed again without saying anything else.
  private(set) var repeated = 0
  /// How many of them with more digits.
  private(set) var refined = 0
  /// How many were not printed again.
  private(set) var untouched = 0
  /// How many weren't known as of the first release.
  private(set) var added = 0

  private let judge: ChangeJudge
  private let before: Basis
  private let after: Basis

  /// Compares what stood as of `first` with what stands as of `second`, which came out later.
  init(_ first: StoredRelease, with second: StoredRelease, judge: ChangeJudge) throws {
    self.judge = judge
    before = Basis(cutoff: .release(first))
    after = Basis(cutoff: .release(second))
    for series in try judge.reader.store.series(company: first.company) {
      var rest = try judge.reader.printings(in: series)[...]
      while let period = rest.first?.period {
        let printings = rest.prefix { $0.period == period }
        rest = rest.dropFirst(printings.count)
        let key = series.key
        try add(
          PrintedFact(
            metric: key.metric, segment: key.segment, unit: key.unit, period: period), printings)
      }
    }
  }

  private mutating func add(
    _ fact: PrintedFact, _ printings: some Collection<Observation>
  ) throws {
    let old = standing(printings, on: before)
    let since = printings.filter { isSince($0) }
    guard let cause = since.last else {
      if old != nil { untouched += 1 }
      return
    }
    let new = standing(printings, on: after)
    guard let old else {
      if let new { addAppeared(fact, new, printings, cause) }
      return
    }
    guard let new else {
      let withdrawal = steps(of: printings).last { $0.effect == .withdrawn && $0.before != nil }
      changes.append(
        .init(
          fact: fact, old: old, new: nil, cause: withdrawal?.observation ?? cause,
          status: PublicationHistory.Effect.withdrawn.described))
      return
    }
    switch PublicationHistory.effect(of: new.amount, on: old.amount) {
    case .restated:
      let stands = since.first { $0.sequence == new.terms.first?.sequence }
      let used = changing(printings) ?? stands ?? cause
      let verdict = try judge.verdict(
        on: fact, by: used, from: before.cutoff, to: after.cutoff)
      changes.append(
        .init(fact: fact, old: old, new: new, cause: used, status: verdict.rawValue))
    case _ where new.isConflicting && !old.isConflicting:
      changes.append(
        .init(fact: fact, old: old, new: new, cause: cause, status: "conflicting"))
    case let effect:
      repeated += 1
      if effect == .repeatedFinely { refined += 1 }
    }
  }

  /// Adds a fact that didn't stand as of the first release: it is new, unless it had been withdrawn.
  private mutating func addAppeared(
    _ fact: PrintedFact, _ new: ResolvedFigure, _ printings: some Collection<Observation>,
    _ cause: Observation
  ) {
    guard printings.contains(where: { before.cutoff?.includes($0) == true }) else {
      added += 1
      return
    }
    changes.append(
      .init(
        fact: fact, old: lastKnown(printings), new: new, cause: changing(printings) ?? cause,
        status: PublicationHistory.Effect.statedAgain.described))
  }

  // MARK: - What changed a fact

  private func steps(of printings: some Collection<Observation>) -> [PublicationHistory.Step] {
    PublicationHistory(printings, by: after.cutoff, rounding: judge.reader.company.rounding)
      .steps.filter { isSince($0.observation) }
  }

  /// The printing since which a fact says what it says: what only repeats it later changed nothing.
  private func changing(_ printings: some Collection<Observation>) -> Observation? {
    steps(of: printings).last { $0.effect == .restated || $0.effect == .statedAgain }?.observation
  }

  /// What stood before the withdrawal that counts as of the first release.
  private func lastKnown(_ printings: some Collection<Observation>) -> ResolvedFigure? {
    let history = PublicationHistory(
      printings, by: before.cutoff, rounding: judge.reader.company.rounding)
    guard
      let day = history.steps.last(where: { $0.effect == .withdrawn && $0.before != nil })?
        .observation.published
    else { return nil }
    let eve = CalendarDate(dayNumber: day.dayNumber - 1)
    return standing(printings, on: Basis(cutoff: .day(eve)))
  }

  private func standing(
    _ printings: some Collection<Observation>, on basis: Basis
  ) -> ResolvedFigure? {
    VintageResolution.resolve(printings, on: basis, by: judge.reader.company.rounding)
  }

  private func isSince(_ observation: Observation) -> Bool {
    after.cutoff?.includes(observation) == true && before.cutoff?.includes(observation) == false
  }
}
