import Metrics

extension ResultNotes {
  /// Says in what a bare number was compared that lies below all figures, and was rather meant in the
  /// scale that they are shown in.
  var bareNumbers: [String] {
    guard let condition = query.rows.condition else { return [] }
    var told: Set<String> = []
    return condition.comparisons.compactMap { left, right in
      bareNumber(right, beside: left) ?? bareNumber(left, beside: right)
    }.filter { told.insert($0).inserted }
  }

  private func bareNumber(_ side: RowOperand, beside other: RowOperand) -> String? {
    guard case .expression(.constant(let amount)) = side, amount.exponent == 0, !amount.isZero,
      let number = try? Number.amount(amount).magnitude()
    else { return nil }
    let values = RowValues(grid: grid)
    let rows = grid.positions(of: query.layout.rows).filter { !values.isTotal($0) }
    let figures = rows.compactMap { (try? values.value(other, $0))?.number }
    let areAbove = figures.allSatisfy { figure in
      (try? Number.isBelow(number, figure.magnitude())) == true
    }
    guard areAbove, let scale = scale(of: other, figures),
      let word = UnitText.scaleWord(of: scale)
    else { return nil }
    return "where compares with \(amount.mantissa), in base units; for the scale shown, type "
      + "\(amount.mantissa) \(word)"
  }

  /// The scale in which one side of a comparison is shown; nil where it has none.
  private func scale(of operand: RowOperand, _ figures: [Number]) -> Int? {
    if case .figure = operand {
      guard case .amount(nil) = query.measures[0].display.style else { return nil }
      let digits = KnownDigits(of: Array(grid.cells(ofMeasure: 0)))
      return digits.coarsest.map(MeasureFormat.naturalScale)
    }
    let exponents = figures.compactMap { figure -> Int? in
      guard let amount = figure.amount, amount.coarsestExponent != .min else { return nil }
      return amount.shownExponent
    }
    return exponents.max().map(MeasureFormat.naturalScale)
  }
}
