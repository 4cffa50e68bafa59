import Catalog
import QuerySyntax

extension Query {
  /// The companies behind `of`, in the order typed.
  var namedCompanies: [Name] {
    for case .companies(let names) in clauses.lazy.map(\.kind) { return names }
    return []
  }

  /// Whether rows or columns are by company.
  var isByCompany: Bool {
    clauses.contains { clause in
      switch clause.kind {
      case .by(let uses), .across(let uses): uses.contains { $0.dimension == .company }
      default: false
      }
    }
  }

  /// The companies that stand in brackets, of a metric or of a period, as often as they do.
  var companiesInBrackets: [Name] {
    var names: [Name] = []
    for expression in expressions { expression.appendCompanies(to: &names) }
    if let period { names += period.companies }
    for clause in clauses {
      switch clause.kind {
      case .columns(let columns): names += columns.flatMap(\.companies)
      case .span(let from, let to): names += from.companies + to.companies
      case .since(let period), .until(let period): names += period.companies
      case .order(let keys): names += keys.flatMap(\.companies)
      default: continue
      }
    }
    return names
  }

  /// Whether every metric of its measures is held to a company.
  var holdsEveryMetric: Bool {
    var pins: [Pin?] = []
    for expression in measuredExpressions { expression.appendPins(to: &pins) }
    return !pins.isEmpty && pins.allSatisfy { $0?.company != nil }
  }

  /// Every metric that it reads by name.
  var metricNames: [Name] { expressions.flatMap(\.metricNames) }

  /// Its measures, both sides of each.
  private var measuredExpressions: [Expression] {
    var expressions: [Expression] = []
    for measure in measures {
      expressions.append(measure.expression)
      if let below = measure.denominator { expressions.append(below) }
    }
    return expressions
  }

  /// Its measures, its condition, what it orders by and the rate of its `in`.
  private var expressions: [Expression] {
    var expressions = measuredExpressions
    for clause in clauses {
      switch clause.kind {
      case .condition(let condition): expressions.append(condition)
      case .unit(_, let rate?): expressions.append(rate)
      case .order(let keys):
        for case .expression(let key) in keys.lazy.map(\.kind) { expressions.append(key) }
      default: continue
      }
    }
    return expressions
  }
}

extension Expression {
  /// The companies that stand in its brackets, as often as they do.
  var companiesInBrackets: [Name] {
    var names: [Name] = []
    appendCompanies(to: &names)
    return names
  }

  fileprivate func appendCompanies(to names: inout [Name]) {
    forEach { part in
      switch part.kind {
      case .pinned(_, let pin):
        if let company = pin.company { names.append(company) }
        if let period = pin.period { names += period.companies }
      case .period(let period): names += period.companies
      default: break
      }
    }
  }

  /// Appends what each metric in it is held to; nil for one that isn't.
  fileprivate func appendPins(to pins: inout [Pin?]) {
    forEach { part in
      switch part.kind {
      case .name: pins.append(nil)
      case .pinned(_, let pin): pins.append(pin)
      default: break
      }
    }
  }
}

extension PeriodExpression {
  /// The companies whose labels it uses.
  fileprivate var companies: [Name] {
    switch kind {
    case .label(_, let company): company.map { [$0] } ?? []
    case .offset(let base, _, _): base.companies
    case .latest, .first, .variable, .name: []
    }
  }
}

extension PeriodColumn {
  fileprivate var companies: [Name] {
    switch kind {
    case .period(let period), .extra(_, let period): period.companies
    case .span(let from, let to): from.companies + to.companies
    }
  }
}

extension SortKey {
  fileprivate var companies: [Name] {
    if case .period(let period) = kind { period.companies } else { [] }
  }
}
