import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Refuses whatever would add up, compare or convert amounts of several currencies as if they were one.
extension QueryResolver {
  func checkCurrencies(
    _ axes: Axes, _ layout: Layout, _ rows: RowSelection, _ context: Context
  ) throws(Diagnostic) {
    guard companies.areSeveral, !companies.homes.isEmpty || companies.rows.count > 1 else { return }
    if let conversion = context.reading.conversion {
      return try requireSource(of: conversion, axes)
    }
    guard companies.areMixed else { return }
    try requireOneCurrencyInside(axes)
    try requireOneCurrencyAcross(axes)
    guard axes.companies.isSeveral, axes.measures.contains(where: \.isMoneyOfRows) else {
      return
    }
    if query.isPlot { throw mixedCurrencies("can't be drawn on one axis", at: query.range) }
    try requireComparableRows(layout, rows)
  }

  /// Refuses an expression whose metrics are those of companies with different currencies.
  private func requireOneCurrencyInside(_ axes: Axes) throws(Diagnostic) {
    for measure in axes.measures where readsMoney(measure.expression) {
      let named = measure.expression.companies
      if named.isEmpty { continue }
      let homes = Set(named.map { name in name.map { companies.homes[$0] } ?? nil })
      let isRows = named.contains(nil)
      let rows = isRows ? companies.rows.map { companies.homes[$0.name] } : []
      if homes.union(rows).count > 1 {
        throw mixedCurrencies("don't go together", at: measure.range)
      }
    }
  }

  /// Refuses to add up, or to set against their sum, what companies report in different currencies.
  private func requireOneCurrencyAcross(_ axes: Axes) throws(Diagnostic) {
    let added = axes.companies.entries.filter { $0.names.count > 1 }
    let members = axes.segments.entries.filter { $0.role == .member }
    let root = members.count == 1 && members[0].paths == [Segment.rootPath]
    for measure in axes.measures {
      let range = measure.range
      let expressions = ([measure] + measure.extras.values).map(\.expression)
      guard readsMoney(measure.expression) else { continue }
      if added.contains(where: { $0.role != .average })
        || (!added.isEmpty && measure.isMoneyOfRows)
      {
        throw mixedCurrencies("can't be added up", at: range)
      }
      guard axes.companies.isSeveral else { continue }
      if root, expressions.contains(where: { $0.contains(where: \.isPartOfAll) }) {
        throw mixedCurrencies("have no sum to be a part of", at: range)
      }
      if members.count == 1,
        expressions.contains(where: { $0.contains(where: \.ranksMoney) })
      {
        throw mixedCurrencies("have no common order", at: range)
      }
    }
  }

  private func requireComparableRows(
    _ layout: Layout, _ rows: RowSelection
  ) throws(Diagnostic) {
    guard layout.rows.contains(.company) else { return }
    let compares = rows.keys.contains { key in
      if case .operand(let operand) = key.value { operand.isMoney } else { false }
    }
    if compares || rows.condition?.comparesMoney == true {
      let clause = query.clauses.first { clause in
        switch clause.kind {
        case .order, .condition, .top, .bottom: true
        default: false
        }
      }
      throw mixedCurrencies("have no common order", at: clause?.range)
    }
  }

  /// Refuses a rate for amounts that it isn't a rate of.
  private func requireSource(of conversion: Conversion, _ axes: Axes) throws(Diagnostic) {
    var sources: [(company: String, currency: String)] = []
    for company in companies.all {
      for currency in currencies(of: company, axes) where currency != conversion.currency {
        sources.append((company.name, currency))
      }
    }
    guard let first = sources.first else { return }
    let known = conversion.isConstant ? first.currency : conversion.source
    if let other = sources.first(where: { $0.currency != known }) {
      throw QueryMessage.rateOfAnother(
        other, from: known, to: conversion.currency,
        at: query.clauses.first { if case .unit = $0.kind { true } else { false } }?.range)
    }
  }

  /// The currencies in which a company has what the measures read.
  private func currencies(of company: Company, _ axes: Axes) -> [String] {
    if let home = companies.homes[company.name] { return [home] }
    var currencies: [String] = []
    for metric in query.metricNames.compactMap({ (try? catalog.metricIfKnown($0)) ?? nil }) {
      guard metric.signature.unit.isMoney, let own = metric.signature.unit.currency,
        !currencies.contains(own)
      else { continue }
      currencies.append(own)
    }
    return currencies
  }

  private func mixedCurrencies(_ fault: String, at range: SourceRange?) -> Diagnostic {
    QueryMessage.mixedCurrencies(
      companies.all.map { ($0.name, companies.homes[$0.name]) }, fault,
      declared: query.metricNames.lazy.compactMap {
        ((try? self.catalog.metricIfKnown($0)) ?? nil)?.signature.unit.currency
      }.first, at: range ?? query.range)
  }
}

extension Conversion {
  /// The currency that its rate converts from; nil where the rate doesn't say.
  fileprivate var source: String? {
    rate.unit.factors.first { $0.name != currency }?.name
  }
}

extension TypedExpression {
  /// Whether it is a part of the sum of all companies where it is that of a company's whole.
  fileprivate var isPartOfAll: Bool {
    switch self {
    case .share(_, let isOfRoot): !isOfRoot
    case .contribution: true
    default: false
    }
  }

  fileprivate var ranksMoney: Bool {
    if case .ranked(let inner, _) = self { inner.unit.isMoney } else { false }
  }
}

extension RowOperand {
  fileprivate var isMoney: Bool {
    switch self {
    case .figure: true
    case .expression(let expression): expression.unit.isMoney
    case .extra(let extra): [.yoyChange, .qoqChange, .popChange].contains(extra)
    }
  }
}

extension RowCondition {
  fileprivate var comparesMoney: Bool {
    switch self {
    case .comparison(let left, _, let right): left.isMoney || right.isMoney
    case .and(let left, let right), .or(let left, let right):
      left.comparesMoney || right.comparesMoney
    case .not(let inner): inner.comparesMoney
    case .name, .state: false
    }
  }
}
