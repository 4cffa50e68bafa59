import Catalog
import Diagnostics
import Metrics
import QuerySyntax

extension QueryResolver {
  /// What every expression of a query is built with.
  struct Context {
    /// The unit and scale of an `in` clause.
    let target: PrintedUnit?
    let builder: TypedExpressionBuilder

    var reading: CurrencyReading { builder.reading }
  }

  func context() throws(Diagnostic) -> Context {
    guard let clause = unitClause, case .unit(let phrase, let rate) = clause.kind else {
      return Context(target: nil, builder: builder(.own))
    }
    let target = try catalog.unit(phrase)
    var conversion: Conversion?
    if let rate { conversion = try self.conversion(to: target, at: rate) }
    let reading = CurrencyReading(currency: target.unit.currency, conversion: conversion)
    return Context(target: target, builder: builder(reading))
  }

  private func builder(_ reading: CurrencyReading) -> TypedExpressionBuilder {
    TypedExpressionBuilder(
      catalog: catalog, calendar: companies.calendar, reading: reading,
      home: companies.commonHome, companies: companies)
  }

  private var unitClause: Clause? {
    query.clauses.first { if case .unit = $0.kind { true } else { false } }
  }

  /// The rate of `in USD at 110.20`, or of a metric that holds one for each period.
  private func conversion(
    to target: PrintedUnit, at rate: Expression
  ) throws(Diagnostic) -> Conversion {
    guard let currency = target.unit.currency else {
      throw QueryMessage.rateWithoutCurrency(target.unit, at: rate.range)
    }
    let builder = TypedExpressionBuilder(
      catalog: catalog, calendar: companies.calendar, reading: .own, companies: companies)
    let signature = try builder.signature(of: rate)
    let typed = try builder.build(rate)
    if case .constant(let amount) = typed {
      if amount.isZero || amount.mantissa < 0 {
        throw QueryMessage.rateNotPositive(currency, at: rate.range)
      }
      return Conversion(
        currency: currency, rate: typed, isPerTarget: true, isConstant: true)
    }
    let factors = signature.unit.factors
    let below = factors.first { $0.power == -1 }?.name
    let above = factors.first { $0.power == 1 }?.name
    guard factors.count == 2, let above, let below, above == currency || below == currency else {
      throw QueryMessage.notARate(
        rate.canonicalText, signature.unit, currency, at: rate.range)
    }
    return Conversion(
      currency: currency, rate: typed, isPerTarget: below == currency, isConstant: false)
  }

  /// Refuses an `in` that changes nothing: never ignore a clause in silence.
  func requireUse(of context: Context, in measures: [ResolvedMeasure]) throws(Diagnostic) {
    guard let target = context.target, let clause = unitClause else { return }
    let isUsed = measures.contains { measure in
      if target == .percent { return measure.signature.unit.isRatio }
      if target.unit.currency != nil, readsMoney(measure.expression) { return true }
      if target.scaleExponent != 0, case .quotient = measure.display.style { return false }
      let isMoney = target.unit.isRatio || target.unit.currency != nil
      return isMoney && measure.signature.unit.currency != nil
    }
    if !isUsed {
      throw QueryMessage.unusedUnit(measures.map(\.name), target, at: clause.range)
    }
    guard context.reading.conversion != nil, let currency = target.unit.currency else { return }
    if companies.homes.values.contains(where: { $0 != currency }) { return }
    if !measures.contains(where: { isConverted($0.expression, into: currency) }) {
      throw QueryMessage.rateUnused(measures.map(\.name), currency, at: clause.range)
    }
  }

  /// Whether an expression reads amounts of another currency, however deep in its formulas.
  private func isConverted(_ expression: TypedExpression, into currency: String) -> Bool {
    expression.contains { part in
      switch part {
      case .converted: true
      case .metric(let metric, _, _, _):
        metric.formula.map { isConverted($0, into: currency) } ?? false
      default: false
      }
    }
  }

  private func isConverted(_ formula: Expression, into currency: String) -> Bool {
    formula.metricNames.contains { name in
      guard let metric = try? catalog.metric(name) else { return false }
      if let own = metric.signature.unit.currency, own != currency { return true }
      return metric.formula.map { isConverted($0, into: currency) } ?? false
    }
  }

  /// Whether an expression reads amounts of money, however deep in its formulas.
  func readsMoney(_ expression: TypedExpression) -> Bool {
    expression.contains { part in
      guard case .metric(let metric, let unit, _, _) = part else { return false }
      return unit.currency != nil || readsMoney(metric)
    }
  }

  /// Whether a metric, or any behind its formula, is an amount of money; each is asked once.
  private func readsMoney(_ metric: Metric) -> Bool {
    var visited: Set<String> = []
    var pending = [metric]
    while let next = pending.popLast() {
      if next.signature.unit.currency != nil { return true }
      guard visited.insert(next.name).inserted, let formula = next.formula else { continue }
      pending += formula.metricNames.compactMap { try? catalog.metric($0) }
    }
    return false
  }
}
