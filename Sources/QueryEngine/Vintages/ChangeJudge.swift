import Catalog
import MetricStore
import Metrics

/// Tells why a published figure says something else than before.
struct ChangeJudge {
  /// Why a figure changed.
  enum Verdict: String {
    /// The segments were divided anew: their sum, and the figure of their parent, stayed.
    case reclassified
    /// The publication states nothing that hadn't been stated before: it only corrects.
    case corrected
    /// Anything else: a publication of new figures prints an old one with another value.
    case restated
  }

  let reader: FactReader
  let catalog: Catalog
  let releases: [StoredRelease]

  /// Why a fact says something else since `observation`, which changed it.
  ///
  /// What counts is the day of that publication, from the eve on: what came out before and after it
  /// has reasons of its own. Of a day with several releases, `before` and `after` may name those
  /// between which the change is looked at.
  func verdict(
    on fact: PrintedFact, by observation: Observation, from before: Basis.Cutoff? = nil,
    to after: Basis.Cutoff? = nil
  ) throws -> Verdict {
    let day = observation.published
    let eve = CalendarDate(dayNumber: day.dayNumber - 1)
    let old = before.flatMap { $0.day == day ? $0 : nil } ?? .day(eve)
    let new = after.flatMap { $0.day == day ? $0 : nil } ?? .day(day)
    if try isReclassified(fact, from: Basis(cutoff: old), to: Basis(cutoff: new)) {
      return .reclassified
    }
    return try isCorrection(observation) ? .corrected : .restated
  }

  // MARK: - Reclassification

  /// Whether the segments beside a fact's were divided anew while what they add up to stayed.
  ///
  /// Where their parent changed as well, it is the parent that has to be reclassified.
  private func isReclassified(
    _ fact: PrintedFact, from before: Basis, to after: Basis
  ) throws -> Bool {
    guard fact.segment != Segment.rootPath, addsUp(fact.metric) else { return false }
    let parent = catalog.segment(at: fact.segment)?.parentPath ?? Segment.rootPath
    let whole = fact.of(parent)
    if let old = try reader.standing(whole, on: before),
      let new = try reader.standing(whole, on: after), !VintageResolution.agree(old, new)
    {
      return try isReclassified(whole, from: before, to: after)
    }
    let children = catalog.children(of: parent).map { fact.of($0.path) }
    guard let old = try sum(of: children, on: before), let new = try sum(of: children, on: after)
    else { return false }
    return old.meets(new)
  }

  private func addsUp(_ metric: String) -> Bool {
    let kind = catalog.metric(named: metric)?.signature.kind
    return kind == .flow || kind == .stock
  }

  private func sum(of facts: [PrintedFact], on basis: Basis) throws -> Amount? {
    let amounts = try facts.compactMap { try reader.standing($0, on: basis) }
    guard let first = amounts.first else { return nil }
    return try amounts.dropFirst().reduce(first) { try $0 + $1 }
  }

  // MARK: - Correction

  /// How many observations of a release are read at a time: the first of an ordinary one is new.
  private static let batch: Int64 = 256

  /// Whether nothing that came out with an observation is new.
  private func isCorrection(_ observation: Observation) throws -> Bool {
    guard let release = releases.first(where: { $0.sequences.contains(observation.sequence) })
    else { return false }
    var start = release.sequences.lowerBound
    while start < release.sequences.upperBound {
      let end = min(start + ChangeJudge.batch, release.sequences.upperBound)
      for other in try reader.store.storedObservations(start..<end)
      where other.observation.published == observation.published {
        if try isNew(other) { return false }
      }
      start = end
    }
    return true
  }

  private func isNew(_ stored: StoredObservation) throws -> Bool {
    try reader.printings(of: PrintedFact(stored)).first.map {
      $0.published >= stored.observation.published
    } ?? true
  }
}
