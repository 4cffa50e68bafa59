package import Diagnostics
import Metrics
package import QuerySyntax

/// Works out what an expression is, from what its metrics are.
///
/// Units multiply, divide and have to match where amounts add; kinds follow from them: a sum of
/// flows is a flow, a quotient a ratio, and whatever else a mixture that is recomputed.
package struct ExpressionTyping: Sendable {
  private let catalog: Catalog

  /// A typing of expressions over the metrics of a catalog.
  package init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// The kind and unit of an expression.
  ///
  /// Throws a diagnostic for an unknown name, a clash of units, or a condition where a measure
  /// belongs.
  package func signature(of expression: Expression) throws(Diagnostic) -> Signature {
    switch expression.kind {
    case .number: Signature(kind: .constant, unit: .ratio)
    case .numberWithName(_, let name):
      Signature(kind: .constant, unit: try catalog.unit(named: name).unit)
    case .name(let name), .pinned(let name, _): try catalog.metric(name).signature
    case .parenthesized(let inner), .negation(let inner): try signature(of: inner)
    case .binary: try signature(ofChain: expression)
    case .call(let name, let arguments): try signature(ofCall: name, arguments)
    case .variable(let name): throw TypingMessage.unknownVariable(name)
    case .period, .date, .distance, .string, .logicalNegation, .stateTest:
      throw TypingMessage.notAMeasure(at: expression.range)
    }
  }

  /// Operators and what stands on their right, in a loop: a long sum is as deep as it is long.
  private func signature(ofChain expression: Expression) throws(Diagnostic) -> Signature {
    var innermost = expression
    var rest: [Expression] = []
    while case .binary(let left, _, _) = innermost.kind {
      rest.append(innermost)
      innermost = left
    }
    var result = try signature(of: innermost)
    for whole in rest.reversed() {
      guard case .binary(let left, let symbol, let right) = whole.kind else { continue }
      result = try signature(of: left, result, symbol, right, at: whole)
    }
    return result
  }

  private func signature(
    of left: Expression, _ first: Signature, _ symbol: BinaryOperator, _ right: Expression,
    at whole: Expression
  ) throws(Diagnostic) -> Signature {
    let second = try signature(of: right)
    switch symbol {
    case .add, .subtract:
      guard first.unit == second.unit else {
        throw TypingMessage.unitClash(
          left.canonicalText, first.unit, right.canonicalText, second.unit, at: whole.range)
      }
      return Signature(kind: ExpressionTyping.sum(first.kind, second.kind), unit: first.unit)
    case .multiply:
      return Signature(
        kind: ExpressionTyping.product(first.kind, second.kind), unit: first.unit * second.unit)
    case .divide: return try quotient(first, right)
    default:
      throw TypingMessage.conditionAsMeasure(symbol, at: whole.range)
    }
  }

  private func signature(
    ofCall name: Name, _ arguments: [Expression]
  ) throws(Diagnostic) -> Signature {
    guard let function = FunctionTable.function(named: name.folded) else {
      throw TypingMessage.unknownFunction(name, saved: catalog.exampleCall(named: name))
    }
    try requireArguments(of: function, name, arguments)
    let measure = try signature(of: arguments[0])
    switch function.name {
    case "ratio" where arguments.count == 2:
      return try quotient(measure, arguments[1])
    case "min", "max", "coalesce":
      if arguments.count > 1 { return try alternatives(arguments) }
    case "index":
      // Growth of an index is told in percent, unlike that of a ratio.
      return Signature(kind: .composite, unit: .ratio)
    default: break
    }
    switch function.result {
    case .same, .difference: return measure
    case .composite:
      return Signature(kind: measure.kind == .ratio ? .ratio : .composite, unit: measure.unit)
    case .growth, .percent, .percentagePoints, .number, .quotient:
      return Signature(kind: .ratio, unit: .ratio)
    }
  }

  private func quotient(
    _ left: Signature, _ right: Expression
  ) throws(Diagnostic) -> Signature {
    let below = try signature(of: right)
    return Signature(
      kind: below.kind == .constant ? left.kind : .ratio, unit: left.unit / below.unit)
  }

  /// What can be any of several measures: their unit, and their kind where it is one.
  private func alternatives(_ arguments: [Expression]) throws(Diagnostic) -> Signature {
    let first = try signature(of: arguments[0])
    var isUniform = true
    for argument in arguments.dropFirst() {
      let other = try signature(of: argument)
      guard other.unit == first.unit else {
        throw TypingMessage.unitClash(
          arguments[0].canonicalText, first.unit, argument.canonicalText, other.unit,
          at: argument.range)
      }
      isUniform = isUniform && other.kind == first.kind
    }
    return isUniform ? first : Signature(kind: .composite, unit: first.unit)
  }

  private func requireArguments(
    of function: FunctionSignature, _ name: Name, _ arguments: [Expression]
  ) throws(Diagnostic) {
    let least = function.required.count
    let isOpen = function.required.contains(.measures) || function.optional.contains(.measures)
    let most = isOpen ? Int.max : least + function.optional.count
    if arguments.count < least || arguments.count > most {
      throw TypingMessage.argumentCount(function, name, found: arguments.count)
    }
  }

  private static func sum(_ left: Aggregation, _ right: Aggregation) -> Aggregation {
    if left == right { return left == .rate ? .composite : left }
    if left == .constant { return right == .ratio ? .ratio : .composite }
    if right == .constant { return left == .ratio ? .ratio : .composite }
    return .composite
  }

  private static func product(_ left: Aggregation, _ right: Aggregation) -> Aggregation {
    if left == .constant { return right }
    if right == .constant { return left }
    return .composite
  }
}

extension Catalog {
  /// The unit that a bare name stands for.
  package func unit(named name: Name) throws(Diagnostic) -> PrintedUnit {
    guard let text = UnitText(parsing: name.text), let unit = units.resolve(text) else {
      throw unknown(.unit, name, among: units.allNames)
    }
    return unit
  }
}
