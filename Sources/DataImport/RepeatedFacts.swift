import MetricStore
import Metrics

/// Finds the figures of one import that speak of the same fact: the same series, period and day of
/// publication.
///
/// A release prints many of its figures more than once, and mostly says the same each time. An import
/// has to look at every figure for those that don't, so that the table is made once, large enough.
struct RepeatedFacts {
  private let observations: [NewObservation]

  init(_ observations: [NewObservation]) {
    self.observations = observations
  }

  /// The pairs of figures that contradict each other, by index: the figure that is used first, then
  /// the other, in the order in which the facts were first printed.
  ///
  /// `rounding` says what the issuer of a series, given by its index, does with further digits.
  func conflicts(by rounding: (Int) -> PrintedRounding) -> [(used: Int, other: Int)] {
    groups().flatMap { group -> [(used: Int, other: Int)] in
      let rounding = rounding(observations[group[0]].series)
      let used = group.dropFirst().reduce(group[0]) { best, index in
        observations[index].exponent < observations[best].exponent ? index : best
      }
      return group.compactMap { index in
        index == used || agree(used, index, rounding) ? nil : (used, index)
      }
    }
  }

  private func agree(_ used: Int, _ other: Int, _ rounding: PrintedRounding) -> Bool {
    let (used, other) = (observations[used], observations[other])
    guard used.state == .value, other.state == .value else { return used.state == other.state }
    return other.amount(rounding).repeats(used.amount(rounding))
  }

  /// The indices of the figures of each fact that has several, in their order.
  private func groups() -> [[Int]] {
    var size = 64
    while size < observations.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var groupIndices: [Int: Int] = [:]
    var groups: [[Int]] = []
    for index in observations.indices {
      var slot = hash(of: index) & (size - 1)
      while slots[slot] >= 0, !isOfSameFact(Int(slots[slot]), index) {
        slot = (slot + 1) & (size - 1)
      }
      let first = Int(slots[slot])
      if first < 0 {
        slots[slot] = Int32(truncatingIfNeeded: index)
      } else if let group = groupIndices[first] {
        groups[group].append(index)
      } else {
        groupIndices[first] = groups.count
        groups.append([first, index])
      }
    }
    return groups
  }

  private func hash(of index: Int) -> Int {
    let period = observations[index].period
    var hash = RepeatedFacts.mixed(UInt64(truncatingIfNeeded: observations[index].series))
    let part = Int(period.end.number) << 4 | period.months
    hash = RepeatedFacts.mixed(hash ^ UInt64(truncatingIfNeeded: part))
    let day = observations[index].published.dayNumber
    return Int(
      truncatingIfNeeded: RepeatedFacts.mixed(hash ^ UInt64(truncatingIfNeeded: day)))
  }

  private func isOfSameFact(_ one: Int, _ other: Int) -> Bool {
    observations[one].series == observations[other].series
      && observations[one].period == observations[other].period
      && observations[one].published == observations[other].published
  }

  /// A number with its low bits, which find the place in the table, made of all of them.
  private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }
}

extension NewObservation {
  fileprivate func amount(_ rounding: PrintedRounding) -> Amount {
    Amount(printed: mantissa, exponent: exponent, by: rounding)
  }
}
