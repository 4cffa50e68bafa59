import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import Tabular

/// The table behind `describe`: everything there is to know about what a name stands for.
struct Description {
  let session: Session
  let statement: String

  var catalog: Catalog { session.catalog }

  /// One line of a description; the periods are there where figures are.
  struct Property {
    let title: String
    let text: String
    var first = ""
    var last = ""
  }

  /// Describes what a name stands for; an alias or a label that several things have lists them.
  func table(of name: Name) throws -> ResultTable {
    let search = NameSearch(catalog: catalog, releases: try session.store.releases())
    let (found, isByName) = search.things(called: name.folded)
    if found.isEmpty { throw DescriptionMessage.unknown(name, among: search.names) }
    if found.count > 1, !isByName { return list(found, name) }
    let properties = try found.flatMap(properties)
    return table(
      found.map(\.name)[0], titles: ["property", "value", "from", "to"],
      properties.map { [$0.title, $0.text, $0.first, $0.last] }, notes: [])
  }

  private func list(_ things: [NamedThing], _ name: Name) -> ResultTable {
    let rows = things.map { [$0.word, $0.name, $0.labels.all.joined(separator: " · ")] }
    return table(
      name.text, titles: ["kind", "name", "label"], rows,
      notes: ["\(things.count) things are called so; describe one of them by its name"])
  }

  private func table(
    _ heading: String, titles: [String], _ rows: [[String]], notes: [String]
  ) -> ResultTable {
    ResultTable(
      heading: heading, labelTitles: [titles[0]],
      columns: titles.dropFirst().map { .init(title: [$0]) },
      rows: rows.map { .init(labels: [$0[0]], cells: $0.dropFirst().map { .text($0) }) },
      formats: [], notes: notes, layout: .listing,
      origin: .init(statement: statement, basis: nil, storeHead: nil))
  }

  private func properties(of thing: NamedThing) throws -> [Property] {
    let own: [Property] =
      switch thing {
      case .metric(let metric): try properties(of: metric)
      case .segment(let segment): try properties(of: segment)
      case .root: try parts(of: Segment.rootPath) + metrics(in: Segment.rootPath)
      case .company(let company): try properties(of: company)
      case .unit(let unit): metrics(countedIn: unit)
      case .savedQuery(let query): properties(of: query)
      case .release(let release): try properties(of: release)
      }
    return [Property(title: thing.word, text: thing.name)] + names(of: thing) + own
  }

  private func names(of thing: NamedThing) -> [Property] {
    let labels = thing.labels
    var properties: [Property] = []
    if let label = labels.label { properties.append(.init(title: "label", text: label)) }
    for (language, label) in labels.translations {
      properties.append(.init(title: "label \(language)", text: label))
    }
    for alias in labels.aliases { properties.append(.init(title: "alias", text: alias.text)) }
    return properties
  }

  // MARK: - What is declared

  private func properties(of metric: Metric) throws -> [Property] {
    let unit = metric.shownIn == .percent ? "percent" : metric.signature.unit.description
    var properties = [
      Property(title: "kind", text: metric.signature.kind.described),
      .init(title: "unit", text: unit),
    ]
    if let formula = metric.formula?.canonicalText {
      properties.append(.init(title: "formula", text: formula))
    }
    for identity in catalog.identities where identity.metric == metric.name {
      properties.append(.init(title: "identity", text: "= \(identity.formula.canonicalText)"))
    }
    for other in catalog.metrics where names(metric, in: other) {
      properties.append(.init(title: "used in", text: other.name))
    }
    return properties + (try segments(reporting: metric))
  }

  private func names(_ metric: Metric, in other: Metric) -> Bool {
    other.formula?.metricNames.contains { (try? catalog.metric($0))?.name == metric.name } ?? false
  }

  private func properties(of segment: Segment) throws -> [Property] {
    var properties = [
      segment.isOfWhich
        ? Property(title: "within", text: "\(segment.containerPath), to which it is never added")
        : Property(title: "part of", text: segment.containerPath)
    ]
    for metric in segment.onlyFor {
      properties.append(.init(title: "only for", text: metric.text))
    }
    if let last = segment.until {
      properties.append(.init(title: "until", text: last.canonicalText))
    }
    return try properties + parts(of: segment.path) + metrics(in: segment.path)
  }

  private func parts(of path: String) -> [Property] {
    catalog.children(of: path).map { .init(title: "part", text: $0.path) }
      + catalog.ofWhiches(of: path).map { .init(title: "of which", text: $0.path) }
  }

  private func metrics(countedIn unit: UnitDeclaration) -> [Property] {
    catalog.metrics.filter { metric in
      metric.signature.unit.factors.contains { $0.name == unit.name.text }
    }.map { .init(title: "metric", text: $0.name) }
  }

  private func properties(of company: Company) throws -> [Property] {
    let releases = try session.store.releases().filter { $0.company == company.name }
    return try [Property(title: "fiscal year", text: company.calendar.described)]
      + periods(of: company)
      + releases.map { .init(title: "release", text: "\($0.name), \($0.published)") }
  }

  private func properties(of release: StoredRelease) throws -> [Property] {
    try [
      Property(title: "company", text: release.company),
      Property(title: "published", text: release.published.description),
    ] + figures(of: release)
      + release.sources.map { source in
        .init(
          title: "file",
          text: [source.name, source.title].compactMap { $0 }.joined(separator: ": "))
      }
  }
}

extension FiscalCalendar {
  /// When the fiscal year starts and what names it, in words.
  var described: String {
    let changes = changes.map { change in
      "; from \(PeriodLabel.quarterEnding(change.from)) starts "
        + "\(FiscalCalendar.monthNames[change.from.month - 1]), named by \(change.naming.rawValue)"
    }
    return "starts \(startMonthName), named by \(naming.rawValue)" + changes.joined()
  }
}
