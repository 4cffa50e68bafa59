import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import Tabular

extension Session {
  /// Tells what changed between two releases of a company: the published facts that stand otherwise
  /// as of the second than they stood as of the first.
  func compare(
    _ firstName: Name, with secondName: Name, statement: String, at range: SourceRange
  ) throws -> ResultTable {
    let (first, second) = (try release(firstName), try release(secondName))
    try requireComparable(first, firstName, second, secondName, at: range)
    let company = try catalog.company(Name(second.company, at: secondName.range))
    let (before, after) = (Basis(cutoff: .release(first)), Basis(cutoff: .release(second)))
    let known = try catalog(on: after)
    let judge = ChangeJudge(
      reader: FactReader(store: store, company: company), catalog: known,
      releases: try store.releases())
    let evaluator = CellEvaluator(
      store: store, catalog: known, company: company, basis: after,
      tellsSignedGrowth: settings.growth == .signed)
    var table = ComparisonTable(
      try ReleaseComparison(first, with: second, judge: judge), catalog: known,
      calendar: company.calendar, store: store, negative: settings.negative,
      isForMachines: isForMachines, growth: evaluator.growth)
    return try table.table(
      heading: "\(company.name) · from \(Basis.Cutoff.release(first).described) to "
        + Basis.Cutoff.release(second).described,
      notes: try formulaNotes(of: company, from: try catalog(on: before), to: known),
      origin: .init(
        statement: statement, basis: after.described, storeHead: try store.head()?.description))
  }

  private func requireComparable(
    _ first: StoredRelease, _ firstName: Name, _ second: StoredRelease, _ secondName: Name,
    at range: SourceRange
  ) throws {
    if first == second {
      let others = try store.releases().filter {
        $0.company == first.company && $0.name != first.name
      }
      throw VintageMessage.sameRelease(first, others: others.map(\.name), at: secondName.range)
    }
    if first.company != second.company {
      throw VintageMessage.unlikeCompanies(first, second, at: range)
    }
    if (second.published, second.link) < (first.published, first.link) {
      throw VintageMessage.reversed(first, second, at: range)
    }
    guard let cutoff = settings.basis.cutoff else { return }
    for (release, name) in [(first, firstName), (second, secondName)]
    where !cutoff.includes(release) {
      throw VintageMessage.notOutYet(release, cutoff, at: name.range)
    }
  }

  /// Which metrics of a company were computed by another formula as of the second release.
  private func formulaNotes(
    of company: Company, from old: Catalog, to new: Catalog
  ) throws -> [String] {
    let reported = Set(try store.series(company: company.name).map(\.key.metric))
    let changed = new.metrics.filter { metric in
      guard let past = old.metric(named: metric.name),
        past.formula?.canonicalText != metric.formula?.canonicalText
      else { return false }
      return new.follows(metric, from: reported) || old.follows(past, from: reported)
    }
    return changed.map { metric in
      "defined otherwise: \(metric.name)"
        + (metric.formula.map { " = \($0.canonicalText)" } ?? ", now as reported")
    }
  }
}

extension Catalog {
  /// Whether a metric, or anything that its formula comes down to, is one of those reported.
  fileprivate func follows(_ metric: Metric, from reported: Set<String>) -> Bool {
    var seen: Set<String> = []
    var pending = [metric]
    while let next = pending.popLast() {
      if reported.contains(next.name) { return true }
      guard seen.insert(next.name).inserted else { continue }
      pending += (next.formula?.metricNames ?? []).compactMap { self.metric(named: $0.folded) }
    }
    return false
  }
}
