extension Amount {
  /// Whether the stretch of numbers that this figure stands for holds the number that `other` says.
  ///
  /// A positive figure stands for the numbers from half a unit below it, up to but without half a
  /// unit above; a negative one is its mirror image; a nil reaches to neither half. Where digits were
  /// cut off, it is the numbers from the figure itself up to but without a whole unit further from
  /// zero. This is the test behind "the same fact printed twice": 10,512 million holds 10,512,328
  /// thousand, and not 10,513,001 thousand.
  package func holds(_ other: Amount) -> Bool {
    guard let (own, theirs, exponent) = try? Amount.aligned(self, other),
      let reach = try? halfUnits(at: exponent),
      let skew = try? skew(at: exponent),
      let way = try? Amount.distanceInHalves(from: own, to: theirs),
      let distance = try? ExactInteger.sum(way, -skew)
    else { return false }
    if way == 0 { return true }
    if own > 0 { return distance >= -reach && distance < reach }
    if own < 0 { return distance > -reach && distance <= reach }
    return distance > -reach && distance < reach
  }

  /// Whether this figure, printed in the same publication as `used`, says the same as that one, which is
  /// no less precise: two with the same last digit have to be equal, and of others the coarser has to
  /// hold the finer.
  package func repeats(_ used: Amount) -> Bool {
    exponent == used.exponent ? mantissa == used.mantissa : holds(used)
  }

  /// Whether this figure was printed to a finer last digit than `other`.
  package func isMorePrecise(than other: Amount) -> Bool {
    exponent < other.exponent
  }
}

extension Amount {
  /// Half the width of the stretch of numbers that the amount stands for; zero for an exact one.
  package func halfWidth() throws(ArithmeticOverflow) -> Amount {
    try Amount.exact(halves: Int128(halfUnits), exponent)
  }

  /// How far the stretch of numbers reaches above the digits.
  package func reachAbove() throws(ArithmeticOverflow) -> Amount {
    try Amount.exact(halves: Int128(halfUnits) + Int128(skew), exponent)
  }

  /// How far the stretch of numbers reaches below the digits.
  package func reachBelow() throws(ArithmeticOverflow) -> Amount {
    try Amount.exact(halves: Int128(halfUnits) - Int128(skew), exponent)
  }

  private static func exact(
    halves: Int128, _ exponent: Int8
  ) throws(ArithmeticOverflow) -> Amount {
    if halves == 0 { return .zero }
    if halves.isMultiple(of: 2) {
      return Amount(exact: try ExactInteger.narrowed(halves / 2), exponent: exponent)
    }
    guard let finer = Int8(exactly: Int(exponent) - 1) else { throw ArithmeticOverflow() }
    return Amount(
      exact: try ExactInteger.narrowed(try ExactInteger.product(halves, 5)), exponent: finer)
  }
}

extension Amount {
  /// Whether the stretches of numbers that two figures stand for have a number in common: the test
  /// behind "a total ties to its parts".
  package func meets(_ other: Amount) -> Bool {
    if halfUnits == 0 { return other.holds(self) }
    if other.halfUnits == 0 { return holds(other) }
    guard let (own, theirs, exponent) = try? Amount.aligned(self, other),
      let ownReach = try? halfUnits(at: exponent),
      let otherReach = try? other.halfUnits(at: exponent),
      let ownSkew = try? skew(at: exponent), let otherSkew = try? other.skew(at: exponent),
      let way = try? Amount.distanceInHalves(from: own, to: theirs),
      let skewed = try? ExactInteger.sum(way, otherSkew),
      let distance = try? ExactInteger.sum(skewed, -ownSkew)
    else { return false }
    return way == 0 || distance.magnitude < ownReach.magnitude + otherReach.magnitude
  }

  /// The way from one mantissa to another, in halves, as what isn't known is counted.
  private static func distanceInHalves(
    from own: Int128, to theirs: Int128
  ) throws(ArithmeticOverflow) -> Int128 {
    try ExactInteger.product(try ExactInteger.sum(theirs, -own), 2)
  }
}
