import Catalog
import Metrics
import QuerySyntax

extension Explanation {
  /// Tells a query with its names gone: kinds, units, concrete periods and where each axis stands.
  mutating func addResolved(_ query: ResolvedQuery, catalog: Catalog) {
    for entry in query.rowCompanies.entries { add("resolved", "company", entry.title) }
    for measure in query.measures {
      add("resolved", "measure", "\(measure.name): \(measure.signature.described)")
      add("resolved", "shown", measure.display.described)
      addMetrics(of: measure.expression, catalog)
    }
    add("resolved", "segments", query.segments.entries.map(\.title).joined(separator: ", "))
    for entry in query.periods.entries { add("resolved", "period", entry.described) }
    for entry in query.releases.entries { add("resolved", "release", entry.title) }
    add("resolved", "rows", query.layout.rows.described)
    add("resolved", "columns", query.layout.columns.described)
    add("resolved", "basis", query.basisDescribed)
  }

  /// Tells each metric that an expression reads, formulas with what they are made of.
  private mutating func addMetrics(of expression: TypedExpression, _ catalog: Catalog) {
    var pending = expression.metrics.map { ($0, 0) }
    var seen: Set<String> = []
    while !pending.isEmpty {
      let (metric, depth) = pending.removeFirst()
      guard seen.insert(metric.name).inserted else { continue }
      let indent = String(repeating: "  ", count: depth)
      let source = metric.formula.map { " = \($0.canonicalText)" } ?? ", as reported"
      add("resolved", "metric", "\(indent)\(metric.name): \(metric.signature.described)\(source)")
      let parts = metric.formula?.metricNames.compactMap { try? catalog.metric($0) } ?? []
      pending.insert(contentsOf: parts.map { ($0, depth + 1) }, at: 0)
    }
  }

  /// Tells what is read and in which order a cell is made.
  mutating func addPlan(_ plan: QueryPlan) {
    let names = plan.series.prefix(12).joined(separator: ", ")
    let rest = plan.series.count - 12
    add("plan", "series", rest > 0 ? "\(names) and \(rest) more" : names)
    add("plan", "cells", "\(plan.cellCount)")
    for (index, step) in plan.steps.enumerated() { add("plan", "step \(index + 1)", step) }
  }
}

extension TypedExpression {
  /// The metrics that it names, in their order.
  fileprivate var metrics: [Metric] {
    if case .metric(let metric, _, _, _) = self { return [metric] }
    return operands.flatMap(\.metrics)
  }
}

extension Signature {
  fileprivate var described: String {
    unit.isRatio ? kind.described : "\(kind.described) in \(unit)"
  }
}

extension MeasureDisplay {
  fileprivate var described: String {
    let digits = decimals.map { ", \($0) places" } ?? ""
    switch style {
    case .amount(let scale?): return "as an amount at 10^\(scale)\(digits)"
    case .amount(nil): return "as an amount, at the scale of its coarsest figure\(digits)"
    case .percent: return "in percent\(digits)"
    case .percentagePoints: return "in percentage points\(digits)"
    case .number(let places): return "as a number with \(decimals ?? places) places"
    case .quotient: return decimals == nil ? "to four significant digits" : "as a number\(digits)"
    }
  }
}

extension PeriodSelection.Entry {
  fileprivate var described: String {
    let stretches = periods.map { period in
      let days = [period.start.firstDay, period.end.lastDay].compactMap { $0?.description }
      return days.joined(separator: " to ")
    }
    return "\(heading): \(stretches.joined(separator: ", "))"
  }
}

extension [Layout.Axis] {
  fileprivate var described: String {
    let words = map { axis in
      switch axis {
      case .measure: "metric"
      case .company: "company"
      case .segment: "segment"
      case .time: "time"
      case .release: "release"
      }
    }
    return words.isEmpty ? "one" : words.joined(separator: ", then ")
  }
}
