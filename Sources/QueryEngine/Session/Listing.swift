import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import Tabular
import TextForm

/// The tables behind `list`.
struct Listing {
  let session: Session
  let statement: String

  private var catalog: Catalog { session.catalog }

  /// The listing of a subject, narrowed to rows in which `pattern` occurs; `*` stands for anything.
  func table(of subject: ListSubject, like pattern: String?) throws -> ResultTable {
    let (titles, rows) = try content(of: subject)
    let kept = rows.filter { row in
      guard let pattern else { return true }
      return row.contains { Wildcard.matches(NameFolding.fold($0), NameFolding.fold(pattern)) }
    }
    return ResultTable(
      heading: subject.rawValue, labelTitles: [titles[0]],
      columns: titles.dropFirst().map { .init(title: [$0]) },
      rows: kept.map { .init(labels: [$0[0]], cells: $0.dropFirst().map { .text($0) }) },
      formats: [],
      notes: kept.count == rows.count ? [] : ["\(kept.count) of \(rows.count) shown"],
      layout: .listing, origin: .init(statement: statement, basis: nil, storeHead: nil))
  }

  private func content(of subject: ListSubject) throws -> ([String], [[String]]) {
    switch subject {
    case .metrics: (["metric", "kind", "unit", "label", "formula"], catalog.metrics.map(row))
    case .segments: (["segment", "label"], catalog.segments.map { [$0.path, $0.labels.shown] })
    case .companies:
      (["company", "label", "fiscal year"], catalog.companies.map(row))
    case .periods: try periods()
    case .releases:
      (["release", "company", "published", "title", "figures"], try releases())
    case .queries: (["query", "parameters", "definition"], catalog.savedQueries.map(row))
    case .functions: (["function", "answered", "what it gives"], FunctionTable.all.map(row))
    case .settings: (["setting", "value", "values", "what it does"], Settings.all.map(row))
    }
  }

  private func row(_ metric: Metric) -> [String] {
    let kind = metric.formula == nil ? metric.signature.kind.word : "formula"
    let unit = metric.shownIn == .percent ? "percent" : metric.signature.unit.description
    return [metric.name, kind, unit, metric.labels.shown, metric.formula?.canonicalText ?? ""]
  }

  private func row(_ company: Company) -> [String] {
    [company.name, company.labels.shown, company.calendar.described]
  }

  private func row(_ query: SavedQuery) -> [String] {
    let parameters = zip(query.declaration.parameters, catalog.roles(of: query.declaration))
    return [
      query.name, parameters.map { "\($0.text): \($1.word)" }.joined(separator: ", "),
      query.queryText,
    ]
  }

  private func row(_ function: FunctionSignature) -> [String] {
    [function.name, function.isAnswered ? "yes" : "not yet", function.summary]
  }

  private func row(_ setting: Settings.Description) -> [String] {
    [
      setting.name, session.settings.value(of: setting),
      setting.values.joined(separator: " or "), setting.summary,
    ]
  }

  private func releases() throws -> [[String]] {
    try session.store.releases().map {
      [
        $0.name, $0.company, $0.published.description, $0.title, String($0.sequences.count),
      ]
    }
  }

  /// The quarters from the first to the last that each company has a figure for; of several companies
  /// with their names.
  private func periods() throws -> ([String], [[String]]) {
    let titles = ["period", "start", "end"]
    if catalog.companies.count < 2 { return (titles, try catalog.companies.flatMap(periods)) }
    let rows = try catalog.companies.flatMap { company in
      try periods(of: company).map { [company.name] + $0 }
    }
    return (["company"] + titles, rows)
  }

  private func periods(of company: Company) throws -> [[String]] {
    let evaluator = CellEvaluator(
      store: session.store, catalog: catalog, company: company, basis: .restated)
    guard let reach = try evaluator.reachOfEverything() else { return [] }
    return stride(
      from: 0, through: Int(reach.last.end.number - reach.first.end.number), by: 3
    ).map { months in
      let quarter = reach.first.shifted(byMonths: months)
      return [
        company.calendar.name(of: quarter), quarter.start.firstDay?.description ?? "",
        quarter.end.lastDay?.description ?? "",
      ]
    }
  }
}

extension Labels {
  /// The label, with its translations behind it.
  fileprivate var shown: String {
    all.joined(separator: " · ")
  }
}

extension Aggregation {
  /// The word that a declaration has for it.
  fileprivate var word: String {
    switch self {
    case .flow: "flow"
    case .stock: "stock"
    case .rate: "rate"
    case .ratio, .composite, .constant: "formula"
    }
  }
}

/// Patterns in which `*` stands for any text; without one, for what holds the pattern anywhere.
enum Wildcard {
  static func matches(_ text: String, _ pattern: String) -> Bool {
    guard pattern.contains("*") else { return text.contains(pattern) }
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.count >= parts[parts.count - 1].count
  }
}

extension Substring {
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    if part.isEmpty { return startIndex..<startIndex }
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(part) {
        return index..<self.index(index, offsetBy: part.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}
