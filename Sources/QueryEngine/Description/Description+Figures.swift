import Catalog
import MetricStore
import Metrics

extension Description {
  /// The segments that have a value of a metric, each with its first and its last quarter.
  func segments(reporting metric: Metric) throws -> [Property] {
    try eachCompany { company, evaluator in
      try ([Segment.rootPath] + catalog.segments.map(\.path)).compactMap { path in
        try property("segment", path, company, try evaluator.quarters(of: metric, in: path))
      }
    }
  }

  /// The metrics that have a value for a segment, each with its first and its last quarter.
  func metrics(in path: String) throws -> [Property] {
    try eachCompany { company, evaluator in
      try catalog.metrics.compactMap { metric in
        try property("metric", metric.name, company, try evaluator.quarters(of: metric, in: path))
      }
    }
  }

  /// The quarters between which a company has figures.
  func periods(of company: Company) throws -> [Property] {
    guard let reach = try evaluator(company).reachOfEverything() else { return [] }
    let calendar = company.calendar
    return [
      Property(
        title: "figures", text: "", first: calendar.name(of: reach.first),
        last: calendar.name(of: reach.last))
    ]
  }

  /// How many figures a release brought, and for which quarters.
  func figures(of release: StoredRelease) throws -> [Property] {
    let ends = try session.store.storedObservations(release.sequences).map(\.observation.period.end)
    let count = SessionMessage.count(release.sequences.count, "figure")
    guard let first = ends.min(), let last = ends.max(),
      let calendar = catalog.company(named: release.company)?.calendar
    else { return [Property(title: "figures", text: count)] }
    return [
      Property(
        title: "figures", text: count, first: calendar.name(of: .quarter(ending: first)),
        last: calendar.name(of: .quarter(ending: last)))
    ]
  }

  private func eachCompany(
    _ properties: (Company, CellEvaluator) throws -> [Property]
  ) throws -> [Property] {
    try catalog.companies.flatMap { try properties($0, evaluator($0)) }
  }

  private func evaluator(_ company: Company) -> CellEvaluator {
    CellEvaluator(
      store: session.store, catalog: catalog, company: company, basis: .restated)
  }

  private func property(
    _ title: String, _ name: String, _ company: Company, _ quarters: (first: Period, last: Period)?
  ) throws -> Property? {
    guard let quarters else { return nil }
    let owner = catalog.companies.count > 1 ? " of \(company.name)" : ""
    return Property(
      title: title, text: name + owner, first: company.calendar.name(of: quarters.first),
      last: company.calendar.name(of: quarters.last))
  }
}

extension CellEvaluator {
  /// The first and the last quarter in which a metric has a value for a segment, or, where only
  /// longer periods have one, those in which they end.
  fileprivate func quarters(
    of metric: Metric, in segment: String
  ) throws -> (first: Period, last: Period)? {
    guard let reach = try reach(of: [ResolvedMeasure(metric: metric)], segments: [segment]) else {
      return nil
    }
    let months = Int(reach.last.end.number - reach.first.end.number)
    let quarters = try stride(from: 0, through: months, by: 3)
      .map { reach.first.shifted(byMonths: $0) }
      .filter {
        try value(of: metric, unit: metric.signature.unit, at: Place(segment: segment, period: $0))
          .cell.number != nil
      }
    guard let first = quarters.first, let last = quarters.last else {
      return metric.formula == nil ? reach : nil
    }
    return (first, last)
  }
}
