import Catalog
import Diagnostics
import MetricStore
import QuerySyntax
import TextForm

/// Something that a name can stand for, whatever it is.
enum NamedThing {
  case metric(Metric)
  case segment(Segment)
  /// The segment that every other is part of, which nobody declares.
  case root
  case company(Company)
  case unit(UnitDeclaration)
  case savedQuery(SavedQuery)
  case release(StoredRelease)

  /// The word for what it is.
  var word: String {
    switch self {
    case .metric: "metric"
    case .segment, .root: "segment"
    case .company: "company"
    case .unit: "unit"
    case .savedQuery: "saved query"
    case .release: "release"
    }
  }

  /// The name by which it was declared.
  var name: String {
    switch self {
    case .metric(let metric): metric.name
    case .segment(let segment): segment.path
    case .root: Segment.rootPath
    case .company(let company): company.name
    case .unit(let unit): unit.name.text
    case .savedQuery(let query): query.name
    case .release(let release): release.name
    }
  }

  /// Its labels and aliases.
  var labels: Labels {
    switch self {
    case .metric(let metric): metric.labels
    case .segment(let segment): segment.labels
    case .root: Labels(label: "the whole company")
    case .company(let company): company.labels
    case .unit(let unit): unit.labels
    case .savedQuery: Labels()
    case .release(let release): Labels(label: release.title)
    }
  }

  /// Whether a folded name is an alias of it, or the tail of its path.
  fileprivate func isAlsoCalled(_ folded: String) -> Bool {
    if labels.aliases.contains(where: { $0.folded == folded }) { return true }
    guard case .segment(let segment) = self else { return false }
    return NameFolding.fold(segment.path).hasSuffix("." + folded)
  }

  fileprivate func isLabelled(_ folded: String) -> Bool {
    labels.all.contains { NameFolding.fold($0) == folded }
  }
}

/// Finds what a name stands for among everything that has one.
struct NameSearch {
  private let things: [NamedThing]

  /// A search among what a catalog declares, and the releases of a store.
  init(catalog: Catalog, releases: [StoredRelease]) {
    let currencies = UnitTable.currencies.sorted().map {
      UnitDeclaration(name: Name($0, at: .init(0, 0)), labels: Labels())
    }
    let declared = Set(catalog.units.declared.map(\.name.folded))
    things =
      catalog.metrics.map(NamedThing.metric) + [.root] + catalog.segments.map(NamedThing.segment)
      + catalog.companies.map(NamedThing.company) + catalog.units.declared.map(NamedThing.unit)
      + currencies.filter { !declared.contains($0.name.folded) }.map(NamedThing.unit)
      + catalog.savedQueries.map(NamedThing.savedQuery) + releases.map(NamedThing.release)
  }

  /// What a folded name stands for: what is declared by that name, else what has it as an alias or
  /// ends in it, else what is labelled so.
  func things(called folded: String) -> (found: [NamedThing], isByName: Bool) {
    let named = things.filter { NameFolding.fold($0.name) == folded }
    if !named.isEmpty { return (named, true) }
    let called = things.filter { $0.isAlsoCalled(folded) }
    return (called.isEmpty ? things.filter { $0.isLabelled(folded) } : called, false)
  }

  /// Every name and alias, for suggestions.
  var names: [String] {
    things.flatMap { thing in
      [NameFolding.fold(thing.name)] + thing.labels.aliases.map(\.folded)
    }
  }
}
