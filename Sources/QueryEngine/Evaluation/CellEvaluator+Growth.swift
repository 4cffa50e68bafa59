import Metrics

extension CellEvaluator {
  /// An expression at an earlier time, or what has become of it since.
  func compared(
    _ expression: TypedExpression, _ comparison: Comparison, over distance: TimeDistance,
    at place: Place
  ) throws -> Evaluated {
    let months = -distance.months(of: place.periods)
    if comparison == .lag { return try evaluate(expression, at: place.shifted(byMonths: months)) }
    let earlier = { (place: Place) in
      try self.evaluate(expression, at: place.shifted(byMonths: months))
        .compared(withMonthsLater: -months)
    }
    return try compareTimes(
      place.complete, { try self.evaluate(expression, at: $0) }, earlier,
      isQuotient: comparison == .growth
    ) { now, before in
      comparison == .change ? try now - before : try growth(of: now, on: before)
    }
  }

  /// Works on two times of one expression; what a sum speaks for is told child by child, so that a
  /// segment that was born between the two is seen.
  func compareTimes(
    _ place: Place, _ left: (Place) throws -> Evaluated, _ right: (Place) throws -> Evaluated,
    isQuotient: Bool, _ operation: (Number, Number) throws -> Number?
  ) throws -> Evaluated {
    try comparingTimes(true) { try compare(place, left, right, isQuotient: isQuotient, operation) }
  }

  /// now ÷ before − 1; on a base that isn't positive growth has no meaning, unless its sign is to be
  /// told.
  func growth(of now: Number, on before: Number) throws -> Number? {
    if before.isZero || (before.isNegative && !tellsSignedGrowth) { return nil }
    guard let quotient = try now / before else { return nil }
    return try quotient - .amount(Amount(exact: 1))
  }

  /// Growth on the previous period, carried on for a year: (now ÷ before)ⁿ − 1.
  func annualized(_ expression: TypedExpression, at place: Place) throws -> Evaluated {
    let months = TimeDistance.previousPeriod.months(of: place.periods)
    return try compareTimes(
      place.complete, { try self.evaluate(expression, at: $0) },
      {
        try self.evaluate(expression, at: $0.shifted(byMonths: -months))
          .compared(withMonthsLater: months)
      }, isQuotient: true
    ) { now, before in
      try compoundGrowth(of: now, on: before, exponent: 12 / Double(months))
    }
  }

  /// Compound annual growth from the first to the last period.
  func compounded(_ expression: TypedExpression, at place: Place) throws -> Evaluated {
    let periods = place.periods.sorted { $0.end < $1.end }
    guard let first = periods.first, let last = periods.last, first.end < last.end else {
      return Evaluated(.undefined, coverage: .everything)
    }
    let months = Int(last.end.number - first.end.number)
    return try compareTimes(
      place.complete, { try self.evaluate(expression, at: $0.with(periods: [last])) },
      {
        try self.evaluate(expression, at: $0.with(periods: [first]))
          .compared(withMonthsLater: months)
      }, isQuotient: true
    ) { now, before in
      try compoundGrowth(of: now, on: before, exponent: 12 / Double(months))
    }
  }

  /// (now ÷ before) to a power, − 1; neither end may be zero or below.
  private func compoundGrowth(
    of now: Number, on before: Number, exponent: Double
  ) throws -> Number? {
    if before.isZero || before.isNegative || now.isZero || now.isNegative { return nil }
    guard let power = try (now / before)?.raised(to: exponent) else { return nil }
    return try power - .amount(Amount(exact: 1))
  }
}
