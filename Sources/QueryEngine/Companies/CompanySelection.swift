import Catalog
import QuerySyntax

/// Which companies the rows or columns of a query are of.
struct CompanySelection: Sendable {
  /// One entry of the company axis.
  struct Entry: Sendable {
    /// What the entry is called: a name, or several joined by ` + `.
    var title: String
    /// The companies whose figures are aggregated; one, unless several were collapsed.
    ///
    /// There are none where the query is about one company and its periods are told by its own months.
    var names: [String]
    /// What it stands for.
    var role = EntryRole.member
  }

  /// The entries in their order.
  var entries: [Entry]
  /// Companies that report none of the measures, left out and named below.
  var silent: [String] = []
  /// The segments without a row of a company that reports none of the measures for them.
  var absent: Set<Absence> = []
  /// The segments that each company doesn't have where figures of several are put together.
  var lacking: [String: Set<String>] = [:]

  /// A segment that a company doesn't have, by their places on the axes.
  struct Absence: Hashable, Sendable {
    let company: Int
    let segment: Int
  }

  /// Whether several companies were selected, each on its own.
  var isSeveral: Bool { entries.count { $0.role == .member } > 1 }

  /// Whether any entry is made of several companies.
  var isAdded: Bool { entries.contains { $0.names.count > 1 } }
}

extension QueryResolver {
  /// The segments that a company doesn't have, where each company has rows of its own by segment; what
  /// was named is missed.
  func absences(
    _ axes: Axes, _ layout: Layout, _ form: QueryForm
  ) throws -> Set<CompanySelection.Absence> {
    guard axes.companies.isSeveral, layout.rows.contains(.company), layout.rows.contains(.segment),
      form.segmentDimension != nil
    else { return [] }
    var absences: Set<CompanySelection.Absence> = []
    for (index, company) in companies.rows.enumerated() {
      for (place, segment) in axes.segments.entries.enumerated()
      where try segment.role == .member
        && !segment.paths.contains(where: { try isPresent(company, axes.measures, $0) })
      {
        absences.insert(.init(company: index, segment: place))
      }
    }
    return absences
  }

  /// The segments that each company doesn't have, where figures of several companies are put together.
  ///
  /// A segment that was named is missed. So is a company that has none of them: left out as a whole,
  /// it would be forgotten.
  func lackingSegments(_ axes: Axes) throws -> [String: Set<String>] {
    guard axes.companies.isAdded else { return [:] }
    let named = try namedPaths()
    let paths = Set(axes.segments.entries.filter { $0.role != .ofWhich }.flatMap(\.paths))
    var lacking: [String: Set<String>] = [:]
    for company in companies.rows {
      let own = try paths.filter { try !isPresent(company, axes.measures, $0) }
      if own.count < paths.count { lacking[company.name] = own.subtracting(named) }
    }
    return lacking.filter { !$0.value.isEmpty }
  }

  /// The company axis: one entry each, or one for all where an aggregate verb makes one of them.
  func resolvedCompanies(_ form: QueryForm) -> CompanySelection {
    guard companies.areSeveral else {
      return CompanySelection(
        entries: [.init(title: companies.lead.name, names: [])], silent: companies.silent)
    }
    let names = companies.rows.map(\.name)
    guard names.count > 1, form.collapsesSegments, !form.names(.company) else {
      return CompanySelection(
        entries: names.map { .init(title: $0, names: [$0]) }, silent: companies.silent)
    }
    return CompanySelection(
      entries: [.init(title: names.joined(separator: form.joinsCollapsed), names: names)])
  }
}
