import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Resolves the clauses that choose and order rows: `where`, `order by`, `top` and `bottom`.
struct RowResolver {
  let query: Query
  let catalog: Catalog
  let axes: Axes
  let layout: Layout
  let context: QueryResolver.Context
  let arithmetic: PeriodArithmetic

  func resolve() throws -> RowSelection {
    var selection = RowSelection()
    var cut: Clause?
    for clause in query.clauses {
      switch clause.kind {
      case .condition(let condition):
        selection.condition = try RowConditionResolver(rows: self).condition(condition)
      case .order(let keys): selection.keys = try keys.map(key)
      case .top(let count), .bottom(let count):
        if let cut { throw QueryMessage.topAndBottom(cut.title, clause.title, at: clause.range) }
        cut = clause
        selection.limit = try count.value()
      default: continue
      }
    }
    if let clause = query.clauses.first(where: \.movesRows), axes.segments.isTree {
      throw QueryMessage.orderedTree(clause.title, at: clause.range)
    }
    if let cut, selection.keys.isEmpty {
      let figure = RowSelection.Key.Value.operand(try figure(nil, at: cut.range))
      selection.keys = [.init(value: figure, isDescending: descends(figure))]
    }
    return selection
  }

  private func key(_ key: SortKey) throws -> RowSelection.Key {
    let value = try value(of: key)
    return .init(value: value, isDescending: key.isDescending ?? descends(value))
  }

  /// Whether rows descend where nothing says so.
  ///
  /// They do for `top`. Ranks go the other way, as the first is the largest.
  private func descends(_ value: RowSelection.Key.Value) -> Bool {
    for clause in query.clauses {
      switch clause.kind {
      case .top: return !isRank(value)
      case .bottom: return isRank(value)
      default: continue
      }
    }
    return false
  }

  private func isRank(_ value: RowSelection.Key.Value) -> Bool {
    switch value {
    case .position: false
    case .operand(.figure): axes.measures.allSatisfy(\.expression.isRanked)
    case .operand(.extra(let extra)): extra == .rank
    case .operand(.expression(let expression)): expression.isRanked
    }
  }

  private func value(of key: SortKey) throws -> RowSelection.Key.Value {
    switch key.kind {
    case .value: return .operand(try figure(nil, at: key.range))
    case .dimension(let dimension):
      let axis = QueryForm.axis(of: dimension)
      guard layout.rows.contains(axis) else {
        throw QueryMessage.orderedByNoRow(dimension, at: key.range)
      }
      return .position(axis)
    case .extra(let extra): return .operand(try operand(of: extra, at: key.range))
    case .period(let period):
      return .operand(try figure(try arithmetic.period(period), at: key.range))
    case .expression(let expression): return .operand(try operand(expression))
    }
  }

  /// The extra of a row's own measure.
  func operand(of extra: Extra, at range: SourceRange) throws(Diagnostic) -> RowOperand {
    guard extra.takesPeriod else { throw QueryMessage.extraWithoutPeriod(extra, at: range) }
    for measure in axes.measures {
      try requireQuarters(measure.extras[extra]?.expression ?? measure.expression, at: range)
    }
    return .extra(extra)
  }

  /// Refuses to compare with the quarter before where the rows aren't of quarters.
  private func requireQuarters(
    _ expression: TypedExpression, at range: SourceRange
  ) throws(Diagnostic) {
    guard expression.comparesQuarters,
      let other = axes.periods.members.first(where: { $0.periods.contains { $0.months != 3 } })
    else { return }
    throw QueryMessage.quarterOnly(other.title, at: range)
  }

  /// The rows' own figures, which have an order where all are counted in one unit.
  func figure(_ period: Period?, at range: SourceRange) throws(Diagnostic) -> RowOperand {
    var units: [Unit] = []
    for unit in axes.measures.map(\.signature.unit) where !units.contains(unit) {
      units.append(unit)
    }
    if layout.rows.contains(.measure), units.count > 1 {
      throw QueryMessage.mixedRows(units, measure: orderableMeasure, at: range)
    }
    return .figure(period)
  }

  /// The first measure as `order by` can name it.
  private var orderableMeasure: String? {
    query.measures.first?.denominator == nil ? axes.measures.first?.name : nil
  }

  /// A value of a row: a measure by its name or alias, the figure itself, or any expression.
  func operand(_ expression: Expression) throws -> RowOperand {
    switch expression.kind {
    case .name(let name) where name.folded == RowResolver.ownFigure:
      return try figure(nil, at: expression.range)
    case .pinned(let name, let pin) where name.folded == RowResolver.ownFigure:
      return try figure(try pin.period.map(arithmetic.period), at: expression.range)
    case .name(let name):
      if let extra = Extra(rawValue: name.folded) {
        return try operand(of: extra, at: expression.range)
      }
      if let measure = axes.measures.first(where: { $0.name == name.text }) {
        return .expression(measure.expression)
      }
    case .parenthesized(let inner): return try operand(inner)
    default: break
    }
    let typed = try context.builder.build(expression)
    try requireQuarters(typed, at: expression.range)
    return .expression(typed)
  }

  private static let ownFigure = "value"

  /// What a value of a row is counted in; nil where that differs from row to row.
  func unit(of expression: Expression) throws -> Unit? {
    switch expression.kind {
    case .name(let name), .pinned(let name, _):
      if name.folded == RowResolver.ownFigure {
        let units = Set(axes.measures.map(\.signature.unit))
        return units.count == 1 ? units.first : nil
      }
      if let extra = Extra(rawValue: name.folded) {
        return axes.measures.first?.extras[extra]?.signature.unit
      }
      if let measure = axes.measures.first(where: { $0.name == name.text }) {
        return measure.signature.unit
      }
    case .parenthesized(let inner): return try unit(of: inner)
    default: break
    }
    return context.builder.converted(try context.builder.signature(of: expression).unit)
  }
}

extension Clause {
  /// Whether it orders rows or keeps only the first of an order.
  fileprivate var movesRows: Bool {
    switch kind {
    case .order, .top, .bottom: true
    default: false
    }
  }
}
