import Metrics

extension CellEvaluator {
  /// An expression at an earlier time, or what has become of it since.
  func compared(
    _ expression: TypedExpression, _ comparison: Comparison, over distance: TimeDistance,
    segment: String, period: Period
  ) throws -> Evaluated {
    let earlier = try evaluate(
      expression, segment: segment, period: distance.before(period))
    if comparison == .lag { return earlier }
    let current = try evaluate(expression, segment: segment, period: period)
    return try Evaluated.combine(current, earlier) { now, before in
      comparison == .change ? try now - before : try growth(of: now, on: before)
    }
  }

  /// now ÷ before − 1; on a base that isn't positive growth has no meaning, unless its sign is to be
  /// told.
  private func growth(of now: Number, on before: Number) throws -> Number? {
    if before.isZero || (before.isNegative && !tellsSignedGrowth) { return nil }
    guard let quotient = try now / before else { return nil }
    return try quotient - .amount(Amount(exact: 1))
  }
}
