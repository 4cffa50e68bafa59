import Catalog
import Metrics

/// An identity that leads from the opening balance of a stock to its closing one by flows.
struct RollForward {
  let stock: Metric
  let equation: CheckedEquation
  /// The flows, and whether each is taken away.
  let terms: [(expression: TypedExpression, isNegative: Bool)]

  /// The first roll-forward of a stock over so many months; nil where there is none.
  ///
  /// An identity over a quarter leads over a year in four steps, whose flows add up.
  init?(of expression: TypedExpression, over months: Int, with evaluator: CellEvaluator) throws {
    guard let stock = expression.onlyMetric, let unit = expression.unitOfMetric,
      stock.signature.kind == .stock
    else { return nil }
    let equations = try CheckedEquation.all(
      of: stock, in: unit, evaluator.catalog, evaluator.company.calendar)
    for equation in equations where equation.kind == .rollForward {
      let (balances, flows) = equation.expression.signedTerms.split {
        $0.expression.isEarlierBalance(of: stock, over: months)
      }
      guard balances.count == 1, !balances[0].isNegative,
        flows.allSatisfy({ $0.expression.isFlow }), !flows.isEmpty
      else { continue }
      self.stock = stock
      self.equation = equation
      terms = flows
      return
    }
    return nil
  }

  /// The periods from the end of one to the end of another.
  static func stretch(from first: Period, to last: Period) -> [Period] {
    let months = Int(last.end.number - first.end.number)
    if months <= 12 { return [Period(end: last.end, months: months)] }
    return Period(end: last.end, months: months).quarters
  }
}

extension Sequence {
  /// Those that meet a condition, and the others.
  fileprivate func split(
    where condition: (Element) -> Bool
  ) -> (meeting: [Element], others: [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}

extension TypedExpression {
  /// The same without what makes no difference to a balance.
  var withoutWindows: TypedExpression {
    switch self {
    case .windowed(let inner, _): inner.withoutWindows
    case .converted(let inner, let conversion, let kind):
      .converted(inner.withoutWindows, conversion, kind: kind)
    default: self
    }
  }

  /// The unit in which the one metric that it is, is read.
  fileprivate var unitOfMetric: Unit? {
    switch self {
    case .metric(_, let unit, _, _): unit
    case .windowed(let inner, _), .converted(let inner, _, _): inner.unitOfMetric
    default: nil
    }
  }

  /// Whether it is what a stock was, so far back that a number of such steps make up the distance.
  fileprivate func isEarlierBalance(of stock: Metric, over months: Int) -> Bool {
    guard case .compared(let inner, .lag, let distance) = self,
      inner.onlyMetric?.name == stock.name
    else { return false }
    return months.isMultiple(of: distance.months(of: []))
  }

  fileprivate var isFlow: Bool {
    addsUpOverSegments
      && signedTerms.allSatisfy { ($0.expression.onlyMetric?.signature.kind ?? .flow) == .flow }
  }
}
