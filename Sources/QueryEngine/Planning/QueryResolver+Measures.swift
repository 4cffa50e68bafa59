import Catalog
import Diagnostics
import Metrics
import QuerySyntax

extension QueryResolver {
  /// Types each measure and decides how it is shown.
  func resolvedMeasures(
    _ form: QueryForm, company: Company
  ) throws(Diagnostic) -> [ResolvedMeasure] {
    let unitClause = query.clauses.first { if case .unit = $0.kind { true } else { false } }
    let target = try unitClause.map { clause throws(Diagnostic) in try shownUnit(clause) }
    var measures: [ResolvedMeasure] = []
    for measure in form.measures {
      measures.append(try resolved(measure, form, company: company, target: target ?? nil))
    }
    if let target = target ?? nil, let clause = unitClause {
      try requireUse(of: target, in: measures, at: clause.range)
    }
    return measures
  }

  private func resolved(
    _ measure: Measure, _ form: QueryForm, company: Company, target: PrintedUnit?
  ) throws(Diagnostic) -> ResolvedMeasure {
    let compared = try ratioExpression(measure)
    try requireRatio(
      measure, try ExpressionTyping(catalog: catalog).signature(of: compared), form)
    let whole = form.relations.reversed().reduce(compared) { inner, verb in
      Expression(.call(Name(verb.verb.rawValue, at: verb.range), [inner]), at: inner.range)
    }
    let signature = try ExpressionTyping(catalog: catalog).signature(of: whole)
    let builder = TypedExpressionBuilder(
      catalog: catalog, calendar: company.calendar, currency: target?.unit.currency)
    let expression = try builder.build(whole)
    let unit = builder.converted(signature.unit)
    return ResolvedMeasure(
      name: measure.alias?.text ?? relatedName(of: measure, form),
      expression: expression, signature: Signature(kind: signature.kind, unit: unit),
      display: MeasureDisplay(
        style: try style(of: whole, signature, form, target: target), decimals: decimals))
  }

  /// `a to b` as the quotient that it stands for.
  private func ratioExpression(_ measure: Measure) throws(Diagnostic) -> Expression {
    guard let denominator = measure.denominator else { return measure.expression }
    return Expression(
      .binary(
        parenthesized(measure.expression), .divide, parenthesized(denominator)),
      at: measure.expression.range.union(denominator.range))
  }

  private func parenthesized(_ expression: Expression) -> Expression {
    if case .binary = expression.kind {
      return Expression(.parenthesized(expression), at: expression.range)
    }
    return expression
  }

  private func relatedName(of measure: Measure, _ form: QueryForm) -> String {
    form.relations.reversed().reduce(name(of: measure)) { "\($1.verb.rawValue)(\($0))" }
  }

  private func name(of measure: Measure) -> String {
    let text = canonicalName(of: measure.expression)
    guard let denominator = measure.denominator else { return text }
    return "\(text) to \(canonicalName(of: denominator))"
  }

  /// A metric by its declared name, however it was called; anything else as it prints.
  private func canonicalName(of expression: Expression) -> String {
    if case .name(let name) = expression.kind, let metric = try? catalog.metric(name) {
      return metric.name
    }
    return expression.canonicalText
  }

  private func requireRatio(
    _ measure: Measure, _ signature: Signature, _ form: QueryForm
  ) throws(Diagnostic) {
    if measure.denominator != nil, form.action != .ratio {
      throw QueryMessage.toWithoutRatio(at: measure.denominator?.range ?? query.range)
    }
    guard form.action == .ratio else { return }
    let name = name(of: measure)
    if !signature.unit.isRatio {
      if measure.denominator != nil || signature.kind == .ratio {
        throw QueryMessage.ratioWithUnit(name, signature.unit, at: measure.expression.range)
      }
      throw QueryMessage.notARatio(name, signature.kind, at: measure.expression.range)
    }
    if signature.kind != .ratio, signature.kind != .rate {
      throw QueryMessage.notARatio(name, signature.kind, at: measure.expression.range)
    }
  }
}

extension QueryResolver {
  private var decimals: Int? {
    for case .round(let places) in query.clauses.map(\.kind) { return places }
    return nil
  }

  /// The unit and scale of an `in` clause.
  private func shownUnit(_ clause: Clause) throws(Diagnostic) -> PrintedUnit? {
    guard case .unit(let phrase, let rate) = clause.kind else { return nil }
    if let rate { throw UnansweredForm.conversion(at: rate.range) }
    return try catalog.unit(phrase)
  }

  private func style(
    of expression: Expression, _ signature: Signature, _ form: QueryForm, target: PrintedUnit?
  ) throws(Diagnostic) -> MeasureDisplay.Style {
    if form.action == .ratio, form.relations.isEmpty { return .percent }
    if let style = relatedStyle(of: expression, isRatio: form.action == .ratio) { return style }
    if signature.unit.isRatio, target == .percent { return .percent }
    if let style = declaredStyle(of: expression) { return style }
    if signature.kind == .ratio { return .quotient }
    if let target { return .amount(scaleExponent: scale(of: target, signature.unit)) }
    return .amount(scaleExponent: nil)
  }

  /// The scale that `in` asks for: a bare currency asks for base units of a metric's own currency,
  /// and leaves the scale of another one to the figures that were printed in it.
  private func scale(of target: PrintedUnit, _ unit: Unit) -> Int? {
    guard unit.currency != nil || target.unit == unit else { return nil }
    let isOtherCurrency = target.unit.currency != nil && target.unit.currency != unit.currency
    return target.scaleExponent == 0 && isOtherCurrency ? nil : target.scaleExponent
  }

  /// Growth is told in percent, and the difference of what is told in percent in percentage points.
  private func relatedStyle(
    of expression: Expression, isRatio: Bool
  ) -> MeasureDisplay.Style? {
    guard case .call(let name, let arguments) = expression.kind, let measure = arguments.first,
      let signature = try? ExpressionTyping(catalog: catalog).signature(of: measure)
    else { return nil }
    if name.folded == Verb.share.rawValue { return .percent }
    let isPercent: Bool
    switch declaredStyle(of: measure) {
    case .percent, .percentagePoints: isPercent = true
    default: isPercent = isRatio
    }
    switch GrowthFunction.named(name.folded)?.comparison(of: signature) {
    case .growth: return .percent
    case .lag, nil: return isPercent ? .percent : nil
    case .change: return isPercent ? .percentagePoints : nil
    }
  }

  /// Percent where a metric is declared so, and percentage points for a difference of two.
  private func declaredStyle(of expression: Expression) -> MeasureDisplay.Style? {
    switch expression.kind {
    case .name(let name), .pinned(let name, _):
      guard let metric = try? catalog.metric(name), metric.shownIn == .percent else { return nil }
      return .percent
    case .parenthesized(let inner), .negation(let inner): return declaredStyle(of: inner)
    case .binary(let left, .subtract, let right):
      guard case .percent = declaredStyle(of: left), case .percent = declaredStyle(of: right) else {
        return nil
      }
      return .percentagePoints
    case .call: return relatedStyle(of: expression, isRatio: false)
    default: return nil
    }
  }

  /// Refuses an `in` that changes nothing: never ignore a clause in silence.
  private func requireUse(
    of target: PrintedUnit, in measures: [ResolvedMeasure], at range: SourceRange
  ) throws(Diagnostic) {
    let isUsed = measures.contains { measure in
      if target == .percent { return measure.signature.unit.isRatio }
      let isMoney = target.unit.isRatio || target.unit.currency != nil
      return isMoney && measure.signature.unit.currency != nil
    }
    if !isUsed { throw QueryMessage.unusedUnit(measures.map(\.name), target, at: range) }
  }
}
