import Catalog
import QuerySyntax

extension Query {
  /// The companies behind `of`, in the order typed.
  var namedCompanies: [Name] {
    for case .companies(let names) in clauses.map(\.kind) { return names }
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
    expressions.flatMap(\.companiesInBrackets) + (period.map { [$0] } ?? []).flatMap(\.companies)
      + clauses.flatMap { clause -> [Name] in
        switch clause.kind {
        case .columns(let columns): columns.flatMap(\.companies)
        case .span(let from, let to): from.companies + to.companies
        case .since(let period), .until(let period): period.companies
        case .order(let keys): keys.flatMap(\.companies)
        default: []
        }
      }
  }

  /// Whether every metric of its measures is held to a company.
  var holdsEveryMetric: Bool {
    let metrics = measures.flatMap { [$0.expression] + [$0.denominator].compactMap { $0 } }
      .flatMap(\.pins)
    return !metrics.isEmpty && metrics.allSatisfy { $0?.company != nil }
  }

  /// Every metric that it reads by name.
  var metricNames: [Name] { expressions.flatMap(\.metricNames) }

  /// Its measures, its condition and the rate of its `in`.
  private var expressions: [Expression] {
    measures.flatMap { [$0.expression] + [$0.denominator].compactMap { $0 } }
      + clauses.flatMap { clause -> [Expression] in
        switch clause.kind {
        case .condition(let condition): [condition]
        case .unit(_, let rate?): [rate]
        case .order(let keys):
          keys.compactMap { if case .expression(let key) = $0.kind { key } else { nil } }
        default: []
        }
      }
  }
}

extension Expression {
  /// What each metric in it is held to; nil for one that isn't.
  fileprivate var pins: [Pin?] {
    switch kind {
    case .name: [nil]
    case .pinned(_, let pin): [pin]
    default: operands.flatMap(\.pins)
    }
  }

  /// The companies that stand in its brackets, as often as they do.
  var companiesInBrackets: [Name] {
    switch kind {
    case .pinned(_, let pin):
      [pin.company].compactMap { $0 } + (pin.period.map(\.companies) ?? [])
    case .period(let period): period.companies
    default: operands.flatMap(\.companiesInBrackets)
    }
  }

  private var operands: [Expression] {
    switch kind {
    case .call(_, let arguments): arguments
    case .negation(let inner), .logicalNegation(let inner), .parenthesized(let inner),
      .stateTest(let inner, _, _):
      [inner]
    case .binary(let left, _, let right): [left, right]
    default: []
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
