import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// The outward form of a query: what its verbs come to and which axes its clauses name.
///
/// A verb is a function of everything on its right, so that verbs and calls come to the same: each
/// measure is one expression.
struct QueryForm {
  /// One measure with the query's verbs around it.
  struct AppliedMeasure {
    /// The whole expression.
    let expression: Expression
    /// The name after `as`.
    let alias: Name?
  }

  let measures: [AppliedMeasure]
  let rowDimensions: [DimensionUse]
  let columnDimensions: [DimensionUse]

  init(_ query: Query) throws(Diagnostic) {
    let verbs = try QueryForm.functionVerbs(of: query)
    let ratios = verbs.filter { $0.verb == .ratio }
    if ratios.count > 1 { throw QueryMessage.doubledVerb("ratio", at: ratios[1].range) }
    try QueryForm.requireDistances(verbs, query)
    var measures: [AppliedMeasure] = []
    for measure in query.measures {
      if let below = measure.denominator, ratios.isEmpty {
        throw QueryMessage.toWithoutRatio(at: below.range)
      }
      measures.append(
        AppliedMeasure(expression: QueryForm.apply(verbs, to: measure), alias: measure.alias))
    }
    self.measures = measures
    (rowDimensions, columnDimensions) = QueryForm.dimensions(of: query)
    try requireDistinctDimensions()
    try QueryForm.requireDistinctExtras(of: query)
  }

  private static func requireDistinctExtras(of query: Query) throws(Diagnostic) {
    var seen: Set<Extra> = []
    for use in query.extras where !seen.insert(use.extra).inserted {
      throw QueryMessage.doubledExtra(use.extra, at: use.range)
    }
  }

  /// The verbs that are functions of what stands behind them: `show` and `plot` say what becomes of
  /// the answer, and `plot` of the whole of it.
  private static func functionVerbs(of query: Query) throws(Diagnostic) -> [VerbUse] {
    let verbs = query.verbs.filter { $0.verb != .show }
    let plots = verbs.filter { $0.verb == .plot }
    if plots.count > 1 { throw QueryMessage.doubledVerb("plot", at: plots[1].range) }
    if let plot = plots.first, verbs[0].verb != .plot {
      throw QueryMessage.plotInside(query.plottedSubject, at: plot.range)
    }
    return verbs.filter { $0.verb != .plot }
  }

  /// Refuses a verb whose function takes a distance, which nothing but its call can say.
  private static func requireDistances(_ verbs: [VerbUse], _ query: Query) throws(Diagnostic) {
    for (index, verb) in verbs.enumerated() {
      let name = verb.verb.rawValue
      guard let function = GrowthFunction.named(name), function.distance == nil else { continue }
      let inner = query.measures.first.map { apply(Array(verbs[(index + 1)...]), to: $0) }
      throw QueryMessage.notADistance(name, inner?.canonicalText ?? "…", at: verb.range)
    }
  }

  /// The measure as the innermost argument of the verbs; both sides of `to` are those of `ratio`.
  private static func apply(_ verbs: [VerbUse], to measure: Measure) -> Expression {
    verbs.reversed().reduce(measure.expression) { inner, verb in
      let below = verb.verb == .ratio ? measure.denominator : nil
      return Expression(
        .call(Name(verb.verb.rawValue, at: verb.range), [inner] + (below.map { [$0] } ?? [])),
        at: below.map { inner.range.union($0.range) } ?? inner.range)
    }
  }

  /// Whether all periods that nothing names become one.
  var collapsesPeriods: Bool {
    measures.allSatisfy { $0.expression.isCollapsed { $0.collapse != .nothing } }
  }

  /// Whether all segments that nothing names become one.
  var collapsesSegments: Bool {
    measures.allSatisfy { $0.expression.isCollapsed { $0.collapse == .periodsAndSegments } }
  }

  /// What stands between the names of periods or segments that become one: a sign of addition where
  /// they are added up.
  var joinsCollapsed: String {
    let aggregates = measures.flatMap(\.expression.calls).filter {
      FunctionTable.function(named: $0.name.folded)?.collapse != FunctionSignature.Collapse.nothing
    }
    return aggregates.allSatisfy { $0.verb == .sum } ? " + " : ", "
  }

  /// The grain that `by` or `across` names.
  var grain: (grain: Grain, range: SourceRange)? {
    for use in rowDimensions + columnDimensions {
      if case .time(let grain) = use.dimension { return (grain, use.range) }
    }
    return nil
  }

  /// The way in which `by` or `across` names segments.
  var segmentDimension: DimensionUse? {
    (rowDimensions + columnDimensions).first { QueryForm.axis(of: $0.dimension) == .segment }
  }

  func names(_ dimension: Dimension) -> Bool { use(of: dimension) != nil }

  /// Where `by` or `across` names a dimension.
  func use(of dimension: Dimension) -> DimensionUse? {
    (rowDimensions + columnDimensions).first { $0.dimension == dimension }
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
      let axis = QueryForm.axis(of: use.dimension)
      if let first = seen[axis] {
        throw QueryMessage.doubledDimension(first.dimension.word, use.dimension.word, at: use.range)
      }
      seen[axis] = use
    }
  }

  static func axis(of dimension: Dimension) -> Layout.Axis {
    switch dimension {
    case .time: .time
    case .segment, .tree, .leaf: .segment
    case .metric: .measure
    case .release: .release
    case .company: .company
    }
  }
}

extension QueryForm {
  /// Where each axis stands: the named ones where they are named, the others where a reader looks
  /// for them.
  func layout(
    companies: CompanySelection, segments: SegmentSelection, measureCount: Int
  ) -> Layout {
    var rows = rowDimensions.map { QueryForm.axis(of: $0.dimension) }
    var columns = columnDimensions.map { QueryForm.axis(of: $0.dimension) }
    let isNamed = { (axis: Layout.Axis) in rows.contains(axis) || columns.contains(axis) }
    let hasBy = !rows.isEmpty
    if companies.entries.count > 1, !isNamed(.company) {
      if rows == [.time] { columns.append(.company) } else { rows.insert(.company, at: 0) }
    }
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
}

extension Expression {
  /// Whether every metric in it stands inside a function that makes one value of many, of which there
  /// is one at least.
  fileprivate func isCollapsed(by collapses: (FunctionSignature) -> Bool) -> Bool {
    switch kind {
    case .call(let name, let arguments):
      if arguments.count == 1, let function = FunctionTable.function(named: name.folded),
        collapses(function)
      {
        return true
      }
      return Expression.areCollapsed(arguments, by: collapses)
    case .negation(let inner), .parenthesized(let inner): return inner.isCollapsed(by: collapses)
    case .binary(let left, _, let right):
      return Expression.areCollapsed([left, right], by: collapses)
    default: return false
    }
  }

  /// Whether all of them are collapsed, apart from plain numbers and the like.
  private static func areCollapsed(
    _ expressions: [Expression], by collapses: (FunctionSignature) -> Bool
  ) -> Bool {
    let measures = expressions.filter(\.readsMetrics)
    return !measures.isEmpty && measures.allSatisfy { $0.isCollapsed(by: collapses) }
  }

  private var readsMetrics: Bool {
    switch kind {
    case .name, .pinned: true
    case .call(_, let arguments): arguments.contains(where: \.readsMetrics)
    case .negation(let inner), .parenthesized(let inner): inner.readsMetrics
    case .binary(let left, _, let right): left.readsMetrics || right.readsMetrics
    default: false
    }
  }
}
