import Metrics

extension Evaluated {
  /// The result of an operation on two cells; the worse state of the two prevails.
  ///
  /// A quotient of two amounts has no last digit of its own; any other result has that of its
  /// coarsest side.
  static func combine(
    _ left: Evaluated, _ right: Evaluated, isQuotient: Bool = false,
    _ operation: (Number, Number) throws -> Number?
  ) throws -> Evaluated {
    if left.isBlank || right.isBlank { return .blank }
    var result = try combined(left, right, isQuotient: isQuotient, operation)
    result.steps = left.steps + right.steps
    return result
  }

  private static func combined(
    _ left: Evaluated, _ right: Evaluated, isQuotient: Bool,
    _ operation: (Number, Number) throws -> Number?
  ) throws -> Evaluated {
    let gaps = left.gaps + right.gaps.filter { !left.gaps.contains($0) }
    if left.cell.isMissing || right.cell.isMissing { return .missing(gaps) }
    guard let coverage = joinedCoverage(left, right) else {
      let gap = Gap.uncovered(left: left.coverage.names, right: right.coverage.names)
      return Evaluated(.uncovered, coverage: left.coverage, gaps: gaps + [gap])
    }
    if let gap = unlikeQuarters(left, right) {
      return Evaluated(.uncovered, coverage: coverage, gaps: gaps + [gap])
    }
    guard let first = left.cell.number, let second = right.cell.number else {
      let cell = left.cell.number == nil ? left.cell : right.cell
      return Evaluated(cell, coverage: coverage, gaps: gaps)
    }
    guard let number = try operation(first, second) else {
      return Evaluated(.undefined, coverage: coverage)
    }
    let origin = min(.computed, left.cell.origin, right.cell.origin)
    let isConflicting = left.cell.isConflicting || right.cell.isConflicting
    var result = Evaluated(
      Cell(number, origin: origin, isConflicting: isConflicting), coverage: coverage, gaps: gaps)
    result.whole = left.coverage == .everything ? right.whole : left.whole
    if left.whole != right.whole, left.coverage != .everything, right.coverage != .everything {
      result.whole = nil
    }
    result.part = left.part ?? right.part
    result.isTimeless = left.isTimeless && right.isTimeless
    result.firstPublication = .joining(left.firstPublication, right.firstPublication)
    result.isAcrossBases =
      left.isAcrossBases || right.isAcrossBases
      || (right.isEarlierSide && areOnDifferentBases(left, right))
    if left.revisions != nil || right.revisions != nil {
      result.revisions =
        right.isEarlierSide
        ? .comparing(left.revisions, with: right.revisions)
        : .joining([left.revisions, right.revisions])
    }
    if !isQuotient || right.exponent == nil {
      result.exponent = result.exponent ?? [left.exponent, right.exponent].compactMap { $0 }.max()
    }
    if isQuotient, right.isTimeless, right.exponent == nil, let magnitude = second.magnitudeInTens {
      result.exponent = result.exponent.map { $0 - magnitude }
    }
    return result
  }

  /// What two cells speak for together; a printed whole matches the sum of all that it is made of.
  private static func joinedCoverage(_ left: Evaluated, _ right: Evaluated) -> Coverage? {
    if let joined = left.coverage.joined(with: right.coverage) { return joined }
    if let whole = left.whole, right.coverage == .segments([whole]) { return right.coverage }
    if let whole = right.whole, left.coverage == .segments([whole]) { return left.coverage }
    return nil
  }

  /// Whether one of two sides had been revised when the other was first published.
  private static func areOnDifferentBases(_ left: Evaluated, _ right: Evaluated) -> Bool {
    guard let first = left.firstPublication, let second = right.firstPublication else {
      return false
    }
    return first.isRevised(before: second) || second.isRevised(before: first)
  }

  /// Two sums of some quarters that don't speak for the same ones.
  private static func unlikeQuarters(_ left: Evaluated, _ right: Evaluated) -> Gap? {
    guard left.part?.quarters != right.part?.quarters, !left.isTimeless, !right.isTimeless
    else { return nil }
    return .unlikeQuarters(left: left.quartersInOrder, right: right.quartersInOrder)
  }

  /// The quarters that two sums of some of a place's quarters share; nil where both have the same, or
  /// all are needed.
  static func commonQuarters(
    _ left: Evaluated, _ right: Evaluated, of place: Place
  ) -> [Period]? {
    guard place.allowsPartial, left.cell.number != nil, right.cell.number != nil,
      unlikeQuarters(left, right) != nil
    else { return nil }
    let common = place.quarters.filter { quarter in
      [left.part, right.part].allSatisfy { $0?.quarters.contains(quarter) != false }
    }
    return common.isEmpty ? nil : common
  }

  private var quartersInOrder: [Period] {
    (part?.quarters ?? []).sorted { $0.end < $1.end }
  }

  func map(_ operation: (Number) throws -> Number?) throws -> Evaluated {
    guard let number = cell.number else { return self }
    guard let changed = try operation(number) else {
      var undefined = Evaluated(.undefined, coverage: coverage)
      undefined.steps = steps
      return undefined
    }
    var result = self
    result.cell = Cell(
      changed, origin: min(.computed, cell.origin), isConflicting: cell.isConflicting)
    return result
  }

  /// Cells of one segment at several times, or of several segments, added up.
  ///
  /// The sum speaks for all that its parts speak for; one missing part makes it missing.
  static func total(of parts: [Evaluated]) throws -> Evaluated {
    guard var sum = parts.first else { return .missing([]) }
    if parts.contains(where: \.cell.isMissing) {
      var missing = Evaluated.missing(parts.flatMap { $0.cell.isMissing ? $0.gaps : [] })
      missing.steps = parts.flatMap(\.steps)
      return missing
    }
    if parts.count == 1 { return sum }
    var coverage = sum.coverage
    sum = sum.alone
    for part in parts.dropFirst() {
      coverage.formUnion(part.coverage)
      sum = try combine(sum, part.alone) { try $0 + $1 }
    }
    sum.coverage = coverage
    if !sum.isBlank { sum.steps = parts.flatMap(\.steps) }
    if parts.contains(where: { $0.revisions != nil }) {
      sum.revisions = .joining(parts.lazy.map(\.revisions))
    }
    return sum
  }
}

extension Evaluated {
  /// The same, without what a sum of many parts puts together once for all of them.
  fileprivate var alone: Evaluated {
    var copy = coveringEverything
    copy.steps = []
    copy.revisions = nil
    return copy
  }
}

extension Number {
  /// The power of ten of the first digit of an exact amount: 3 of 1000; nil of zero and of any other
  /// number.
  fileprivate var magnitudeInTens: Int? {
    guard case .amount(let amount) = self, !amount.isZero else { return nil }
    return String(amount.mantissa.magnitude).count - 1 + Int(amount.exponent)
  }
}

extension Cell {
  var isMissing: Bool {
    if case .missing = content { true } else { false }
  }

  var isUndefined: Bool {
    if case .undefined = content { true } else { false }
  }

  var isUncovered: Bool {
    if case .uncovered = content { true } else { false }
  }
}
