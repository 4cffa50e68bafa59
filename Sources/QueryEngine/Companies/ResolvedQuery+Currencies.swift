import Catalog
import Metrics

extension ResolvedQuery {
  /// Whether amounts are in the currency of each row's own company.
  var showsCurrencies: Bool {
    !companies.homes.isEmpty && reading.currency == nil
      && Set(companies.rows.map { companies.homes[$0.name] }).count > 1
      && measures.contains(where: \.isMoneyOfRows)
  }

  /// A measure in the unit in which one entry of the company axis has it.
  func measure(_ measure: ResolvedMeasure, ofCompany company: Int) -> ResolvedMeasure {
    guard showsCurrencies, measure.isMoneyOfRows else { return measure }
    let names = rowCompanies.entries[company].names
    guard names.count == 1, let home = companies.homes[names[0]] else { return measure }
    return measure.counted(in: measure.signature.unit.inCurrency(home))
  }
}

extension Unit {
  /// Whether amounts of it are those of one currency, which a company may report in its own.
  var isMoney: Bool { currency != nil && !isExchangeRate }
}

extension ResolvedMeasure {
  /// Whether it is an amount of money that is in the currency of its row's company.
  var isMoneyOfRows: Bool { signature.unit.isMoney && !expression.isHeldToCompanies }

  /// The same measure in another unit.
  fileprivate func counted(in unit: Unit) -> ResolvedMeasure {
    ResolvedMeasure(
      name: name, expression: expression,
      signature: Signature(kind: signature.kind, unit: unit), display: display, range: range,
      extras: extras.mapValues {
        $0.signature.unit.isMoney ? $0.counted(in: unit) : $0
      })
  }
}

extension TypedExpression {
  /// The companies of the metrics in it, nil for that of the row; none where none is held to one.
  var companies: [String?] {
    var names: [String?] = []
    var isHeld = false
    var pending: [(TypedExpression, String?)] = [(self, nil)]
    while let (next, company) = pending.popLast() {
      switch next {
      case .metric: names.append(company)
      case .ofCompany(let inner, let name):
        isHeld = true
        pending.append((inner, name))
      default: pending += next.operands.map { ($0, company) }
      }
    }
    return isHeld ? names : []
  }

  /// Whether all of its metrics are those of companies in brackets.
  var isHeldToCompanies: Bool {
    let companies = companies
    return !companies.isEmpty && !companies.contains(nil)
  }
}

extension QueryCompanies {
  /// A unit in the currency of the companies that an expression is held to; as it is where it is held to
  /// none.
  func unit(_ unit: Unit, declared: Unit, of expression: TypedExpression) -> Unit {
    guard areSeveral, unit.isMoney, expression.isHeldToCompanies,
      let first = expression.companies.first ?? nil
    else { return unit }
    return homes[first].map(declared.inCurrency) ?? declared
  }
}
