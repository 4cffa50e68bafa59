import Catalog
import Metrics

extension CellEvaluator {
  /// The value over a window that ends where the place does.
  func windowed(
    _ inner: TypedExpression, _ window: TimeWindow, at place: Place
  ) throws -> Evaluated {
    guard let last = place.lastPeriod else { return .missing([]) }
    return try evaluate(
      inner,
      at: place.complete.with(periods: [window.ending(with: last, in: calendar(of: place))]))
  }

  /// The total of everything selected up to the end of the place.
  func running(_ inner: TypedExpression, at place: Place) throws -> Evaluated {
    guard let end = place.lastPeriod?.end else { return .missing([]) }
    let periods = place.selectedPeriods.filter { entry in entry.allSatisfy { $0.end <= end } }
    return try evaluate(inner, at: place.complete.with(periods: periods.flatMap { $0 }))
  }

  /// The value on a base of 100.
  func indexed(
    _ inner: TypedExpression, on base: Period?, at place: Place
  ) throws -> Evaluated {
    // Growth looks back from the periods selected, and the base stays where it is.
    guard let base = base.map({ [$0] }) ?? place.axes.periods.first,
      let start = base.map(\.end).max(), let end = place.lastPeriod?.end
    else { return .missing([]) }
    let months = Int(end.number - start.number)
    return try compareTimes(
      place.complete, { try self.evaluate(inner, at: $0) },
      {
        try self.evaluate(inner, at: $0.with(periods: base)).compared(withMonthsLater: months)
      }, isQuotient: true
    ) { now, before in
      if before.isZero || before.isNegative { return nil }
      return try (now / before).map { try $0 * .amount(Amount(exact: 100)) }
    }
  }

  /// A flow times the periods of a year.
  func runRate(of inner: TypedExpression, at place: Place) throws -> Evaluated {
    let months = TimeDistance.previousPeriod.months(of: place.periods)
    let value = try evaluate(inner, at: place.complete)
    guard let factor = try Fraction(12, Int128(months)) else { return value }
    return try value.map { number in
      factor.denominator == 1
        ? try number * .amount(Amount(exact: Int64(factor.numerator)))
        : try number * .fraction(factor)
    }
  }

  /// The mean of a stock at the end of the period before and at the end of the place.
  func averageBalance(of inner: TypedExpression, at place: Place) throws -> Evaluated {
    guard let first = place.periods.min(by: { $0.start < $1.start }),
      let last = place.lastPeriod
    else { return .missing([]) }
    let opening = Period(end: first.start - 1, months: last.months)
    let sum = try Evaluated.combine(
      try evaluate(inner, at: place.complete.with(periods: [opening])),
      try evaluate(inner, at: place.complete.with(periods: [last]))
    ) { try $0 + $1 }
    return try sum.map { try $0 / .amount(Amount(exact: 2)) }
  }
}
