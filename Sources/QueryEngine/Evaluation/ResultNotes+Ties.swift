import Catalog
import MetricStore
import Metrics

extension ResultNotes {
  /// Whether the children of a breakdown add up to their total, in each period where both are known.
  func ties() throws(StoreError) -> [String] {
    guard query.segments.isBreakdown else { return [] }
    var lines: [String] = []
    for measure in query.measures.indices {
      let kind = query.measures[measure].signature.kind
      guard kind == .flow || kind == .stock,
        !query.measures[measure].expression.isHeldToSegment
      else { continue }
      lines += try ties(ofMeasure: measure)
    }
    return lines
  }

  private func ties(ofMeasure measure: Int) throws(StoreError) -> [String] {
    var known: [(title: String, tie: Tie, unit: Unit)] = []
    for column in columns(ofMeasure: measure) {
      try grid.goOn()
      if let tie = tie(in: column) {
        known.append((title: title(of: column), tie: tie, unit: unit(in: column)))
      }
    }
    let failing = known.filter { $0.tie.verdict == .fails }
    let rounded = known.filter { $0.tie.verdict == .withinRounding }
    let tying = known.filter { $0.tie.verdict != .fails }.map(\.title)
    let name = query.measures[measure].name
    var lines: [String] = []
    if !failing.isEmpty {
      lines.append(
        "the segments of \(name) don't add up to \(total) as reported in "
          + residuals(failing))
    }
    if !tying.isEmpty {
      let isWhole = tying.count == columns(ofMeasure: measure).count
      let periods = isWhole ? "" : " in " + tying.joined(separator: ", ")
      let rounding =
        rounded.isEmpty
        ? "" : "; within rounding in " + residuals(rounded)
      lines.append("the segments of \(name) tie to \(total) as reported\(periods)\(rounding)")
    }
    return lines
  }

  /// The columns in which a total can tie: one a period, and a release or a company where those are an
  /// axis.
  private func columns(ofMeasure measure: Int) -> [ResultGrid.Position] {
    let periods = query.periods.entries.indices.filter { query.periods.entries[$0].extra == nil }
    return grid.releases.flatMap { release in
      query.rowCompanies.entries.indices.flatMap { company in
        periods.map {
          ResultGrid.Position(measure: measure, company: company, period: $0, release: release)
        }
      }
    }
  }

  private func title(of column: ResultGrid.Position) -> String {
    let company =
      query.rowCompanies.entries.count > 1
      ? query.rowCompanies.entries[column.company].title + " " : ""
    return company + PeriodNames(query: query).shortText(of: query.periods.entries[column.period])
      + (name(ofRelease: column.release).map { " \($0)" } ?? "")
  }

  private func unit(in column: ResultGrid.Position) -> Unit {
    query.measure(query.measures[column.measure], ofCompany: column.company).signature.unit
  }

  private var total: String {
    let title = totalIndex.map { query.segments.entries[$0].title } ?? Segment.rootPath
    return title == Segment.rootPath ? "the total" : title
  }

  private var totalIndex: Int? { query.segments.entries.firstIndex { $0.role == .total } }

  /// Periods with by how much the total and its parts differ there.
  private func residuals(_ ties: [(title: String, tie: Tie, unit: Unit)]) -> String {
    ResultNotes.abridged(
      ties.map { "\($0.title) (\(ComparedDigits($0.tie).described(in: $0.unit)))" })
  }

  /// How a printed total agrees with the sum of those children that live in the period; nil where one
  /// of them isn't known.
  private func tie(in column: ResultGrid.Position) -> Tie? {
    guard let totalIndex else { return nil }
    let position = { (segment: Int) -> ResultGrid.Position in
      var cell = column
      cell.segment = segment
      return cell
    }
    let total = grid[position(totalIndex)].cell
    guard total.origin == .reported, let whole = total.number?.amount else { return nil }
    var sum: Amount?
    for index in 0..<totalIndex {
      let cell = grid.lifetimeValues[position(index)] ?? grid[position(index)]
      if cell.isBlank { continue }
      guard let part = cell.cell.number?.amount, cell.part == nil,
        let next = try? sum.map({ try $0 + part }) ?? part
      else { return nil }
      sum = next
    }
    return sum.flatMap { try? Tie(printed: whole, parts: $0) }
  }
}

extension TypedExpression {
  /// Whether a metric in it is held to a segment, so that rows don't add up.
  fileprivate var isHeldToSegment: Bool {
    contains { if case .metric(_, _, _?, _) = $0 { true } else { false } }
  }
}
