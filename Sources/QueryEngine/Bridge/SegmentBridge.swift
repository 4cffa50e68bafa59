import Catalog
import Metrics

/// Works out what each segment did to the difference of their whole.
///
/// A segment that wasn't born yet, or has ended, adds nothing there.
struct SegmentBridge {
  let question: ResolvedBridge
  /// The segments, and behind them their whole.
  let segments: SegmentSelection

  private var whole: ResolvedMeasure { question.whole }
  private var members: Range<Int> { 0..<segments.entries.count - 1 }

  /// The bridge of what segments add up to.
  func bridge() throws -> Bridge {
    let grid = try self.grid([whole])
    let rows = try members.map { index in
      let (opening, closing) = (value(in: grid, 0, index, 0), value(in: grid, 0, index, 1))
      return BridgeRow(
        name: segments.entries[index].title, role: .part,
        segment: segments.entries[index].paths[0], opening: opening, closing: closing,
        effect: try change(from: opening, to: closing), measure: whole)
    }
    let total = try self.total(grid)
    let bridge = Bridge(
      query: question.query, evaluator: question.evaluator, whole: whole, rows: rows,
      total: total, notes: try question.notes(on: grid)
    )
    return try bridge.tied("segments") { try bridge.isRounding($0) }
  }

  /// The same without the segments that don't live in either of the two periods.
  func living(for measures: [ResolvedMeasure]) throws -> SegmentBridge {
    let grid = try grid(measures)
    let living = members.filter { segment in
      measures.indices.contains { measure in
        (0...1).contains { !value(in: grid, measure, segment, $0).isBlank }
      }
    }
    var own = segments
    own.entries = living.map { segments.entries[$0] } + segments.entries.suffix(1)
    return SegmentBridge(question: question, segments: own)
  }

  /// A grid of measures by segment, in the two periods.
  func grid(_ measures: [ResolvedMeasure]) throws -> ResultGrid {
    var query = question.query
    query.measures = measures
    query.segments = segments
    query.layout = Layout(rows: [.segment], columns: [.measure, .time])
    return try ResultGrid(query, evaluator: question.evaluator)
  }

  /// What a segment adds to the whole; blank where it doesn't live.
  func value(
    in grid: ResultGrid, _ measure: Int, _ segment: Int, _ period: Int
  ) -> Evaluated {
    let position = ResultGrid.Position(measure: measure, segment: segment, period: period)
    return grid.lifetimeValues[position] ?? grid[position]
  }

  /// The row of the whole.
  func total(_ grid: ResultGrid) throws -> BridgeRow {
    let index = segments.entries.count - 1
    return BridgeRow(
      name: segments.entries[index].title, role: .total, segment: question.segment,
      opening: value(in: grid, 0, index, 0), closing: value(in: grid, 0, index, 1),
      effect: try question.grid([question.change(of: whole)], closing: question.closing)[.init()],
      measure: whole)
  }

  private func change(from opening: Evaluated, to closing: Evaluated) throws -> Evaluated {
    try Evaluated.combine(
      closing.orNothing.coveringEverything,
      opening.orNothing.coveringEverything.compared(withMonthsLater: question.months)
    ) { try $0 - $1 }
  }
}

extension Evaluated {
  /// The value, or an exact zero where there is nothing to tell.
  var orNothing: Evaluated {
    isBlank ? Evaluated(Cell(.amount(.zero), origin: .computed), coverage: .everything) : self
  }
}
