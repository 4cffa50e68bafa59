import Catalog
import Metrics

extension BridgeOpener {
  /// What a metric is made of, as an identity says.
  struct Equation {
    let expression: TypedExpression
    /// The metrics that it names.
    let metrics: Set<String>
    /// Its right side as it is told.
    let text: String
  }

  /// A metric as what other identities leave of its whole.
  ///
  /// `operating_income = revenue - total_costs_and_expenses` says that income is left of revenue, and so
  /// `revenue = cost_of_revenue + sga_and_rd_expenses + operating_income` says as much with other parts,
  /// which may have been printed where the costs were not.
  func remainders(of metric: Metric, _ unit: Unit) throws -> [Equation] {
    try wholes(of: metric, unit).flatMap { whole in
      try identities(of: whole, whole.signature.unit).compactMap { equation in
        var terms = equation.expression.signedTerms
        guard terms.allSatisfy({ $0.expression.onlyMetric != nil }),
          let place = terms.firstIndex(where: { $0.expression.onlyMetric?.name == metric.name }),
          !terms.remove(at: place).isNegative
        else { return nil }
        return remainder(of: metric, in: whole, terms)
      }
    }
  }

  /// The metrics of which a metric is left, by its own identities.
  private func wholes(of metric: Metric, _ unit: Unit) throws -> [Metric] {
    var wholes: [Metric] = []
    for equation in try identities(of: metric, unit) {
      for term in equation.expression.signedTerms where !term.isNegative {
        guard let whole = term.expression.onlyMetric, whole.signature.unit == unit,
          equation.expression.isLeft(of: whole), !wholes.contains(where: { $0.name == whole.name })
        else { continue }
        wholes.append(whole)
      }
    }
    return wholes
  }

  private func remainder(
    of metric: Metric, in whole: Metric,
    _ others: [(expression: TypedExpression, isNegative: Bool)]
  ) -> Equation {
    let start = TypedExpression.metric(
      whole, unit: whole.signature.unit, segment: nil, period: nil)
    let expression = others.reduce(start) { left, term in
      term.isNegative ? .sum(left, term.expression) : .difference(left, term.expression)
    }
    let names = others.compactMap { term in
      term.expression.onlyMetric.map { "\(term.isNegative ? "+" : "-") \($0.name)" }
    }
    return Equation(
      expression: expression,
      metrics: Set(others.compactMap { $0.expression.onlyMetric?.name } + [whole.name]),
      text: "\(([whole.name] + names).joined(separator: " ")) (identity of \(whole.name))")
  }
}
