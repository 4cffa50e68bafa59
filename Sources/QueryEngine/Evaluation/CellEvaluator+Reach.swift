import Catalog
import MetricStore
import Metrics

extension CellEvaluator {
  /// A reported metric that an expression reads, with the unit it is read in.
  struct Leaf: Hashable {
    let metric: String
    let unit: Unit
    let segment: String?
  }

  /// The first and the last quarter in which a metric behind the measures has a value.
  func reach(
    of measures: [ResolvedMeasure], segments: [String]
  ) throws -> (first: Period, last: Period)? {
    var first: Period?
    var last: Period?
    for leaf in try leaves(of: measures.map(\.expression)) {
      guard let metric = catalog.metric(named: leaf.metric) else { continue }
      for segment in leaf.segment.map({ [$0] }) ?? segments {
        guard let reach = try reach(of: metric, unit: leaf.unit, segment: segment) else { continue }
        if reach.first.end < first?.end ?? Month(number: .max) { first = reach.first }
        if reach.last.end > last?.end ?? Month(number: .min) { last = reach.last }
      }
    }
    guard let first, let last else { return nil }
    return (first, last)
  }

  /// The series that measures look up for some segments, each once.
  func seriesNames(of measures: [ResolvedMeasure], segments: [String]) throws -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for leaf in try leaves(of: measures.map(\.expression)) {
      guard catalog.metric(named: leaf.metric)?.formula == nil else { continue }
      for segment in leaf.segment.map({ [$0] }) ?? segments {
        let place = segment == Segment.rootPath ? "" : " \(segment)"
        let name = "\(leaf.metric)\(place) (\(leaf.unit))"
        if seen.insert(name).inserted { names.append(name) }
      }
    }
    return names
  }

  /// Whether a segment, or anything below it, has a figure of one of the measures.
  func isPresent(_ measures: [ResolvedMeasure], segment: String) throws -> Bool {
    try leaves(of: measures.map(\.expression)).contains { leaf in
      guard let metric = catalog.metric(named: leaf.metric) else { return false }
      guard let life = try life(of: metric, unit: leaf.unit, segment: segment) else { return false }
      // Where nobody names a currency, one that reports in another is there, and its cells are missing.
      let isElsewhere = reading.currency == nil && life.isInOtherCurrencies
      return life.figures != nil || isElsewhere
    }
  }

  private func reach(
    of metric: Metric, unit: Unit, segment: String
  ) throws -> (first: Period, last: Period)? {
    // A query is asked for its quarters before it is known in which currency it reads amounts.
    let reference = KnownFigures.Reference(metric: metric.name, segment: segment, unit: unit)
    if home == nil, let known = known.reaches[reference] { return known }
    let reach = try life(of: metric, unit: unit, segment: segment)?.figures.map {
      try self.reach(of: metric, unit: unit, segment: segment, within: $0)
    }
    if home == nil { known.reaches[reference] = .some(reach) }
    return reach
  }

  /// Walks in from the outermost printed ends to the first quarters with a value; derived ones
  /// count.
  private func reach(
    of metric: Metric, unit: Unit, segment: String, within figures: ClosedRange<Month>
  ) throws -> (first: Period, last: Period) {
    // A span printed first may give a quarter up to three quarters before its end.
    let earliest = company.calendar.period(of: .quarter, holding: figures.lowerBound - 9)
    let latest = company.calendar.period(of: .quarter, holding: figures.upperBound)
    let hasValue = { (quarter: Period) in
      !(try self.value(of: metric, unit: unit, at: Place(segment: segment, period: quarter))
        .cell.isMissing)
    }
    let quarters = Array(
      sequence(first: earliest) { [calendar = company.calendar] in
        $0.end < latest.end ? calendar.period(of: .quarter, holding: $0.end + 1) : nil
      })
    guard let first = try quarters.first(where: hasValue),
      let last = try quarters.reversed().first(where: hasValue)
    else {
      // Nothing but longer periods: the quarters in which they end.
      return (company.calendar.period(of: .quarter, holding: figures.lowerBound), latest)
    }
    return (first, last)
  }

  /// The metrics behind expressions that are asked of this company, through all formulas, each once.
  func leaves(of expressions: [TypedExpression]) throws -> [Leaf] {
    var leaves: [Leaf] = []
    var pending = expressions.map { Pending(expression: $0) }
    while let next = pending.popLast() {
      var inner = next
      switch next.expression {
      case .metric(let metric, let asked, let segment, _):
        guard next.company.map({ $0 == company.name }) ?? answersRows else { continue }
        let unit = asked == metric.signature.unit ? ownUnit(of: metric) : asked
        let leaf = Leaf(metric: metric.name, unit: unit, segment: segment ?? next.segment)
        if leaves.contains(leaf) { continue }
        leaves.append(leaf)
        guard let formula = try typedFormula(of: metric, unit: unit) else { continue }
        inner.segment = leaf.segment
        inner.expression = formula
        pending.append(inner)
      case .ofCompany(let operand, let name):
        inner.company = name
        inner.expression = operand
        pending.append(inner)
      default:
        pending += next.expression.operands.reversed().map { operand in
          inner.expression = operand
          return inner
        }
      }
    }
    return leaves
  }

  /// An expression whose metrics are still to be found, with what it is held to.
  private struct Pending {
    var expression: TypedExpression
    var segment: String?
    var company: String?
  }

  /// The unit in which the company has a metric's figures where the query asks for no other.
  func ownUnit(of metric: Metric) -> Unit {
    let unit = metric.signature.unit
    guard let home, !unit.isExchangeRate else { return unit }
    return unit.inCurrency(home)
  }
}

extension CellEvaluator {
  /// The units in which a metric has figures: its own, and the same in other currencies.
  private func units(of metric: Metric) throws -> [Unit] {
    try listSeries(of: metric)
    let known = Set((known.listings[metric.name] ?? [:]).values.joined().map(\.key.unit))
    let own = metric.signature.unit
    let others = UnitTable.currencies.map(own.inCurrency)
    return ([own] + others.filter { $0 != own }).filter { known.contains($0.description) }
  }

  /// The first and the last quarter in which anything at all was reported.
  func reachOfEverything() throws -> (first: Period, last: Period)? {
    let lives = try catalog.metrics.filter { $0.formula == nil }.flatMap { metric in
      try units(of: metric).compactMap {
        try life(of: metric, unit: $0, segment: Segment.rootPath)?.figures
      }
    }
    guard let first = lives.map(\.lowerBound).min(), let last = lives.map(\.upperBound).max()
    else { return nil }
    let calendar = company.calendar
    return (
      calendar.period(of: .quarter, holding: first), calendar.period(of: .quarter, holding: last)
    )
  }
}
