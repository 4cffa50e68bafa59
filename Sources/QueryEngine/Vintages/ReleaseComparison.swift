import Catalog
import MetricStore
import Metrics

/// What became of all that was known as of one release by another: every published fact, resolved on
/// either basis.
struct ReleaseComparison {
  /// A fact that no longer says what it said.
  struct Change {
    let fact: PrintedFact
    /// What stood as of the first release.
    let old: ResolvedFigure
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
  /// How many had been withdrawn as of the first release, and are stated again.
  private(set) var restored = 0

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
      if new == nil { return }
      let wasKnown = printings.contains { before.cutoff?.includes($0) == true }
      if wasKnown { restored += 1 } else { added += 1 }
      return
    }
    guard let new else {
      let withdrawal = since.last { $0.state == .withdrawn } ?? cause
      changes.append(
        .init(fact: fact, old: old, new: nil, cause: withdrawal, status: "withdrawn"))
      return
    }
    switch PublicationHistory.effect(of: new.amount, on: old.amount) {
    case .restated:
      let used = since.first { $0.sequence == new.terms.first?.sequence } ?? cause
      let verdict = try judge.verdict(on: fact, from: before, to: after, by: used)
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

  private func standing(
    _ printings: some Collection<Observation>, on basis: Basis
  ) -> ResolvedFigure? {
    VintageResolution.resolve(printings, on: basis, by: judge.reader.company.rounding)
  }

  private func isSince(_ observation: Observation) -> Bool {
    after.cutoff?.includes(observation) == true && before.cutoff?.includes(observation) == false
  }
}
