import Catalog
import Metrics

/// Works out what each part of a formula did to the difference between two periods.
struct PartBridge {
  let question: ResolvedBridge
  let formula: BridgeFormula
  /// The flows that lead from one balance to the other; nil where parts are compared.
  let flows: RollForward?

  private var whole: ResolvedMeasure { question.whole }

  func bridge() throws -> Bridge {
    let parts = formula.expressions.map(question.measure)
    let values = try question.grid([whole] + parts)
    let changes = try question.grid(
      ([whole] + (flows == nil ? parts : [])).map(question.change), closing: question.closing)
    let moves = try flows.map { _ in try question.grid(parts, closing: question.stretch) }
    let total = changes[.init()]
    var rows: [BridgeRow] = []
    var place = 0
    for term in formula.terms {
      let figures = try term.content.expressions.indices.map { offset in
        let index = place + offset
        return Figures(
          measure: parts[index], opening: values[.init(measure: index + 1, period: 0)],
          closing: values[.init(measure: index + 1, period: 1)],
          change: try (moves?[.init(measure: index)] ?? changes[.init(measure: index + 1)])
            .refused(like: total))
      }
      rows += try self.rows(of: term, figures)
      place += figures.count
    }
    let bridge = Bridge(
      query: question.query, evaluator: question.evaluator, whole: whole, rows: rows,
      total: BridgeRow(
        name: whole.name, role: .total, segment: question.segment,
        opening: values[.init(period: 0)], closing: values[.init(period: 1)], effect: total,
        measure: whole),
      notes: try notes(of: [changes, moves].compactMap { $0 }) + formula.equations
        + [method].compactMap { $0 })
    return try bridge.tied("parts") { try isRounding($0, in: bridge) }
  }

  private struct Figures {
    let measure: ResolvedMeasure
    let opening: Evaluated
    let closing: Evaluated
    let change: Evaluated
  }

  // MARK: - Rows

  private func rows(
    of term: BridgeFormula.Term, _ figures: [Figures]
  ) throws -> [BridgeRow] {
    let effects = try effects(of: term, figures)
    let isFlow = flows != nil
    return zip(figures, zip(roles(of: term.content), effects)).map { figure, told in
      BridgeRow(
        name: figure.measure.name, role: told.0, of: tellsWhich ? name(of: term) : nil,
        segment: question.segment, factor: term.factor,
        opening: isFlow ? nil : figure.opening, closing: isFlow ? nil : figure.closing,
        effect: told.1, measure: isFlow ? nil : figure.measure)
    }
  }

  /// A side of a product or a quotient moves it as far as it would at the mean of what the other side
  /// makes of it in the two periods, so that neither side comes first.
  private func effects(
    of term: BridgeFormula.Term, _ figures: [Figures]
  ) throws -> [Evaluated] {
    let factor = term.factor
    guard figures.count == 2 else {
      return try figures.map { try $0.change.map { try $0 * factor } }
    }
    let (left, right) = (figures[0], figures[1])
    let values = [left.opening, left.closing, right.opening, right.closing]
    let state = left.change.cell.isUncovered ? [left.change] : []
    let effect = { (operation: @escaping (Sides) throws -> Number?) in
      try Evaluated.joining(state + values) { numbers in
        guard let sum = try operation(Sides(numbers)) else { return nil }
        return try sum * half * factor
      }
    }
    if case .product = term.content {
      return [
        try effect { try $0.left.change * $0.right.sum },
        try effect { try $0.left.sum * $0.right.change },
      ]
    }
    return [try effect { try $0.effectAbove }, try effect { try $0.effectBelow }]
  }

  /// Whether a side has to be told of which quotient or product it is one.
  private var tellsWhich: Bool {
    formula.terms.count { $0.content.expressions.count == 2 } > 1
  }

  /// What a quotient or a product is called.
  private func name(of term: BridgeFormula.Term) -> String? {
    switch term.content {
    case .part: nil
    case .quotient(let left, let right): question.measure(.quotient(left, right)).name
    case .product(let left, let right): question.measure(.product(left, right)).name
    }
  }

  private func roles(of content: BridgeFormula.Content) -> [BridgeRow.Role] {
    switch content {
    case .part: return [.part]
    case .quotient: return [.numerator, .denominator]
    case .product(let left, let right):
      let areRates = [left.isForEach, right.isForEach]
      if areRates[0] == areRates[1] { return [.factor, .factor] }
      return areRates.map { $0 ? .rate : .volume }
    }
  }

  // MARK: - Notes

  private var method: String? {
    if flows != nil { return "effect: the flows of \(question.stretch.title)" }
    guard formula.terms.contains(where: { $0.content.expressions.count == 2 }) else { return nil }
    return "each effect is taken at the mean of the two periods, so that neither side comes first"
  }

  private func notes(of grids: [ResultGrid]) throws -> [String] {
    var lines: [String] = []
    for grid in grids {
      lines += try question.notes(on: grid).filter { !lines.contains($0) }
    }
    return lines
  }

  // MARK: - Rounding

  /// Whether what the parts leave over is a matter of rounding, by what the figures stand for.
  private func isRounding(_ sum: Number, in bridge: Bridge) throws -> Bool {
    if case .amount = bridge.total.effect.cell.number, case .amount = sum {
      return try bridge.isRounding(sum)
    }
    guard let (above, below) = formula.quotient else { return false }
    return try question.places.allSatisfy { place in
      let quotient = TypedExpression.quotient(above, below)
      guard case .amount(let printed) = try value(of: whole.expression, at: place),
        case .fraction(let fraction) = try value(of: quotient, at: place),
        let range = try question.evaluator.range(of: quotient, at: place)
      else { return false }
      return try Tie(printed: printed, quotient: fraction, within: range).verdict != .fails
    }
  }

  private func value(of expression: TypedExpression, at place: Place) throws -> Number? {
    try question.evaluator.evaluate(expression, at: place).cell.number
  }
}

/// The four numbers of two sides at two periods.
private struct Sides {
  struct Side {
    let opening: Number
    let closing: Number
    let sum: Number
    let change: Number
  }

  let left: Side
  let right: Side

  /// The sides of the last four of some numbers, the left one first.
  init(_ numbers: [Number]) throws {
    let four = Array(numbers.suffix(4))
    left = try Sides.side(four[0], four[1])
    right = try Sides.side(four[2], four[3])
  }

  /// Twice the effect of the side above the line on the quotient; nil where one is over zero.
  var effectAbove: Number? {
    get throws {
      guard let first = try left.change / right.opening,
        let second = try left.change / right.closing
      else { return nil }
      return try first + second
    }
  }

  /// Twice the effect of the side below the line.
  var effectBelow: Number? {
    get throws {
      guard let first = try left.sum / right.opening, let second = try left.sum / right.closing
      else { return nil }
      return try second - first
    }
  }

  private static func side(_ opening: Number, _ closing: Number) throws -> Side {
    Side(
      opening: opening, closing: closing, sum: try opening + closing,
      change: try closing - opening)
  }
}

/// A half, as a number that doesn't round.
private let half = Number.amount(Amount(exact: 5, exponent: -1))

extension Evaluated {
  /// The same, refused where the whole is: its effect on what can't be compared means nothing.
  fileprivate func refused(like whole: Evaluated) throws -> Evaluated {
    whole.cell.isUncovered && cell.number != nil ? whole : self
  }
}

extension TypedExpression {
  /// Whether it says how much there is of something for each of something else.
  fileprivate var isForEach: Bool {
    if unit.factors.contains(where: { $0.power < 0 }) { return true }
    if case .quotient = self { return true }
    return [.rate, .ratio].contains(onlyMetric?.signature.kind)
  }
}
