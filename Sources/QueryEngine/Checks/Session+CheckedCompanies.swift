import Catalog
import MetricStore

extension Session {
  /// The companies that a check is about: of a segment or a metric, those that report it.
  func concernedCompanies(by target: CheckTarget) throws -> [Company] {
    try target.companies.filter { company in
      switch target.scope {
      case .everything, .segment(Segment.rootPath): true
      case .release(let release): company.name == release.company
      case .metric(let name): try !store.series(company: company.name, metric: name).isEmpty
      case .segment(let path):
        try store.series(company: company.name).contains {
          $0.key.segment == path || $0.key.segment.hasPrefix(path + ".")
        }
      }
    }
  }

  /// What is told of companies of which nothing was checked.
  func remarks(onUnchecked companies: [Company], on basis: Basis) throws -> [String] {
    try companies.map { company in
      let name = company.name
      guard let first = try store.firstPublication(of: name) else {
        return CheckMessage.unpublished(name)
      }
      return basis.cutoff.map { $0.day < first.published } == true
        ? CheckMessage.unpublishedByThen(name) : CheckMessage.unchecked(name)
    }
  }
}
