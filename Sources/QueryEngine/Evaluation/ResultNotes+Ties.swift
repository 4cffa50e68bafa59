import Catalog
import Metrics

extension ResultNotes {
  /// Whether the children of a breakdown add up to their total, in each period where both are known.
  var ties: [String] {
    guard query.segments.isBreakdown else { return [] }
    return query.measures.indices.flatMap { measure -> [String] in
      let kind = query.measures[measure].signature.kind
      guard kind == .flow || kind == .stock,
        !query.measures[measure].expression.isHeldToSegment
      else { return [] }
      return tie(ofMeasure: measure).map { [$0] } ?? []
    }
  }

  private func tie(ofMeasure measure: Int) -> String? {
    var tying: [String] = []
    var failing: [String] = []
    for release in grid.releases {
      for (index, period) in query.periods.entries.enumerated() where period.extra == nil {
        let column = ResultGrid.Position(measure: measure, period: index, release: release)
        guard let ties = ties(in: column) else { continue }
        let title = period.title + (name(ofRelease: release).map { " \($0)" } ?? "")
        if ties { tying.append(title) } else { failing.append(title) }
      }
    }
    let name = query.measures[measure].name
    let title = totalIndex.map { query.segments.entries[$0].title } ?? Segment.rootPath
    let total = title == Segment.rootPath ? "the total" : title
    if !failing.isEmpty {
      return "the segments of \(name) don't add up to \(total) as reported in "
        + failing.joined(separator: ", ")
    }
    if tying.isEmpty { return nil }
    let columns = query.periods.entries.count { $0.extra == nil } * grid.releases.count
    let isWhole = tying.count == columns
    let periods = isWhole ? "" : " in " + tying.joined(separator: ", ")
    return "the segments of \(name) tie to \(total) as reported\(periods)"
  }

  private var totalIndex: Int? { query.segments.entries.firstIndex { $0.role == .total } }

  private func ties(in column: ResultGrid.Position) -> Bool? {
    guard let totalIndex else { return nil }
    let position = { (segment: Int) -> ResultGrid.Position in
      var cell = column
      cell.segment = segment
      return cell
    }
    let total = grid[position(totalIndex)].cell
    guard total.origin == .reported, case .amount(let whole) = total.number else { return nil }
    var sum: Amount?
    for index in 0..<totalIndex {
      let cell = grid[position(index)]
      guard case .amount(let part) = cell.cell.number, cell.part == nil else { return nil }
      if let known = sum {
        guard let next = try? known + part else { return nil }
        sum = next
      } else {
        sum = part
      }
    }
    return sum.map { whole.meets($0) }
  }
}

extension TypedExpression {
  /// Whether a metric in it is held to a segment, so that rows don't add up.
  fileprivate var isHeldToSegment: Bool {
    contains { if case .metric(_, _, _?, _) = $0 { true } else { false } }
  }
}
