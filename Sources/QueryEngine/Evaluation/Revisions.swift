import Catalog
import Metrics

/// What publications revised behind a value, and what of it they left behind.
///
/// Only figures of a series in which something changed have any; all other values are spared the
/// bookkeeping.
final class Revisions: Sendable {
  /// A series of one company.
  struct Series: Hashable, Sendable {
    let company: String
    let reference: KnownFigures.Reference
  }

  /// A printed span that nobody has stated since a figure inside it changed.
  struct Outdated: Hashable, Sendable {
    /// The span, named like one that is missing.
    let figure: Evaluated.Gap
    /// What changed inside it first.
    let change: PeriodChanges.Change
  }

  /// A printed figure of a metric that has been defined by a formula, or another one, since.
  struct Redefined: Hashable, Sendable {
    /// The figure, named like one that is missing.
    let figure: Evaluated.Gap
    let metric: String
    /// The formula that defines the metric.
    let formula: String
    /// Whether the formula gives something else; it gives nothing otherwise.
    let isComputed: Bool
  }

  /// When the figures of one series behind a value were last stated, and what was changed of them.
  struct Standing: Sendable {
    /// The last day on which one of them was stated.
    let lastStated: CalendarDate
    /// The last change of any of them; nil where all are as they first were.
    let change: PeriodChanges.Change?

    fileprivate func joined(with other: Standing) -> Standing {
      let changes = [change, other.change].compactMap { $0 }
      return Standing(
        lastStated: max(lastStated, other.lastStated), change: changes.max { $0.day < $1.day })
    }
  }

  /// The spans that are older than a change inside them.
  let outdated: Set<Outdated>
  /// What stands of each series.
  let standings: [Series: Standing]
  /// What was changed on one side of a comparison over time after the other had last been stated.
  let unlike: Set<PeriodChanges.Change>
  /// The figures that were printed under another definition.
  let redefined: Set<Redefined>

  /// Revisions from their parts.
  init(
    outdated: Set<Outdated> = [], standings: [Series: Standing] = [:],
    unlike: Set<PeriodChanges.Change> = [], redefined: Set<Redefined> = []
  ) {
    self.outdated = outdated
    self.standings = standings
    self.unlike = unlike
    self.redefined = redefined
  }

  /// What holds for several values together; nil where it holds for none.
  static func joining(_ parts: some Sequence<Revisions?>) -> Revisions? {
    let known = parts.compactMap { $0 }
    guard let first = known.first else { return nil }
    if known.dropFirst().allSatisfy({ $0 === first }) { return first }
    var (outdated, standings, unlike) = (first.outdated, first.standings, first.unlike)
    var redefined = first.redefined
    for other in known.dropFirst() {
      outdated.formUnion(other.outdated)
      standings.merge(other.standings) { $0.joined(with: $1) }
      unlike.formUnion(other.unlike)
      redefined.formUnion(other.redefined)
    }
    return Revisions(
      outdated: outdated, standings: standings, unlike: unlike, redefined: redefined)
  }

  /// What holds for a comparison of two times, each series of which is held against itself.
  static func comparing(_ now: Revisions?, with before: Revisions?) -> Revisions? {
    guard let now, let before else { return now ?? before }
    var unlike: Set<PeriodChanges.Change> = []
    for (series, standing) in now.standings {
      guard let other = before.standings[series] else { continue }
      for (one, another) in [(standing, other), (other, standing)] {
        if let change = one.change, change.day > another.lastStated { unlike.insert(change) }
      }
    }
    return joining([now, before, Revisions(unlike: unlike)])
  }

  /// The same with the figures named otherwise.
  func naming(_ name: (Evaluated.Gap) -> Evaluated.Gap) -> Revisions {
    Revisions(
      outdated: Set(
        outdated.map { Outdated(figure: name($0.figure), change: $0.change) }),
      standings: standings, unlike: unlike,
      redefined: Set(
        redefined.map {
          Redefined(
            figure: name($0.figure), metric: $0.metric, formula: $0.formula,
            isComputed: $0.isComputed)
        }))
  }
}

extension CellEvaluator {
  /// What was revised behind a figure of a series of which something was.
  func revisions(
    of figure: ResolvedFigure, _ metric: Metric, _ unit: Unit, _ segment: String, _ period: Period,
    in own: SeriesFigures
  ) -> Revisions? {
    let vintages = figure.terms.compactMap { own.printed($0.period)?.vintage }
    guard let lastStated = vintages.map(\.lastStated).max() else { return nil }
    let changes = figure.terms.compactMap { own.changes.last[$0.period] }
    let series = Revisions.Series(
      company: company.name,
      reference: .init(metric: metric.name, segment: segment, unit: unit))
    let outdated = own.changeInside(period).map {
      Revisions.Outdated(
        figure: Evaluated.gap(metric, unit, segment, period, in: .empty), change: $0)
    }
    return Revisions(
      outdated: outdated.map { [$0] } ?? [],
      standings: [
        series: .init(lastStated: lastStated, change: changes.max { $0.day < $1.day })
      ])
  }
}
