extension CellEvaluator {
  /// A value with the step that gives it, where origins are traced; as it is where they aren't.
  func traced(
    _ value: Evaluated, _ subject: @autoclosure () -> OriginStep.Subject,
    at place: @autoclosure () -> Place
  ) -> Evaluated {
    if !tracesOrigins || value.isBlank { return value }
    return value.made(by: subject(), at: toldByCompany(place()))
  }
}

extension Evaluated {
  fileprivate func made(by subject: OriginStep.Subject, at place: Place) -> Evaluated {
    if case .expression(let expression) = subject, !expression.isStep { return self }
    if steps.count == 1, steps[0].tells(of: subject, at: place) { return self }
    var result = self
    result.steps = [OriginStep(subject, at: place, value: self)]
    return result
  }

  /// The same without the step of an expression that is told by another name, such as a formula by
  /// that of its metric; what a rate does is told on its own.
  var withoutOwnStep: Evaluated { opened { !$0.isConverted } }

  /// The same without the step of an operation that goes on: `a - b` in `a - b - c`.
  var withoutOperation: Evaluated { opened { $0.operation != nil } }

  private func opened(where isWanted: (TypedExpression) -> Bool) -> Evaluated {
    guard steps.count == 1, case .expression(let expression) = steps[0].subject,
      isWanted(expression)
    else { return self }
    var result = self
    result.steps = steps[0].inputs
    return result
  }
}

extension TypedExpression {
  fileprivate var isConverted: Bool { if case .converted = self { true } else { false } }

  /// Whether working it out is a step of its own: numbers say what they are, a metric has steps by
  /// itself, and a sum over periods and segments is what the metric is there.
  fileprivate var isStep: Bool {
    switch self {
    case .metric, .ofCompany, .aggregated(_, .sum): false
    default: contains { if case .metric = $0 { true } else { false } }
    }
  }
}
