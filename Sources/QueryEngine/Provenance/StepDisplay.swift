import Catalog
import Metrics

extension TypedExpression {
  /// What its value is counted in.
  var unit: Unit {
    switch self {
    case .constant, .share, .contribution, .ranked, .compounded, .annualized, .indexed,
      .aggregated(_, .count), .compared(_, .growth, _), .scalar(.naturalLogarithm, _),
      .scalar(.exponential, _):
      .ratio
    case .metric(_, let unit, _, _): unit
    case .converted(let inner, let conversion, _): inner.unit.inCurrency(conversion.currency)
    case .sum, .difference, .product, .quotient: unitOfChain
    default: operands.first?.unit ?? .ratio
    }
  }

  /// The unit of operators one after another, in a loop.
  private var unitOfChain: Unit {
    var innermost = self
    var rest: [TypedExpression] = []
    while let operation = innermost.operation {
      rest.append(innermost)
      innermost = operation.left
    }
    return rest.reversed().reduce(innermost.unit) { unit, next in
      switch next {
      case .product(_, let right): unit * right.unit
      case .quotient(_, let right): unit / right.unit
      // A plain number beside an amount stands in the amount's unit.
      case .sum(_, let right), .difference(_, let right): unit.isRatio ? right.unit : unit
      default: unit
      }
    }
  }

  /// The way in which its value is shown.
  var style: MeasureDisplay.Style {
    ownStyle ?? (unit.isRatio ? .quotient : .amount(scaleExponent: nil))
  }

  /// The way that it asks for by itself; nil where its unit decides.
  private var ownStyle: MeasureDisplay.Style? {
    switch self {
    case .metric(let metric, _, _, _): metric.ownStyle
    case .share, .compounded, .annualized, .compared(_, .growth, _): .percent
    case .contribution: .percentagePoints
    case .ranked, .aggregated(_, .count): .number(decimals: 0)
    case .indexed: .number(decimals: 1)
    case .constant, .sum, .product, .quotient, .scalar(.naturalLogarithm, _),
      .scalar(.exponential, _):
      nil
    case .difference, .compared(_, .change, _), .aggregated(_, .stdev): differenceStyle
    default: operands.first?.ownStyle
    }
  }

  /// The difference of percentages is told in percentage points.
  private var differenceStyle: MeasureDisplay.Style? {
    let styles = operands.map(\.ownStyle)
    let arePercentages = styles.allSatisfy { style in
      switch style {
      case .percent, .percentagePoints: true
      default: false
      }
    }
    if arePercentages { return .percentagePoints }
    if case .difference = self { return nil }
    return styles.first ?? nil
  }
}

extension Metric {
  /// The way in which its value is shown where its unit doesn't decide.
  var ownStyle: MeasureDisplay.Style? { shownIn == .percent ? .percent : nil }
}
