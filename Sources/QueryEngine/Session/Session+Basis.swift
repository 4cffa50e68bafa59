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

  /// Refuses a moment at which a company hadn't published anything.
  func requirePublication(
    by cutoff: Basis.Cutoff?, of company: Company, for query: Query
  ) throws {
    guard let cutoff, try !store.hasPublished(company.name, by: cutoff.day),
      let first = try store.firstPublication(of: company.name)
    else { return }
    let clause = query.clauses.first { if case .asOf = $0.kind { true } else { false } }
    throw BasisMessage.beforeEverything(
      cutoff, company.name, first: first, isSetting: clause == nil,
      at: clause?.range ?? query.range)
  }
}
