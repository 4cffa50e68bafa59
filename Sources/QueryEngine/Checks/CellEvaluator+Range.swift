import Metrics

extension CellEvaluator {
  /// The stretch of numbers among which the value of an expression lies, by what its figures stand
  /// for; nil where it has no value, or where it could be anything.
  ///
  /// Amounts keep that themselves; only where they are divided or multiplied has it to be worked out.
  func range(of expression: TypedExpression, at place: Place) throws -> FractionRange? {
    defer { effort.leave() }
    try effort.enter()
    switch expression {
    case .sum(let left, let right): return try range(left, right, at: place) { try $0 + $1 }
    case .difference(let left, let right): return try range(left, right, at: place) { try $0 - $1 }
    case .product(let left, let right): return try range(left, right, at: place) { try $0 * $1 }
    case .quotient(let left, let right): return try range(left, right, at: place) { try $0 / $1 }
    default: break
    }
    switch try evaluate(expression, at: place).cell.number {
    case .amount(let amount): return try FractionRange(amount)
    case .fraction(let fraction):
      guard case .metric(let metric, let unit, nil, nil) = expression,
        let formula = try typedFormula(of: metric, unit: unit)
      else { return FractionRange(only: fraction) }
      return try range(of: formula, at: place)
    case .binary, nil: return nil
    }
  }

  private func range(
    _ left: TypedExpression, _ right: TypedExpression, at place: Place,
    _ operation: (FractionRange, FractionRange) throws -> FractionRange?
  ) throws -> FractionRange? {
    guard let first = try range(of: left, at: place), let second = try range(of: right, at: place)
    else { return nil }
    return try operation(first, second)
  }
}
