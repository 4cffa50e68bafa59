import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import TextForm

extension Session {
  /// The names of the releases, each with its day and title, for completion; none when the store can't
  /// be read.
  package var releases: [(name: String, detail: String)] {
    ((try? store.releases()) ?? []).map { ($0.name, "\($0.published) · \($0.title)") }
  }

  /// What a query believes: what it says itself, else what `set as of` says.
  func basis(of query: Query) throws -> Basis { try basis(choosing: query.clauses) }

  /// What the one of some clauses says that chooses a basis, else what `set as of` says.
  func basis(choosing clauses: [Clause]) throws -> Basis {
    for clause in clauses {
      switch clause.kind {
      case .asReported: return .reported
      case .asRestated: return .restated
      case .asOf(let point): return try basis(at: point)
      default: continue
      }
    }
    return settings.basis
  }

  /// Changes a setting, and says what it is now.
  func apply(_ setting: SettingStatement) throws -> String {
    guard setting.name == "as of" else {
      try settings.apply(setting)
      return "\(setting.name) is \(setting.value)"
    }
    settings.basis = try setting.moment.map(basis) ?? .restated
    return "queries answer \(settings.basis.described)"
  }

  private func basis(at point: AsOfPoint) throws -> Basis {
    switch point {
    case .date(let day, _): return Basis(cutoff: .day(day))
    case .release(let name): return Basis(cutoff: .release(try release(name)))
    case .variable(let name): throw QueryMessage.unknownVariable(name)
    }
  }

  /// The release of a name; throws a diagnostic that suggests near ones.
  func release(_ name: Name) throws -> StoredRelease {
    if let exact = try store.release(named: name.text) { return exact }
    let releases = try store.releases()
    if let match = releases.first(where: { NameFolding.fold($0.name) == name.folded }) {
      return match
    }
    throw BasisMessage.unknownRelease(name, among: releases.map(\.name))
  }

  /// The companies that had published nothing by a moment; refuses one at which none of them had
  /// published anything.
  func unpublished(
    by cutoff: Basis.Cutoff?, among companies: QueryCompanies, for query: Query
  ) throws -> [String] {
    guard let cutoff else { return [] }
    let names = companies.all.map(\.name)
    let unpublished = try names.filter { try !store.hasPublished($0, by: cutoff.day) }
    guard unpublished.count == names.count,
      let first = try unpublished.compactMap({ try store.firstPublication(of: $0) })
        .min(by: { $0.published < $1.published })
    else { return unpublished }
    let clause = query.clauses.first { if case .asOf = $0.kind { true } else { false } }
    throw BasisMessage.beforeEverything(
      cutoff, names, first: first, isSetting: clause == nil,
      at: clause?.range ?? query.range)
  }
}
