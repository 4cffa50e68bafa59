import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Resolves the names and numbers of an expression that has been typed already.
struct TypedExpressionBuilder {
  let catalog: Catalog
  let calendar: FiscalCalendar
  /// The currency to read amounts of money in.
  let reading: CurrencyReading
  /// The currency in which the company reports its money, where that isn't the metrics' own.
  var home: String?
  /// Who may stand in brackets; nil in a formula, which holds for every company.
  var companies: QueryCompanies?

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
    case .binary: try chain(expression)
    case .call(let name, let arguments): try call(name, arguments)
    case .variable, .period, .date, .distance, .string, .logicalNegation, .stateTest:
      throw QueryMessage.notAMeasure(at: expression.range)
    }
  }

  /// The kind and unit of an expression, in its own currency.
  func signature(of expression: Expression) throws(Diagnostic) -> Signature {
    try ExpressionTyping(catalog: catalog).signature(of: expression)
  }

  /// A unit with its currency replaced by the one asked for.
  func converted(_ unit: Unit) -> Unit {
    guard let currency = reading.currency ?? home else { return unit }
    // An exchange rate between the two stays what it is.
    let isRate =
      reading.currency == nil
      ? unit.isExchangeRate : unit.factors.contains { $0.name == currency }
    return isRate ? unit : unit.inCurrency(currency)
  }

  private func metric(_ name: Name, pin: Pin?) throws(Diagnostic) -> TypedExpression {
    let metric = try catalog.metric(name)
    let company = try pin?.company.map(company)
    let segment = try pin?.segment.map { name throws(Diagnostic) in
      try catalog.segmentPath(name)
    }
    // The labels beside a company in brackets are its own.
    let own = company.map { calendar.isAligned ? $0.calendar.aligned : $0.calendar }
    let period = try pin?.period.map { expression throws(Diagnostic) in
      try PeriodArithmetic(calendar: own ?? calendar, catalog: catalog).fixedPeriod(expression)
    }
    let read = read(metric, segment: segment ?? nil, period: period ?? nil)
    guard let company, companies?.areSeveral == true else { return read }
    return .ofCompany(read, name: company.name)
  }

  /// A metric in the currency asked for: as printed in it, or converted.
  func read(_ metric: Metric, segment: String? = nil, period: Period? = nil) -> TypedExpression {
    let declared = metric.signature.unit
    let own = home.map { declared.isExchangeRate ? declared : declared.inCurrency($0) } ?? declared
    let unit = converted(own)
    let read = { TypedExpression.metric(metric, unit: $0, segment: segment, period: period) }
    guard let conversion = reading.conversion, unit != own else { return read(unit) }
    return .converted(read(own), conversion, kind: metric.signature.kind)
  }

  /// The company in brackets.
  private func company(_ name: Name) throws(Diagnostic) -> Company {
    if companies == nil { throw QueryMessage.companyInFormula(name) }
    return try catalog.company(name)
  }

  /// Operators and what stands on their right, in a loop: a long sum is as deep as it is long.
  private func chain(_ expression: Expression) throws(Diagnostic) -> TypedExpression {
    var innermost = expression
    var rest: [(symbol: BinaryOperator, right: Expression)] = []
    while case .binary(let left, let symbol, let right) = innermost.kind {
      rest.append((symbol, right))
      innermost = left
    }
    var result = try build(innermost)
    for (symbol, right) in rest.reversed() {
      let second = try build(right)
      switch symbol {
      case .add: result = .sum(result, second)
      case .subtract: result = .difference(result, second)
      case .multiply: result = .product(result, second)
      case .divide: result = .quotient(result, second)
      default: throw QueryMessage.notAMeasure(at: innermost.range.union(right.range))
      }
    }
    return result
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
