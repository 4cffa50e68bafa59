import Catalog
import Metrics

/// A bridge: rows that add up to the last one.
struct Bridge {
  /// The query that it answers, with the two periods.
  let query: ResolvedQuery
  let evaluator: CellEvaluator
  let whole: ResolvedMeasure
  /// The rows, in the order of the formula or of the segments.
  var rows: [BridgeRow]
  /// The difference.
  let total: BridgeRow
  /// What stands below.
  var notes: [String]
}

extension Bridge {
  /// The same with a row for what the others don't explain, and a line that says whether they tie.
  ///
  /// The rows are `what`, parts or segments; `isRounding` says of their sum whether the rounding of
  /// printed figures explains how far it is off.
  func tied(_ what: String, isRounding: (Number) throws -> Bool) throws -> Bridge {
    var bridge = self
    guard let whole = total.effect.cell.number,
      rows.allSatisfy({ $0.effect.cell.number != nil })
    else {
      bridge.notes.append("the effects don't add up to the difference, as one of them has no value")
      return bridge
    }
    let sum = try rows.compactMap(\.effect.cell.number).added()
    let rest = try whole - sum
    if Bridge.isNothing(rest, beside: whole) {
      bridge.notes.append("the effects add up to the difference")
      return bridge
    }
    let isRounding = try isRounding(sum)
    let effect = Evaluated(Cell(rest.digitsAlone, origin: .computed), coverage: .everything)
    bridge.rows.append(
      BridgeRow(
        name: isRounding ? "rounding" : "not explained by the parts",
        role: isRounding ? .rounding : .rest, segment: total.segment, effect: effect))
    bridge.notes.append(
      isRounding
        ? "the effects add up to the difference with what rounding leaves over"
        : "the \(what) don't explain all of the difference; `check` compares the figures")
    return bridge
  }

  /// Whether the rounding of printed amounts explains how far the sum of the effects is off.
  ///
  /// It has to at both ends as well: a difference leaves room for the rounding of two periods, in which
  /// what is wrong in one of them could hide.
  func isRounding(_ sum: Number) throws -> Bool {
    guard Bridge.meet(total.effect.cell.number, sum) else { return false }
    guard rows.allSatisfy({ $0.role == .part }), [.flow, .stock].contains(whole.signature.kind)
    else { return true }
    return try meets(total.opening, rows.map { ($0.opening, $0.factor) })
      && meets(total.closing, rows.map { ($0.closing, $0.factor) })
  }

  /// Whether the parts meet their whole in one period; nothing tells where they are flows between two
  /// balances.
  private func meets(
    _ whole: Evaluated?, _ parts: [(value: Evaluated?, factor: Number)]
  ) throws -> Bool {
    if parts.allSatisfy({ $0.value == nil }) { return true }
    let sum = try parts.compactMap { part in
      try part.value?.cell.number.map { try $0 * part.factor }
    }.added()
    return Bridge.meet(whole?.cell.number, sum)
  }

  private static func meet(_ whole: Number?, _ sum: Number) -> Bool {
    guard case .amount(let printed) = whole, case .amount(let amount) = sum else { return false }
    return printed.meets(amount)
  }

  /// Whether nothing is left; of binary numbers, no more than their last digits.
  private static func isNothing(_ rest: Number, beside whole: Number) -> Bool {
    guard case .binary(let value) = rest else { return rest.isZero }
    return value.magnitude <= whole.binary.magnitude * 1e-12
  }
}

extension [Number] {
  /// The sum; zero of none.
  func added() throws(ArithmeticOverflow) -> Number {
    guard var sum = first else { return .amount(.zero) }
    for number in dropFirst() { sum = try sum + number }
    return sum
  }
}

extension Evaluated {
  /// One value of several, in the worst of their states; what they speak for is told elsewhere.
  static func joining(
    _ values: [Evaluated], _ operation: ([Number]) throws -> Number?
  ) throws -> Evaluated {
    guard var joined = values.first?.coveringEverything else { return .missing([]) }
    for value in values.dropFirst() {
      joined = try combine(joined, value.coveringEverything) { left, _ in left }
    }
    return try joined.map { _ in try operation(values.compactMap(\.cell.number)) }
  }
}
