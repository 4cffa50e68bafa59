import Metrics

extension CellEvaluator {
  /// One value of all the quarters and segments of a place.
  ///
  /// A sum needs all its parts. The others take the quarters that were reported, and say how many
  /// those are.
  func aggregated(
    _ inner: TypedExpression, _ aggregate: Aggregate, at place: Place
  ) throws -> Evaluated {
    if aggregate == .sum { return try evaluate(inner, at: place) }
    let quarters = place.quarters.sorted { $0.end < $1.end }
    let cells = try quarters.flatMap { quarter in
      try singlePlaces(of: place).map { single in
        Evaluated.Sample(
          periods: [quarter],
          value: try evaluate(inner, at: single.complete.with(periods: [quarter])))
      }
    }
    return try .summary(of: cells, by: aggregate)
  }
}

extension Evaluated {
  /// A value among those that are summarised, with its time.
  struct Sample {
    let periods: [Period]
    let value: Evaluated
  }

  /// One value of many, taken from those that there are; it says how many.
  static func summary(of samples: [Sample], by aggregate: Aggregate) throws -> Evaluated {
    var result = try summarised(samples, by: aggregate)
    if result.steps.isEmpty, !result.isBlank { result.steps = samples.flatMap(\.value.steps) }
    return result
  }

  private static func summarised(
    _ samples: [Sample], by aggregate: Aggregate
  ) throws -> Evaluated {
    if !samples.isEmpty, samples.allSatisfy(\.value.isBlank) { return .blank }
    if let refused = samples.first(where: { $0.value.cell.isUncovered }) { return refused.value }
    let known = samples.filter { $0.value.cell.number != nil }
    if known.isEmpty, aggregate != .count { return nothing(of: samples.map(\.value)) }
    let numbers = known.compactMap(\.value.cell.number)
    guard let number = try aggregate.value(of: numbers) else {
      return Evaluated(.undefined, coverage: .everything)
    }
    if aggregate == .count {
      let count = Evaluated(Cell(number, origin: .computed), coverage: .everything)
      return count.speaking(for: known, among: samples)
    }
    let chosen = try aggregate.choosesOne ? known.filter { try $0.isEqual(to: number) } : known
    var result = summary(
      number, from: chosen.prefix(aggregate.choosesOne ? 1 : chosen.count),
      of: known, among: samples)
    if aggregate.choosesOne { result.steps = chosen.prefix(1).flatMap(\.value.steps) }
    return result
  }

  /// A number with what it speaks for: the least of what its parts do.
  private static func summary(
    _ number: Number, from chosen: some Collection<Sample>, of known: [Sample],
    among samples: [Sample]
  ) -> Evaluated {
    let parts = chosen.map(\.value)
    let origin = parts.map(\.cell.origin).min() ?? .computed
    var result = Evaluated(
      Cell(
        number, origin: min(.computed, origin),
        isConflicting: parts.contains(where: \.cell.isConflicting)),
      coverage: known.reduce(into: known[0].value.coverage) { $0.formUnion($1.value.coverage) })
    result.exponent = parts.compactMap(\.exponent).max()
    result.firstPublication = parts.map(\.firstPublication).reduce(nil, FirstPublication.joining)
    result.isAcrossBases = parts.contains(where: \.isAcrossBases)
    result.revisions = .joining(parts.lazy.map(\.revisions))
    if known.count < samples.count { result.cell.origin = .partial }
    return result.speaking(for: known, among: samples)
  }

  /// The same with how many of the samples went in, where some didn't.
  private func speaking(for known: [Sample], among samples: [Sample]) -> Evaluated {
    if known.count == samples.count { return self }
    var result = self
    result.part = Part(
      quarters: Set(known.flatMap(\.periods)), reported: known.count, asked: samples.count)
    result.gaps = samples.flatMap(\.value.gaps)
    return result
  }

  private static func nothing(of cells: [Evaluated]) -> Evaluated {
    cells.first { $0.cell.isUndefined } ?? .missing(cells.flatMap(\.gaps))
  }
}

extension Evaluated.Sample {
  fileprivate func isEqual(to number: Number) throws -> Bool {
    guard let own = value.cell.number else { return false }
    return try !Number.isBelow(own, number) && !Number.isBelow(number, own)
  }
}

extension Aggregate {
  /// Whether its value is that of one of many, and not made of all.
  fileprivate var choosesOne: Bool {
    switch self {
    case .min, .max, .first, .last: true
    case .sum, .average, .median, .stdev, .count: false
    }
  }

  /// The one value of many numbers; nil where too few give none.
  fileprivate func value(of numbers: [Number]) throws -> Number? {
    switch self {
    case .sum: try numbers.sum()
    case .average: try numbers.mean()
    case .min: try numbers.ascending().first
    case .max: try numbers.ascending().last
    case .median: try numbers.median()
    case .stdev: numbers.sampleDeviation()
    case .count: .amount(Amount(exact: Int64(numbers.count)))
    case .first: numbers.first
    case .last: numbers.last
    }
  }
}
