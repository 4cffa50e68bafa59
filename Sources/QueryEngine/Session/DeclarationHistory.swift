import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax

/// Which versions of the declarations were there at a moment.
///
/// A first version holds for all time. A later one holds from its date on; without a date it holds
/// from the first release on that came out after those which it was appended behind, because nothing
/// that was published until then is known to have been read with it. A release of the same day that
/// was appended behind the version was read with it. While there is no such release, it holds on every
/// day after the newest.
struct DeclarationHistory {
  let declarations: [StoredDeclaration]
  let releases: [StoredRelease]

  /// The declarations that were there by then, in the order of appending.
  func declarations(by cutoff: Basis.Cutoff) -> [StoredDeclaration] {
    var known: Set<String> = []
    return declarations.filter { declaration in
      known.insert(declaration.version.key).inserted || isLaterVersion(declaration, in: cutoff)
    }
  }

  private func isLaterVersion(
    _ declaration: StoredDeclaration, in cutoff: Basis.Cutoff
  ) -> Bool {
    if let declared = declaration.declared { return declared <= cutoff.day }
    let earlier = releases.filter { $0.link < declaration.link }.map(\.published)
    guard let newest = earlier.max() else { return true }
    if newest == cutoff.day { return lastLink(of: cutoff) > declaration.link }
    let next = releases.filter { $0.link > declaration.link && $0.published >= newest }
      .map(\.published).min()
    guard let next else { return newest < cutoff.day }
    return next < cutoff.day || (next == cutoff.day && lastLink(of: cutoff) > declaration.link)
  }

  /// The append behind which nothing of the cutoff's day counts.
  private func lastLink(of cutoff: Basis.Cutoff) -> Int64 {
    switch cutoff {
    case .release(let release): release.link
    case .day(let day): releases.filter { $0.published == day }.map(\.link).max() ?? 0
    }
  }
}

extension StoredDeclaration {
  /// The declaration as it was appended.
  var version: NewDeclaration { NewDeclaration(kind: kind, name: name, statement: statement) }
}

extension Session {
  /// What was declared by the cutoff of a basis.
  ///
  /// A first version that doesn't agree with what was declared then, because it came with a later
  /// version of something else, is left out.
  func catalog(on basis: Basis) throws -> Catalog {
    guard let cutoff = basis.cutoff, versions.hasLater else { return catalog }
    if let pastCatalog, pastCatalog.cutoff == cutoff { return pastCatalog.catalog }
    let past = try catalog(by: cutoff)
    pastCatalog = (cutoff, past)
    return past
  }

  private func catalog(by cutoff: Basis.Cutoff) throws -> Catalog {
    let stored = try store.declarations()
    let history = DeclarationHistory(declarations: stored, releases: try store.releases())
    let known = history.declarations(by: cutoff)
    if known.count == stored.count { return catalog }
    return try Session.catalog(of: known)
  }

  /// A catalog of declarations; what doesn't agree with the others is left out.
  static func catalog(of declarations: [StoredDeclaration]) throws -> Catalog {
    var past = Catalog()
    for declaration in try declarations.parsed().joined() { try? past.declare(declaration) }
    return past
  }
}
