import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Resolves the names and numbers of an expression that has been typed already.
struct TypedExpressionBuilder {
  let catalog: Catalog
  let calendar: FiscalCalendar
  /// The currency to read printed figures in; nil for each metric's own.
  let currency: String?

  func build(_ expression: Expression) throws(Diagnostic) -> TypedExpression {
    switch expression.kind {
    case .number(let literal): .constant(try amount(literal, scale: 0, at: expression.range))
    case .numberWithName(let literal, let name):
      .constant(
        try amount(
          literal, scale: try catalog.unit(named: name).scaleExponent, at: expression.range))
    case .name(let name): try metric(name, pin: nil)
    case .pinned(let name, let pin): try metric(name, pin: pin)
    case .parenthesized(let inner): try build(inner)
    case .negation(let inner): .negation(try build(inner))
    case .binary(let left, let symbol, let right): try binary(left, symbol, right)
    case .call(let name, let arguments): try call(name, arguments)
    case .variable, .period, .date, .distance, .string, .logicalNegation, .stateTest:
      throw QueryMessage.notAMeasure(at: expression.range)
    }
  }

  /// A unit with its currency replaced by the one asked for.
  func converted(_ unit: Unit) -> Unit {
    guard let currency, let own = unit.currency, own != currency else { return unit }
    return unit / Unit(base: own) * Unit(base: currency)
  }

  private func metric(_ name: Name, pin: Pin?) throws(Diagnostic) -> TypedExpression {
    let metric = try catalog.metric(name)
    if let company = pin?.company { throw UnansweredForm.severalCompanies(company.range) }
    let segment = try pin?.segment.map { name throws(Diagnostic) in
      try catalog.segmentPath(name)
    }
    let period = try pin?.period.map { expression throws(Diagnostic) in
      try PeriodArithmetic(calendar: calendar).fixedPeriod(expression)
    }
    return .metric(
      metric, unit: converted(metric.signature.unit), segment: segment ?? nil,
      period: period ?? nil)
  }

  private func binary(
    _ left: Expression, _ symbol: BinaryOperator, _ right: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let (first, second) = (try build(left), try build(right))
    switch symbol {
    case .add: return .sum(first, second)
    case .subtract: return .difference(first, second)
    case .multiply: return .product(first, second)
    case .divide: return .quotient(first, second)
    default: throw QueryMessage.notAMeasure(at: left.range.union(right.range))
    }
  }

  private func call(
    _ name: Name, _ arguments: [Expression]
  ) throws(Diagnostic) -> TypedExpression {
    guard let measure = arguments.first else { throw UnansweredForm.function(name) }
    let signature = try ExpressionTyping(catalog: catalog).signature(of: measure)
    if name.folded != Verb.share.rawValue, let pinned = measure.pinnedPeriod {
      throw QueryMessage.pinnedInTime(name.folded, at: pinned.range)
    }
    if let window = TimeWindow(rawValue: name.folded) {
      if signature.kind == .rate {
        throw QueryMessage.windowedRate(measure.canonicalText, at: measure.range)
      }
      return .windowed(try build(measure), window)
    }
    if name.folded == Verb.share.rawValue { return try share(of: measure, signature, arguments) }
    guard let function = GrowthFunction.named(name.folded) else {
      throw UnansweredForm.function(name)
    }
    return .compared(
      try build(measure), function.comparison(of: signature),
      over: try function.distance(name, arguments))
  }

  private func share(
    of measure: Expression, _ signature: Signature, _ arguments: [Expression]
  ) throws(Diagnostic) -> TypedExpression {
    if ![.flow, .stock].contains(signature.kind) {
      throw QueryMessage.shareOfNoAmount(
        measure.canonicalText, signature.kind, at: measure.range)
    }
    guard let whole = arguments.dropFirst().first else {
      return .share(try build(measure), isOfRoot: false)
    }
    guard case .name(let name) = whole.kind, name.folded == Segment.rootPath else {
      throw QueryMessage.shareOfOther(at: whole.range)
    }
    return .share(try build(measure), isOfRoot: true)
  }

  private func amount(
    _ literal: NumberLiteral, scale: Int, at range: SourceRange
  ) throws(Diagnostic) -> Amount {
    let exponent = Int(literal.amount.exponent) + literal.scaleExponent + scale
    guard let exponent = Int8(exactly: exponent) else {
      throw QueryMessage.numberTooLarge(literal.text, at: range)
    }
    return Amount(exact: literal.amount.mantissa, exponent: exponent)
  }
}

extension Expression {
  /// The first period in it that a metric is held to.
  fileprivate var pinnedPeriod: PeriodExpression? {
    switch kind {
    case .pinned(_, let pin): pin.period
    case .call(_, let arguments): arguments.lazy.compactMap(\.pinnedPeriod).first
    case .negation(let inner), .parenthesized(let inner): inner.pinnedPeriod
    case .binary(let left, _, let right): left.pinnedPeriod ?? right.pinnedPeriod
    default: nil
    }
  }
}
