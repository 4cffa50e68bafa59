import Catalog
import Metrics

/// The evaluated cells of a resolved query, by measure, segment and period.
struct ResultGrid {
  let query: ResolvedQuery
  private let cells: [Evaluated]

  /// Evaluates every cell that `query` asks for.
  init(_ query: ResolvedQuery, evaluator: CellEvaluator) throws {
    self.query = query
    var cells: [Evaluated] = []
    cells.reserveCapacity(
      query.measures.count * query.segments.entries.count * query.periods.entries.count)
    for measure in query.measures {
      for segment in query.segments.entries {
        for period in query.periods.entries {
          cells.append(try ResultGrid.evaluate(measure, segment, period, evaluator))
        }
      }
    }
    self.cells = cells
  }

  /// A place on each axis.
  struct Position {
    var measure = 0
    var segment = 0
    var period = 0

    subscript(axis: Layout.Axis) -> Int {
      get {
        switch axis {
        case .measure: measure
        case .segment: segment
        case .time: period
        }
      }
      set {
        switch axis {
        case .measure: measure = newValue
        case .segment: segment = newValue
        case .time: period = newValue
        }
      }
    }
  }

  subscript(position: Position) -> Evaluated {
    let segments = query.segments.entries.count
    let periods = query.periods.entries.count
    return cells[(position.measure * segments + position.segment) * periods + position.period]
  }

  /// All cells of one measure.
  func cells(ofMeasure measure: Int) -> ArraySlice<Evaluated> {
    let size = query.segments.entries.count * query.periods.entries.count
    return cells[measure * size..<(measure + 1) * size]
  }

  /// All cells.
  var all: [Evaluated] { cells }

  func count(of axis: Layout.Axis) -> Int {
    switch axis {
    case .measure: query.measures.count
    case .segment: query.segments.entries.count
    case .time: query.periods.entries.count
    }
  }

  private static func evaluate(
    _ measure: ResolvedMeasure, _ segment: SegmentSelection.Entry,
    _ period: PeriodSelection.Entry, _ evaluator: CellEvaluator
  ) throws -> Evaluated {
    let expression = period.growth?.compared(measure) ?? measure.expression
    do {
      let parts = try segment.paths.flatMap { path in
        try period.periods.map {
          try evaluator.evaluate(expression, segment: path, period: $0)
        }
      }
      return try Evaluated.total(of: parts)
    } catch is ArithmeticOverflow {
      throw QueryMessage.overflow(measure.name, "\(segment.title) \(period.heading)")
    }
  }
}
