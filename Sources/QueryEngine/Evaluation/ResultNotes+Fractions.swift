import Metrics

extension ResultNotes {
  /// Says what a bare number of 1 and more means beside a figure that is shown in percent.
  var fractions: [String] {
    guard let condition = query.rows.condition else { return [] }
    let numbers = condition.comparisons.compactMap { left, right in
      bareFraction(right, beside: left) ?? bareFraction(left, beside: right)
    }
    return numbers.map { number in
      "`\(number)` is compared as \(number)00%; for percent, type \(number)%"
    }
  }

  /// The number on one side where the other is in percent, if it was hardly meant as a fraction.
  private func bareFraction(_ side: RowOperand, beside other: RowOperand) -> String? {
    guard case .expression(.constant(let amount)) = side, isPercentage(other),
      amount.exponent >= 0, !amount.isZero
    else { return nil }
    return String(amount.mantissa) + String(repeating: "0", count: Int(amount.exponent))
  }

  private func isPercentage(_ operand: RowOperand) -> Bool {
    switch operand {
    case .extra(let extra):
      query.measures.contains { $0.extras[extra]?.display.style.isPercentage == true }
    case .figure: query.measures.contains { $0.display.style.isPercentage }
    case .expression: false
    }
  }
}

extension RowCondition {
  /// The two sides of every comparison in it.
  var comparisons: [(RowOperand, RowOperand)] {
    switch self {
    case .comparison(let left, _, let right): [(left, right)]
    case .and(let left, let right), .or(let left, let right):
      left.comparisons + right.comparisons
    case .not(let inner): inner.comparisons
    case .name, .state: []
    }
  }
}

extension MeasureDisplay.Style {
  fileprivate var isPercentage: Bool {
    switch self {
    case .percent: true
    default: false
    }
  }
}
