import Catalog
import Metrics

/// What stands below a result: the meaning of the marks in it, what is missing, and whether parts
/// tie to their total.
struct ResultNotes {
  /// A note about more than this many series says how many more there are.
  private static let mostListed = 6

  let grid: ResultGrid

  private var query: ResolvedQuery { grid.query }

  var lines: [String] {
    marks + missing + uncovered + ties + silent
  }

  private var marks: [String] {
    var lines: [String] = []
    let cells = grid.all.map(\.cell)
    if cells.contains(where: { $0.number != nil && $0.origin == .derived }) {
      lines.append("~ derived: the difference of printed figures, or computed from one")
    }
    if cells.contains(where: \.isConflicting) {
      lines.append(
        "! printed with two values in one release; the most precise is used, of equals the first")
    }
    if cells.contains(where: { if case .undefined = $0.content { true } else { false } }) {
      lines.append(
        "n.m. not meaningful: a denominator of zero, or growth on a base that isn't positive")
    }
    return lines
  }

  private var missing: [String] {
    guard grid.all.contains(where: \.cell.isMissing) else { return [] }
    var subjects: [String] = []
    var periods: [String: Set<Period>] = [:]
    for case .missing(let metric, let segment, let period) in missingGaps {
      let subject = segment == Segment.rootPath ? metric : "\(metric) \(segment)"
      if periods[subject] == nil { subjects.append(subject) }
      periods[subject, default: []].insert(period)
    }
    let listed = subjects.prefix(ResultNotes.mostListed).map { subject in
      let inOrder = periods[subject, default: []].sorted {
        ($0.end, $0.months) < ($1.end, $1.months)
      }
      let names = inOrder.map(query.company.calendar.name)
      return "\(subject) \(names.joined(separator: ", "))"
    }
    let rest = subjects.count - listed.count
    let more = rest > 0 ? "; and \(rest) more" : ""
    if listed.isEmpty { return ["– not reported"] }
    return ["– not reported: " + listed.joined(separator: "; ") + more]
  }

  private var missingGaps: [Evaluated.Gap] {
    grid.all.filter(\.cell.isMissing).flatMap(\.gaps)
  }

  private var uncovered: [String] {
    for evaluated in grid.all {
      for case .uncovered(let left, let right) in evaluated.gaps {
        let sides = [left, right].map { $0.joined(separator: ", ") }
        return [
          "* refused: the parts speak for different segments (\(sides[0]) against \(sides[1]))"
        ]
      }
    }
    return []
  }

  private var silent: [String] {
    if query.segments.silent.isEmpty { return [] }
    let names = query.segments.silent.joined(separator: ", ")
    return ["not shown, as nothing is reported for them: \(names)"]
  }
}

extension ResultNotes {
  /// Whether the children of a breakdown add up to their total, in each period where both are known.
  private var ties: [String] {
    guard query.segments.isBreakdown else { return [] }
    return query.measures.indices.flatMap { measure -> [String] in
      let kind = query.measures[measure].signature.kind
      guard kind == .flow || kind == .stock else { return [] }
      return tie(ofMeasure: measure).map { [$0] } ?? []
    }
  }

  private func tie(ofMeasure measure: Int) -> String? {
    var tying: [String] = []
    var failing: [String] = []
    for (index, period) in query.periods.entries.enumerated() {
      guard let ties = ties(measure: measure, period: index) else { continue }
      if ties { tying.append(period.title) } else { failing.append(period.title) }
    }
    let name = query.measures[measure].name
    let title = query.segments.entries.last?.title ?? Segment.rootPath
    let total = title == Segment.rootPath ? "the total" : title
    if !failing.isEmpty {
      return "the segments of \(name) don't add up to \(total) as reported in "
        + failing.joined(separator: ", ")
    }
    return tying.isEmpty ? nil : "the segments of \(name) tie to \(total) as reported"
  }

  private func ties(measure: Int, period: Int) -> Bool? {
    let last = query.segments.entries.count - 1
    let position = { ResultGrid.Position(measure: measure, segment: $0, period: period) }
    let total = grid[position(last)].cell
    guard total.origin == .reported, case .amount(let whole) = total.number else { return nil }
    var sum: Amount?
    for index in 0..<last {
      guard case .amount(let part) = grid[position(index)].cell.number else { return nil }
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
