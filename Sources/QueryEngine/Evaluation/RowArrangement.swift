import Metrics
import QuerySyntax

/// Chooses and orders the rows of a result: `where`, `order by`, `top` and `bottom`.
///
/// Rows are hidden and moved, and nothing else changes: a total stays below, is neither tested nor
/// counted, and what is computed from all rows still is.
struct RowArrangement {
  /// The rows that are shown, in their order.
  private(set) var rows: [ResultGrid.Position] = []
  /// How many there were, without totals.
  private(set) var total = 0
  /// Those that `where` couldn't decide on.
  private(set) var unknown: [ResultGrid.Position] = []

  /// How many are shown, without totals.
  private(set) var shown = 0

  init(_ grid: ResultGrid) throws {
    let query = grid.query
    let all = grid.positions(of: query.layout.rows).filter { row in
      query.rowCompanies.absent.isEmpty
        || !query.rowCompanies.absent.contains(.init(company: row.company, segment: row.segment))
    }
    if query.rows.isEverything {
      rows = all
      total = all.count
      shown = all.count
      return
    }
    let values = RowValues(grid: grid)
    var members = all.filter { !values.isTotal($0) }
    total = members.count
    if let condition = query.rows.condition {
      let verdicts = try members.map { try values.holds(condition, for: $0) }
      unknown = zip(members, verdicts).filter { $0.1 == nil }.map(\.0)
      members = zip(members, verdicts).filter { $0.1 == true }.map(\.0)
    }
    try grid.goOn()
    members = try values.ordered(members, by: query.rows.keys)
    if let limit = query.rows.limit { members = Array(members.prefix(limit)) }
    shown = members.count
    try grid.goOn()
    rows = members + all.filter(values.isTotal)
  }
}

/// The values by which rows are tested and ordered.
struct RowValues {
  let grid: ResultGrid

  private var query: ResolvedQuery { grid.query }

  func isTotal(_ row: ResultGrid.Position) -> Bool {
    query.layout.rows.contains {
      switch $0 {
      case .measure, .release: false
      case .company: query.rowCompanies.entries[row.company].role != .member
      case .segment: query.segments.entries[row.segment].role != .member
      case .time: query.periods.entries[row.period].role != .member
      }
    }
  }

  /// Whether a row is what a condition asks for; nil where that is unknown.
  func holds(_ condition: RowCondition, for row: ResultGrid.Position) throws -> Bool? {
    switch condition {
    case .comparison(let left, let symbol, let right):
      return try compare(try value(left, row), symbol, try value(right, row))
    case .name(let axis, let indices, let isNegated):
      return indices.contains(row[axis]) != isNegated
    case .state(let operand, let state, let isNegated):
      return isIn(state, try value(operand, row)) != isNegated
    case .and(let left, let right):
      let (first, second) = (try holds(left, for: row), try holds(right, for: row))
      if first == false || second == false { return false }
      return first == nil || second == nil ? nil : true
    case .or(let left, let right):
      let (first, second) = (try holds(left, for: row), try holds(right, for: row))
      if first == true || second == true { return true }
      return first == nil || second == nil ? nil : false
    case .not(let inner): return try holds(inner, for: row).map { !$0 }
    }
  }

  private func isIn(_ state: StateTest, _ cell: Cell) -> Bool {
    switch (state, cell.content) {
    case (.missing, .missing), (.undefined, .undefined): true
    default: false
    }
  }

  private func compare(
    _ left: Cell, _ symbol: BinaryOperator, _ right: Cell
  ) throws -> Bool? {
    guard let first = left.number, let second = right.number else { return nil }
    let isBelow = try Number.isBelow(first, second)
    let isAbove = try Number.isBelow(second, first)
    switch symbol {
    case .less: return isBelow
    case .lessOrEqual: return !isAbove
    case .greater: return isAbove
    case .greaterOrEqual: return !isBelow
    case .notEqual: return isBelow || isAbove
    default: return !isBelow && !isAbove
    }
  }
}

extension RowValues {
  /// The value of a row: in a period of its own, else in the first one typed, else in the newest.
  func value(_ operand: RowOperand, _ row: ResultGrid.Position) throws -> Cell {
    let position = tested(row)
    let expression: TypedExpression
    var periods = query.periods.entries[position.period].periods
    switch operand {
    case .figure(nil): return grid[position].cell
    case .figure(let period?):
      expression = query.measures[position.measure].expression
      periods = [period]
    case .extra(let extra):
      let measure = query.measures[position.measure]
      expression = measure.extras[extra]?.expression ?? measure.expression
    case .expression(let other): expression = other
    }
    let company = query.rowCompanies.entries[position.company]
    let segment = query.segments.entries[position.segment]
    return try grid.evaluator(at: position)
      .evaluate(expression, at: query.place(company, segment, periods)).cell
  }

  /// The column in which a row is tested.
  private func tested(_ row: ResultGrid.Position) -> ResultGrid.Position {
    var position = row
    if query.layout.rows.contains(.time) { return position }
    let members = query.periods.entries.indices.filter {
      query.periods.entries[$0].role == .member && query.periods.entries[$0].extra == nil
    }
    position.period = (query.periods.areListed ? members.first : members.last) ?? 0
    return position
  }

  /// Rows in the order of the keys; what has no value comes last, and equal rows stay as they were.
  func ordered(
    _ rows: [ResultGrid.Position], by keys: [RowSelection.Key]
  ) throws -> [ResultGrid.Position] {
    if keys.isEmpty { return rows }
    // One list for all rows: as many lists as rows take their time to make, and to be freed again.
    let values = try rows.flatMap { row in
      try grid.goOn()
      return try keys.map { try sortValue($0.value, row) }
    }
    return try rows.indices.sorted { left, right in
      try grid.goOn()
      for (index, key) in keys.enumerated() {
        let first = values[left * keys.count + index]
        let second = values[right * keys.count + index]
        if let before = try comes(first, before: second, key.isDescending) { return before }
      }
      return left < right
    }.map { rows[$0] }
  }

  private func sortValue(
    _ value: RowSelection.Key.Value, _ row: ResultGrid.Position
  ) throws -> Number? {
    switch value {
    case .position(let axis): .amount(Amount(exact: Int64(row[axis])))
    case .operand(let operand): try self.value(operand, row).number
    }
  }

  /// Whether one value comes before another; nil where neither does.
  private func comes(
    _ left: Number?, before right: Number?, _ isDescending: Bool
  ) throws -> Bool? {
    guard let left, let right else {
      return (left == nil) == (right == nil) ? nil : right == nil
    }
    if try Number.isBelow(left, right) { return !isDescending }
    if try Number.isBelow(right, left) { return isDescending }
    return nil
  }
}
