import Catalog
import Diagnostics
import MetricStore
import QuerySyntax

/// What a check is about: the scope that its name asks for, the companies, and what they are read on.
struct CheckTarget {
  let scope: CheckScope
  let companies: [Company]
  let basis: Basis
  /// The thing that the name stands for; nil without a name.
  let thing: NamedThing?

  /// The target of a check without a name.
  init(everythingIn catalog: Catalog, on basis: Basis) {
    scope = .everything
    companies = catalog.companies
    self.basis = basis
    thing = nil
  }

  /// The target that a name stands for.
  ///
  /// A release is checked as it stood when it came out, with all that had been published by then.
  init(_ name: Name, in catalog: Catalog, releases: [StoredRelease], on basis: Basis) throws {
    let search = NameSearch(catalog: catalog, releases: releases)
    let found = search.things(called: name.folded).found
    if found.isEmpty { throw DescriptionMessage.unknown(name, among: search.names) }
    if found.count > 1 { throw CheckMessage.ambiguous(name, found) }
    thing = found[0]
    switch found[0] {
    case .metric(let metric): scope = .metric(metric.name)
    case .segment(let segment): scope = .segment(segment.path)
    case .root: scope = .segment(Segment.rootPath)
    case .company: scope = .everything
    case .release(let release): scope = .release(release)
    case .unit, .savedQuery: throw CheckMessage.notCheckable(found[0], at: name.range)
    }
    if case .release(let release) = found[0] {
      if let cutoff = basis.cutoff, !cutoff.includes(release) {
        throw CheckMessage.notThenPublished(release, cutoff, at: name.range)
      }
      self.basis = Basis(cutoff: .release(release))
    } else {
      self.basis = basis
    }
    companies = catalog.companies.filter { company in
      switch found[0] {
      case .company(let named): company.name == named.name
      default: true
      }
    }
  }
}
