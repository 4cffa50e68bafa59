import Catalog
import Metrics

extension CellEvaluator {
  /// The value of an expression at a place.
  func evaluate(_ expression: TypedExpression, at place: Place) throws -> Evaluated {
    defer { effort.leave() }
    try enter()
    return traced(try evaluateWithin(expression, at: place), .expression(expression), at: place)
  }

  private func evaluateWithin(
    _ expression: TypedExpression, at place: Place
  ) throws -> Evaluated {
    switch expression {
    case .constant(let amount):
      var plain = Evaluated(Cell(.amount(amount), origin: .reported), coverage: .everything)
      plain.isTimeless = true
      return plain
    case .metric(let metric, let unit, let segment, let period):
      return try pinned(metric, unit: unit, segment: segment, period: period, at: place)
    case .ofCompany(let inner, let name):
      return try pinned(inner, toCompany: name, at: place)
    // Each company is asked in the currency that the query wants.
    case .converted(let inner, _, _) where !place.companies.isEmpty:
      return try evaluate(inner, at: place)
    case .converted(let inner, let conversion, let kind):
      return try converted(inner, conversion, kind, at: place)
    case .negation(let inner): return try evaluate(inner, at: place).map { try -$0 }
    case .sum, .difference, .product, .quotient: return try chain(expression, at: place)
    case .scalar(let function, let arguments):
      return try applied(function, to: arguments, at: place)
    case .aggregated(let inner, let aggregate):
      return try aggregated(inner, aggregate, at: place)
    case .ranked(let inner, let name): return try rank(of: inner, named: name, at: place)
    case .share(let inner, let isOfRoot): return try share(of: inner, isOfRoot, at: place)
    case .contribution(let inner): return try contribution(of: inner, at: place)
    default: return try evaluateOverTime(expression, at: place)
    }
  }

  private func evaluateOverTime(
    _ expression: TypedExpression, at place: Place
  ) throws -> Evaluated {
    switch expression {
    case .compared(let inner, let comparison, let distance):
      return try compared(inner, comparison, over: distance, at: place)
    case .windowed(let inner, let window): return try windowed(inner, window, at: place)
    case .running(let inner): return try running(inner, at: place)
    case .indexed(let inner, let base): return try indexed(inner, on: base, at: place)
    case .compounded(let inner): return try compounded(inner, at: place)
    case .annualized(let inner): return try annualized(inner, at: place)
    case .runRate(let inner): return try runRate(of: inner, at: place)
    case .averageBalance(let inner): return try averageBalance(of: inner, at: place)
    default: return .missing([])
    }
  }

  /// Operators one after another, in a loop: a long sum is as deep as it is long.
  ///
  /// Only where sides are restricted to what they share is the left one looked at again.
  private func chain(_ expression: TypedExpression, at place: Place) throws -> Evaluated {
    let looksAgain = comparesLikeForLike || place.allowsPartial
    var innermost = expression
    var rest: [TypedExpression.Operation] = []
    while let operation = innermost.operation {
      rest.append(operation)
      innermost = operation.left
      if looksAgain { break }
    }
    var result = Evaluated.missing([])
    if !looksAgain { result = try evaluate(innermost, at: place) }
    for operation in rest.reversed() {
      let left = result
      result = try compare(
        place,
        { looksAgain ? try self.evaluate(operation.left, at: $0).withoutOperation : left },
        { try self.evaluate(operation.right, at: $0) }, isQuotient: operation.isQuotient,
        operation.apply)
    }
    return result
  }

  /// Works on two sides, which are restricted to the quarters that they share where the query says
  /// `partial`, and to the segments where it says `like for like`.
  func compare(
    _ place: Place, _ left: (Place) throws -> Evaluated, _ right: (Place) throws -> Evaluated,
    isQuotient: Bool = false, _ operation: (Number, Number) throws -> Number?
  ) throws -> Evaluated {
    let (first, second) = (try left(place), try right(place))
    if let quarters = Evaluated.commonQuarters(first, second, of: place) {
      let common = place.complete.with(periods: quarters)
      var result = try compare(common, left, right, isQuotient: isQuotient, operation)
      result.part = .init(
        quarters: Set(quarters), reported: quarters.count, asked: place.quarters.count)
      result.gaps += first.gaps + second.gaps
      if result.cell.number != nil { result.cell.origin = .partial }
      return result
    }
    guard comparesLikeForLike,
      let (common, shared) = sharedPlace(of: place, first.coverage, second.coverage)
    else { return try Evaluated.combine(first, second, isQuotient: isQuotient, operation) }
    var result = try Evaluated.combine(
      try left(common).coveringEverything, try right(common).coveringEverything,
      isQuotient: isQuotient, operation)
    result.coverage = .segments(Set(shared))
    result.gaps.append(.likeForLike(shared))
    return result
  }

  /// A metric's value, at a segment or period of its own where it is held to one.
  private func pinned(
    _ metric: Metric, unit: Unit, segment: String?, period: Period?, at place: Place
  ) throws -> Evaluated {
    var own = segment.map { place.held(toSegment: $0) } ?? place
    if let period { own.periods = [period] }
    var result = try value(of: metric, unit: unit, at: own)
    // A metric held to a segment on purpose is compared with others on purpose.
    if segment != nil { result.coverage = .everything }
    result.isTimeless = period != nil
    return result
  }

  /// Amounts in another currency: a flow quarter by quarter where the rate has one for each, a stock
  /// at the period's end.
  private func converted(
    _ inner: TypedExpression, _ conversion: Conversion, _ kind: Aggregation, at place: Place
  ) throws -> Evaluated {
    if conversion.isConstant { return try exchanged(inner, conversion, at: place) }
    guard kind == .flow else {
      guard let last = place.lastPeriod else { return .missing([]) }
      return try exchanged(
        inner, conversion, at: place.with(periods: [last]), isStock: kind == .stock)
    }
    let quarter = { (place: Place) in
      self.traced(
        try self.exchanged(inner, conversion, at: place),
        .expression(.converted(inner, conversion, kind: kind)), at: place)
    }
    let sum = try Evaluated.total(
      of: try place.quarters.map { try quarter(place.complete.with(periods: [$0])) })
    guard sum.cell.isMissing, place.allowsPartial else { return sum }
    return try partialSum(at: place, quarter) ?? sum
  }

  private func exchanged(
    _ inner: TypedExpression, _ conversion: Conversion, at place: Place, isStock: Bool = false
  ) throws -> Evaluated {
    let amount = try evaluate(inner, at: place)
    // A balance has the rate of the quarter that it closes, whatever period it was asked for.
    let periods = isStock ? place.periods.map { Period.quarter(ending: $0.end) } : place.periods
    let rate = try evaluate(
      conversion.rate, at: place.with(segments: [Segment.rootPath]).with(periods: periods)
    ).coveringEverything
    var result = try Evaluated.combine(amount, rate) {
      conversion.isPerTarget ? try $0 / $1 : try $0 * $1
    }
    result.exponent = amount.exponent
    return result
  }
}
