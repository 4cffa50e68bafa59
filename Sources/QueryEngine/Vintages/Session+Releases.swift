import Catalog
import MetricStore

extension Session {
  /// The releases of some companies that count on a basis, the earliest published first, each with what
  /// was known and declared by then.
  func releases(of companies: [Company], on basis: Basis) throws -> [ReleaseSelection.Entry] {
    try companies.flatMap { try publications(of: $0, on: basis) }.sorted {
      ($0.published, $0.link) < ($1.published, $1.link)
    }.map { release in
      let then = Basis(cutoff: .release(release))
      return .init(name: release.name, basis: then, catalog: try catalog(on: then))
    }
  }

  /// The releases of a company that a basis counts, the earliest published first; of one day, the
  /// one that was appended first.
  func publications(of company: Company, on basis: Basis) throws -> [StoredRelease] {
    try store.releases()
      .filter { $0.company == company.name && basis.cutoff?.includes($0) != false }
      .sorted { ($0.published, $0.link) < ($1.published, $1.link) }
  }
}

extension Basis.Cutoff {
  /// Whether a release had come out by then.
  func includes(_ release: StoredRelease) -> Bool {
    switch self {
    case .day(let day): release.published <= day
    case .release(let last): (release.published, release.link) <= (last.published, last.link)
    }
  }
}
