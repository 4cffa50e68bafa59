import Catalog
import MetricStore
import Metrics
import QuerySyntax

/// What metrics were defined as when their figures were printed, where one has been defined anew.
///
/// Nothing is read before a figure is met that was printed of a metric with a formula.
final class PrintedDefinitions {
  /// What the store knows of releases and versions.
  struct Known {
    /// The metrics with more than one version.
    let redefined: Set<String>
    /// Every release, in the order of appending.
    let releases: [StoredRelease]
    /// The declarations of each release.
    let catalogs: ReleaseCatalogs
    /// The declarations of now.
    let current: Catalog
  }

  private let read: () throws -> Known
  private var known: Known?

  /// Definitions that `read` looks up.
  init(_ read: @escaping () throws -> Known) { self.read = read }

  /// Whether one of some printed figures came with a release that was read under another formula of the
  /// metric.
  func areOlder(_ sequences: [Int64], than metric: Metric) throws -> Bool {
    let known = try self.known ?? read()
    self.known = known
    if !known.redefined.contains(metric.name) { return false }
    return try sequences.contains { sequence in
      guard let release = known.releases.first(where: { $0.sequences.contains(sequence) })
      else { return false }
      let then = try known.catalogs[release.name] ?? known.current
      return then.metric(named: metric.name)?.formula?.canonicalText
        != metric.formula?.canonicalText
    }
  }
}

extension Session {
  /// What metrics were defined as when their figures were printed; nil while nothing was defined anew.
  func printedDefinitions() -> PrintedDefinitions? {
    guard versions.hasLater else { return nil }
    return PrintedDefinitions { [store, catalog] in
      let metrics = try store.declarations().filter { $0.kind == "metric" }
      let versions = Dictionary(grouping: metrics, by: \.name).filter { $0.value.count > 1 }
      return PrintedDefinitions.Known(
        redefined: Set(versions.keys), releases: try store.releases(),
        catalogs: try self.releaseCatalogs(on: .restated), current: catalog)
    }
  }
}

extension CellEvaluator {
  /// A printed figure of a metric that has a formula, marked where it was printed under another
  /// definition and doesn't say what the formula gives.
  func compared(
    _ printed: Evaluated, _ terms: [ResolvedFigure.Term], withDefinitionOf metric: Metric,
    unit: Unit, at place: Place
  ) throws -> Evaluated {
    guard let definitions, let (segment, period) = place.single, let formula = metric.formula,
      try definitions.areOlder(terms.map(\.sequence), than: metric)
    else { return printed }
    let computed = try valueNow(of: metric, unit: unit, at: place)
    if case .amount(let now) = computed, case .amount(let figure) = printed.cell.number,
      VintageResolution.agree(figure, now)
    {
      return printed
    }
    let redefined = Revisions.Redefined(
      figure: Evaluated.gap(metric, unit, segment, period, in: .empty), metric: metric.name,
      formula: formula.canonicalText, isComputed: computed != nil)
    var result = printed
    result.revisions = .joining([printed.revisions, Revisions(redefined: [redefined])])
    return result
  }

  /// What the formula gives; nil where it gives nothing, for whatever reason but an interruption.
  private func valueNow(of metric: Metric, unit: Unit, at place: Place) throws -> Number? {
    do {
      return try typedFormula(of: metric, unit: unit).flatMap {
        try evaluate($0, at: place).cell.number
      }
    } catch let error as StoreError {
      throw error
    } catch {
      return nil
    }
  }
}
