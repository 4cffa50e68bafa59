import Catalog
import MetricStore

/// As of which releases a query answers: each of a company's where rows or columns are by release,
/// and otherwise none but the query's own basis.
struct ReleaseSelection: Sendable {
  /// One release, with what was known by then.
  struct Entry: Sendable {
    /// The release's name.
    let name: String
    /// What counts as of it.
    let basis: Basis
    /// What was declared by then.
    let catalog: Catalog

    /// What stands above or beside its figures: the name with the day of publication.
    var title: String { basis.cutoff?.described ?? name }
  }

  /// The releases, the earliest first; none where the query isn't by release.
  let entries: [Entry]

  /// The query's own basis and no release.
  static let none = ReleaseSelection(entries: [])

  /// How many answers there are to every cell.
  var count: Int { max(1, entries.count) }
}

extension ResolvedQuery {
  /// The words for what counts: the basis, or that it is that of each release.
  var basisDescribed: String {
    if releases.entries.isEmpty { return basis.described }
    guard let cutoff = basis.cutoff else { return "as of each release" }
    return "as of each release by \(cutoff.described)"
  }
}
