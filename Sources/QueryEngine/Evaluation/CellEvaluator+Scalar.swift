import Metrics

extension CellEvaluator {
  /// A function of the values of its arguments.
  func applied(
    _ function: ScalarFunction, to arguments: [TypedExpression], at place: Place
  ) throws -> Evaluated {
    if case .firstKnown = function { return try firstKnown(of: arguments, at: place) }
    guard let first = arguments.first else { return .missing([]) }
    let value = try evaluate(first, at: place)
    switch function {
    case .magnitude: return try value.map { try $0.magnitude() }
    case .naturalLogarithm: return try value.map(\.naturalLogarithm)
    case .exponential: return try value.map(\.exponential)
    case .rounded(let places):
      var rounded = try value.map { try $0.rounded(places: places) }
      rounded.exponent = max(value.exponent ?? -places, -places)
      return rounded
    case .smallest, .largest:
      return try extreme(of: value, arguments.dropFirst(), function, at: place)
    case .firstKnown: return value
    }
  }

  private func extreme(
    of value: Evaluated, _ others: ArraySlice<TypedExpression>, _ function: ScalarFunction,
    at place: Place
  ) throws -> Evaluated {
    let wantsSmallest = if case .smallest = function { true } else { false }
    return try others.reduce(value) { best, next in
      try Evaluated.combine(best, try evaluate(next, at: place)) {
        try Number.isBelow($0, $1) == wantsSmallest ? $0 : $1
      }
    }
  }

  /// The first argument that has a value; where none has, what the first one lacks.
  private func firstKnown(
    of arguments: [TypedExpression], at place: Place
  ) throws -> Evaluated {
    var first: Evaluated?
    for argument in arguments {
      let value = try evaluate(argument, at: place)
      if value.cell.number != nil { return value }
      first = first ?? value
    }
    return first ?? .missing([])
  }
}
