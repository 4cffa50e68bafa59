import Catalog
import MetricStore

/// The declarations that the tables of each release were printed under, read once for each release.
final class ReleaseCatalogs {
  private let read: (String) throws -> Catalog?
  private var known: [String: Catalog?] = [:]

  /// Declarations that `read` reads by the name of a release; nil where they are the same as now.
  init(_ read: @escaping (String) throws -> Catalog?) {
    self.read = read
  }

  /// The declarations of a release; nil where they are the same as now.
  subscript(release: String) -> Catalog? {
    get throws {
      if let catalog = known[release] { return catalog }
      let catalog = try read(release)
      known[release] = .some(catalog)
      return catalog
    }
  }
}

extension Session {
  /// The declarations of every release, as against those that a basis goes by.
  ///
  /// Releases that were read with the same declarations share them.
  func releaseCatalogs(on basis: Basis) throws -> ReleaseCatalogs {
    guard versions.hasLater else { return ReleaseCatalogs { _ in nil } }
    let releases = try store.releases()
    let byName = Dictionary(releases.map { ($0.name, $0) }) { first, _ in first }
    let history = DeclarationHistory(declarations: try store.declarations(), releases: releases)
    let current = basis.cutoff.map(history.declarations(by:)) ?? history.declarations
    var made: [[Int64]: Catalog] = [:]
    return ReleaseCatalogs { name in
      guard let release = byName[name] else { return nil }
      let declarations = history.declarations(by: .release(release))
      if declarations == current { return nil }
      let key = declarations.map(\.link)
      if let catalog = made[key] { return catalog }
      let catalog = try Session.catalog(of: declarations)
      made[key] = catalog
      return catalog
    }
  }
}
