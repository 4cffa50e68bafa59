/// A value axis from one round figure to another, with zero among its ticks.
struct PlotAxis {
  /// One round figure, held as `mantissa` × 10^`exponent` so that its text is exact.
  struct Tick {
    let mantissa: Int64
    let exponent: Int

    var value: Double { Double(mantissa) * PlotAxis.power(exponent) }
  }

  /// The most steps that are told apart.
  private static let mostSteps = 6

  /// The ticks from the lowest to the highest, a step apart.
  let ticks: [Tick]

  /// The axis that some values fit on; from 0 to 1 where none of them is anything but zero.
  init(_ values: [Double]) {
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    guard high > low else {
      ticks = [Tick(mantissa: 0, exponent: 0), Tick(mantissa: 1, exponent: 0)]
      return
    }
    var step = Tick(mantissa: 1, exponent: PlotAxis.magnitude(of: (high - low) / 10))
    while PlotAxis.steps(step, low, high).count > PlotAxis.mostSteps { step = step.coarser }
    let range = PlotAxis.steps(step, low, high)
    ticks = (range.lowerBound...range.upperBound).map {
      Tick(mantissa: Int64($0) * step.mantissa, exponent: step.exponent)
    }
  }

  /// The number of steps below zero.
  var stepsBelow: Int { ticks.firstIndex { $0.mantissa == 0 } ?? 0 }
  /// The number of steps in all.
  var steps: Int { ticks.count - 1 }
  /// The value between two ticks.
  var step: Double { ticks[1].value - ticks[0].value }
  /// The lowest value.
  var low: Double { ticks[0].value }
  /// The highest value.
  var high: Double { ticks[steps].value }

  /// A power of ten.
  ///
  /// Repeated multiplication keeps small powers exact.
  static func power(_ exponent: Int) -> Double {
    let power = (0..<abs(exponent)).reduce(1.0) { product, _ in product * 10 }
    return exponent < 0 ? 1 / power : power
  }

  /// The largest power of ten that isn't above a positive value.
  private static func magnitude(of value: Double) -> Int {
    var exponent = 0
    while power(exponent) > value, exponent > -300 { exponent -= 1 }
    while power(exponent + 1) <= value, exponent < 300 { exponent += 1 }
    return exponent
  }

  /// The multiples of a step between which two values lie.
  private static func steps(_ step: Tick, _ low: Double, _ high: Double) -> Range<Int> {
    Int((low / step.value).rounded(.down))..<Int((high / step.value).rounded(.up))
  }
}

extension PlotAxis.Tick {
  /// The next of 1, 2, 5, 10, 20 and so on.
  fileprivate var coarser: Self {
    switch mantissa {
    case 1: Self(mantissa: 2, exponent: exponent)
    case 2: Self(mantissa: 5, exponent: exponent)
    default: Self(mantissa: 1, exponent: exponent + 1)
    }
  }
}
