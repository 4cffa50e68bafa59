import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Decides how the figures of an expression are shown: in percent, in percentage points, as an
/// amount or as another quotient.
struct MeasureStyle {
  let catalog: Catalog
  /// The unit of an `in` clause.
  let target: PrintedUnit?

  func style(of expression: Expression, _ signature: Signature) -> MeasureDisplay.Style {
    if let style = ownStyle(of: expression) { return style }
    if signature.unit.isRatio, target == .percent { return .percent }
    if signature.kind == .ratio { return .quotient }
    return .amount(scaleExponent: target.flatMap { scale(of: $0, signature.unit) })
  }

  /// The scale that `in` asks for: a bare currency asks for base units of a metric's own currency,
  /// and leaves the scale of another one to the figures that were printed in it.
  private func scale(of target: PrintedUnit, _ unit: Unit) -> Int? {
    guard unit.currency != nil || target.unit == unit else { return nil }
    let isOtherCurrency = target.unit.currency != nil && target.unit.currency != unit.currency
    return target.scaleExponent == 0 && isOtherCurrency ? nil : target.scaleExponent
  }

  /// The style that an expression has by itself; nil where its unit decides.
  private func ownStyle(of expression: Expression) -> MeasureDisplay.Style? {
    switch expression.kind {
    case .name(let name), .pinned(let name, _):
      guard let metric = try? catalog.metric(name), metric.shownIn == .percent else { return nil }
      return .percent
    case .parenthesized(let inner), .negation(let inner): return ownStyle(of: inner)
    case .binary(let left, .subtract, let right):
      guard case .percent = ownStyle(of: left), case .percent = ownStyle(of: right) else {
        return nil
      }
      return .percentagePoints
    case .call(let name, let arguments): return style(of: name, arguments)
    default: return nil
    }
  }

  private func style(of name: Name, _ arguments: [Expression]) -> MeasureDisplay.Style? {
    guard let function = FunctionTable.function(named: name.folded),
      let measure = arguments.first
    else { return nil }
    switch function.result {
    // Percentages deviate by percentage points.
    case .composite where name.folded == Aggregate.stdev.rawValue: return difference(of: measure)
    case .same, .composite: return ownStyle(of: measure)
    case .difference: return difference(of: measure)
    case .percent: return .percent
    case .percentagePoints: return .percentagePoints
    case .number(let decimals): return .number(decimals: decimals)
    case .quotient: return .quotient
    case .growth: return growth(of: measure)
    }
  }

  /// The difference of what is told in percent is told in percentage points.
  private func difference(of measure: Expression) -> MeasureDisplay.Style? {
    switch ownStyle(of: measure) {
    case .percent, .percentagePoints: .percentagePoints
    case let style: style
    }
  }

  /// Growth is told in percent; that of a ratio is a difference.
  private func growth(of measure: Expression) -> MeasureDisplay.Style? {
    guard let signature = try? ExpressionTyping(catalog: catalog).signature(of: measure) else {
      return nil
    }
    return signature.isComparedByDifference ? difference(of: measure) : .percent
  }
}

extension Signature {
  /// Whether growth by a named distance, such as `yoy`, is the difference and not the quotient.
  var isComparedByDifference: Bool { unit.isRatio && [.ratio, .rate].contains(kind) }
}
