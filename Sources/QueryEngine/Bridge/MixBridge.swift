import Catalog
import Metrics

/// Works out what each segment did to a quotient of their whole: by a change of its own quotient, and
/// by a change of its weight.
///
/// With R for the quotient of the whole, r for that of a segment and w for the segment's part of what
/// stands below the line, the whole is the sum of r × w. A segment's rate effect is the change of r
/// at the mean of w, its mix effect the change of w at the mean of r − R. As the weights make up one
/// whole, both over all segments tie to the change of R.
struct MixBridge {
  /// What one segment did.
  struct Row {
    let name: String
    let segment: String
    let opening: Evaluated
    let closing: Evaluated
    /// Its part of what stands below the line, in the two periods.
    let weights: [Evaluated]
    let rate: Evaluated
    let mix: Evaluated
    /// Both together.
    let effect: Evaluated
  }

  let segments: SegmentBridge
  /// What stands above and below the line.
  let above: TypedExpression
  let below: TypedExpression

  private var question: ResolvedBridge { segments.question }

  /// The rows, and the bridge that they make up.
  func bridge() throws -> (rows: [Row], bridge: Bridge) {
    let sides = [above, below].map(question.measure)
    let grid = try segments.grid([question.whole] + sides)
    let total = try segments.total(grid)
    let rows = try (0..<segments.segments.entries.count - 1).map { try row($0, in: grid) }
    let bridge = Bridge(
      query: question.query, evaluator: question.evaluator, whole: question.whole,
      rows: rows.flatMap(bridgeRows), total: total,
      notes: try question.notes(on: grid) + [method(sides[1].name)])
    return (rows, try tied(bridge, rows, grid))
  }

  private func method(_ below: String) -> String {
    "weight: the segment's part of \(below); rate effect: the change of its "
      + "\(question.whole.name) at its mean weight; mix effect: the change of its weight at the mean "
      + "of what its \(question.whole.name) is above the total's"
  }

  // MARK: - Segments

  private func row(_ index: Int, in grid: ResultGrid) throws -> Row {
    let last = segments.segments.entries.count - 1
    let part = { (measure: Int, period: Int) in
      segments.value(in: grid, measure, index, period)
    }
    let all = { (measure: Int, period: Int) in segments.value(in: grid, measure, last, period) }
    let own = [part(1, 0), part(1, 1), part(2, 0), part(2, 1)]
    let values =
      own.map(\.orNothing) + [all(0, 0), all(0, 1), all(2, 0), all(2, 1)]
    let effects = try [\MixEffects.rate, \MixEffects.mix, \MixEffects.whole].map { effect in
      try Evaluated.joining(values) { try MixEffects($0)?[keyPath: effect] }
    }
    let weights = try (0..<2).map { period in
      try Evaluated.joining([part(2, period).orNothing, all(2, period)]) { try $0[0] / $0[1] }
    }
    let entry = segments.segments.entries[index]
    return Row(
      name: entry.title, segment: entry.paths[0], opening: part(0, 0), closing: part(0, 1),
      weights: weights, rate: effects[0], mix: effects[1], effect: effects[2])
  }

  /// The two effects of a segment as rows that add up.
  private func bridgeRows(_ row: Row) -> [BridgeRow] {
    [
      BridgeRow(
        name: row.name, role: .rate, segment: row.segment, opening: row.opening,
        closing: row.closing, effect: row.rate, measure: question.whole),
      BridgeRow(
        name: row.name, role: .mix, segment: row.segment, opening: row.weights[0],
        closing: row.weights[1], effect: row.mix, measure: weight),
    ]
  }

  private var weight: ResolvedMeasure {
    ResolvedMeasure(
      name: "weight", expression: below, signature: Signature(kind: .ratio, unit: .ratio),
      display: MeasureDisplay(style: .percent, decimals: nil))
  }

  // MARK: - Ties

  /// The effects of segments are added up as wholes, in which what each is divided by cancels out.
  private func tied(_ bridge: Bridge, _ rows: [Row], _ grid: ResultGrid) throws -> Bridge {
    var wholes = bridge
    wholes.rows = rows.map {
      BridgeRow(name: $0.name, role: .part, segment: $0.segment, effect: $0.effect)
    }
    let count = wholes.rows.count
    let tied = try wholes.tied("segments") { _ in sidesTie(in: grid) }
    var result = bridge
    result.rows += tied.rows.dropFirst(count)
    result.notes = tied.notes
    return result
  }

  /// Whether both sides tie to what was printed of their wholes, in both periods.
  private func sidesTie(in grid: ResultGrid) -> Bool {
    let last = segments.segments.entries.count - 1
    return [1, 2].allSatisfy { measure in
      [0, 1].allSatisfy { period in
        let parts = (0..<last).map { segments.value(in: grid, measure, $0, period) }
        guard let sum = try? parts.filter({ !$0.isBlank }).compactMap(\.cell.number).added(),
          case .amount(let amount) = sum,
          case .amount(let whole) = segments.value(in: grid, measure, last, period).cell.number
        else { return false }
        return whole.meets(amount)
      }
    }
  }
}

/// The effects of one segment on a quotient.
private struct MixEffects {
  let rate: Number
  let mix: Number
  let whole: Number

  /// The effects by what stands above and below the line, for the segment; by the quotient and what
  /// stands below the line, for the whole: each in the first and in the second period.
  ///
  /// A segment that had nothing below the line in one of the periods had no quotient that could
  /// change: all that it did is mix. Nil where the whole has nothing below the line.
  init?(_ numbers: [Number]) throws {
    let (above, below) = (numbers[0...1].map { $0 }, numbers[2...3].map { $0 })
    let (ratios, wholes) = (numbers[4...5].map { $0 }, numbers[6...7].map { $0 })
    let half = Number.amount(Amount(exact: 5, exponent: -1))
    guard let first = try above[0] / wholes[0], let second = try above[1] / wholes[1],
      let before = try below[0] / wholes[0], let after = try below[1] / wholes[1]
    else { return nil }
    let reference = try (ratios[0] + ratios[1]) * half
    whole = try second - first - reference * (after - before)
    guard let old = try above[0] / below[0], let new = try above[1] / below[1] else {
      rate = .amount(.zero)
      mix = whole
      return
    }
    // What each is divided by outgrows an exact number long before the effect does; together, the two
    // are exact.
    let exact = try? (new - old) * (before + after) * half
    rate = exact ?? .binary((new.binary - old.binary) * (before.binary + after.binary) / 2)
    mix = (try? whole - rate) ?? .binary(whole.binary - rate.binary)
  }
}
