import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// The outward form of a query: what its verbs come to and which axes its clauses name.
struct QueryForm {
  /// What the verbs make of the measures.
  enum Action {
    /// Each metric aggregated the way its kind says.
    case show
    /// A ratio, in percent.
    case ratio
    /// Added up over the periods and segments of a row.
    case sum
  }

  let action: Action
  /// The verbs that relate a measure to another time or to a whole, outermost first.
  let relations: [VerbUse]
  let measures: [Measure]
  let rowDimensions: [DimensionUse]
  let columnDimensions: [DimensionUse]

  init(_ query: Query) throws(Diagnostic) {
    var verbs = query.verbs.filter { $0.verb != .show }
    relations = Array(verbs.prefix { QueryForm.relates($0.verb.rawValue) })
    verbs.removeFirst(relations.count)
    var measures = query.measures
    while let call = QueryForm.soleCall(in: measures) {
      measures[0] = call.measure
      if call.verb.verb != .show { verbs.append(call.verb) }
    }
    for verb in verbs where QueryForm.lacksDistance(verb.verb.rawValue) {
      throw QueryMessage.notADistance(verb.verb.rawValue, at: verb.range)
    }
    self.measures = measures
    switch verbs.map(\.verb) {
    case []: action = .show
    case [.ratio]: action = .ratio
    case [.sum] where relations.isEmpty, [.sum, .sum] where relations.isEmpty: action = .sum
    case [.ratio, .ratio]: throw QueryMessage.doubledVerb("ratio", at: verbs[1].range)
    default: throw UnansweredForm.verbs(relations + verbs)
    }
    (rowDimensions, columnDimensions) = QueryForm.dimensions(of: query)
    try requireDistinctDimensions()
  }

  private static func lacksDistance(_ verb: String) -> Bool {
    GrowthFunction.named(verb).map { $0.distance == nil } ?? false
  }

  private static func relates(_ verb: String) -> Bool {
    verb == Verb.share.rawValue || TimeWindow(rawValue: verb) != nil
      || GrowthFunction.named(verb)?.distance != nil
  }

  /// `sum(x)` or `ratio(a to b)` as the only measure: the verb form, written as a call.
  private static func soleCall(in measures: [Measure]) -> (verb: VerbUse, measure: Measure)? {
    guard measures.count == 1, measures[0].denominator == nil,
      case .call(let name, let arguments) = measures[0].expression.kind,
      let verb = Verb(rawValue: name.folded), [.show, .ratio, .sum].contains(verb),
      let first = arguments.first, arguments.count == 1 || (verb == .ratio && arguments.count == 2)
    else { return nil }
    let measure = Measure(
      expression: first, denominator: arguments.dropFirst().first, alias: measures[0].alias)
    return (VerbUse(verb, at: name.range), measure)
  }

  /// Whether periods and segments that nothing names are added up.
  var isAggregate: Bool { action == .sum }

  /// The grain that `by` or `across` names.
  var grain: (grain: Grain, range: SourceRange)? {
    for use in rowDimensions + columnDimensions {
      if case .time(let grain) = use.dimension { return (grain, use.range) }
    }
    return nil
  }

  func names(_ dimension: Dimension) -> Bool {
    (rowDimensions + columnDimensions).contains { $0.dimension == dimension }
  }

  private static func dimensions(of query: Query) -> ([DimensionUse], [DimensionUse]) {
    var rows: [DimensionUse] = []
    var columns: [DimensionUse] = []
    for clause in query.clauses {
      if case .by(let uses) = clause.kind { rows = uses }
      if case .across(let uses) = clause.kind { columns = uses }
    }
    return (rows, columns)
  }

  private func requireDistinctDimensions() throws(Diagnostic) {
    var seen: [Layout.Axis: DimensionUse] = [:]
    for use in rowDimensions + columnDimensions {
      guard let axis = QueryForm.axis(of: use.dimension) else { continue }
      if let first = seen[axis] {
        throw QueryMessage.doubledDimension(first.dimension.word, use.dimension.word, at: use.range)
      }
      seen[axis] = use
    }
  }

  static func axis(of dimension: Dimension) -> Layout.Axis? {
    switch dimension {
    case .time: .time
    case .segment, .tree, .leaf: .segment
    case .metric: .measure
    case .company, .release: nil
    }
  }
}

extension QueryForm {
  /// Where each axis stands: the named ones where they are named, the others where a reader looks
  /// for them.
  func layout(segments: SegmentSelection, measureCount: Int) -> Layout {
    var rows = rowDimensions.compactMap { QueryForm.axis(of: $0.dimension) }
    var columns = columnDimensions.compactMap { QueryForm.axis(of: $0.dimension) }
    let isNamed = { (axis: Layout.Axis) in rows.contains(axis) || columns.contains(axis) }
    let hasBy = !rows.isEmpty
    if segments.entries.count > 1, !isNamed(.segment) {
      if rows == [.time] { columns.append(.segment) } else { rows.append(.segment) }
    }
    if !isNamed(.measure) {
      if hasBy { columns.append(.measure) } else { rows.append(.measure) }
    }
    if !isNamed(.time) { columns.append(.time) }
    let others = columns.filter { $0 != .measure }
    if measureCount == 1, !names(.metric), rows.count + columns.count > 2, !others.isEmpty {
      rows.removeAll { $0 == .measure }
      columns = others
    }
    return Layout(rows: rows, columns: columns)
  }

  /// Refuses to add up what doesn't add up.
  func requireSummable(
    _ measures: [ResolvedMeasure], over periods: PeriodSelection
  ) throws(Diagnostic) {
    guard action == .sum else { return }
    for (measure, source) in zip(measures, self.measures) {
      let range = source.expression.range
      switch measure.signature.kind {
      case .flow, .constant: continue
      case .stock:
        if periods.entries.contains(where: { $0.periods.contains { $0.months > 3 } })
          || periods.entries.contains(where: { $0.periods.count > 1 })
        {
          throw QueryMessage.summedStock(measure.name, at: range)
        }
      case .rate: throw QueryMessage.summedRate(measure.name, at: range)
      case .ratio: throw QueryMessage.summedRatio(measure.name, at: range)
      case .composite: throw QueryMessage.summedComposite(measure.name, at: range)
      }
    }
  }
}
