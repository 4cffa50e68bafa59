import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// The functions that compare a measure with itself at an earlier time, by their names.
struct GrowthFunction: Sendable {
  let name: String
  let comparison: Comparison
  /// The distance that the name says; nil where an argument says it.
  let distance: TimeDistance?

  private static let all: [GrowthFunction] = [
    .init(name: "yoy", comparison: .growth, distance: .months(12)),
    .init(name: "qoq", comparison: .growth, distance: .previousQuarter),
    .init(name: "pop", comparison: .growth, distance: .previousPeriod),
    .init(name: "yoy_change", comparison: .change, distance: .months(12)),
    .init(name: "qoq_change", comparison: .change, distance: .previousQuarter),
    .init(name: "pop_change", comparison: .change, distance: .previousPeriod),
    .init(name: "growth", comparison: .growth, distance: nil),
    .init(name: "change", comparison: .change, distance: nil),
    .init(name: "lag", comparison: .lag, distance: nil),
  ]

  /// The function of that name, folded.
  static func named(_ name: String) -> GrowthFunction? { all.first { $0.name == name } }

  /// The distance over which a call compares: the name's own, or its second argument.
  func distance(
    _ name: Name, _ arguments: [Expression]
  ) throws(Diagnostic) -> TimeDistance {
    if let distance { return distance }
    guard arguments.count > 1, case .distance(let count, let grain) = arguments[1].kind else {
      throw QueryMessage.notADistance(
        name.folded, arguments.first?.canonicalText ?? "…",
        at: arguments.last?.range ?? name.range)
    }
    return .months(count * grain.months)
  }

  /// What a comparison of something with that signature gives: growth of a ratio by a named distance
  /// is its difference, in percentage points; `growth(x, 1 year)` forces percent.
  func comparison(of signature: Signature) -> Comparison {
    comparison == .growth && distance != nil && signature.isComparedByDifference
      ? .change : comparison
  }
}

extension TypedExpression {
  /// Whether it compares the row's period with the quarter before; an aggregate compares the quarters
  /// inside.
  var comparesQuarters: Bool {
    switch self {
    case .compared(_, _, .previousQuarter): true
    case .aggregated(_, let aggregate) where aggregate != .sum: false
    default: containsOperand(where: \.comparesQuarters)
    }
  }
}
