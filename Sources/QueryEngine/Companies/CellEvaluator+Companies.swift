import Catalog
import Metrics

/// The evaluators of the companies of one query, one each.
///
/// The first company's works on expressions; at every metric it asks that of the company whose figure
/// is wanted.
final class CompanyGroup {
  /// The one that works on expressions.
  private unowned let lead: CellEvaluator
  private let others: [String: CellEvaluator]

  /// A group led by one evaluator, which outlives it.
  init(ledBy lead: CellEvaluator, _ others: [CellEvaluator]) {
    self.lead = lead
    self.others = Dictionary(
      others.filter { $0 !== lead }.map { ($0.company.name, $0) }, uniquingKeysWith: { $1 })
  }

  /// The evaluator of a company.
  subscript(_ name: String) -> CellEvaluator { others[name] ?? lead }

  /// All but the one that leads.
  var followers: [CellEvaluator] { Array(others.values) }
}

extension CellEvaluator {
  /// The calendar by which the periods of a place are told.
  func calendar(of place: Place) -> FiscalCalendar {
    place.companies.isEmpty ? company.calendar : company.calendar.aligned
  }

  /// An expression for one company, whatever company the row is of.
  func pinned(
    _ inner: TypedExpression, toCompany name: String, at place: Place
  ) throws -> Evaluated {
    // What stands in a row of one company is told by that one's own months.
    let told =
      place.companies.isEmpty ? place.told(otherwise: company.calendar.told) : place
    // A metric held to a company on purpose is compared with others on purpose.
    return try evaluate(inner, at: told.with(companies: [name])).coveringEverything
  }

  /// A metric's value for the companies of a place: that of one, or of several added up; a ratio is
  /// worked out on their aggregated parts.
  func valueAcrossCompanies(
    of metric: Metric, unit: Unit, at place: Place
  ) throws -> Evaluated {
    if place.companies.count == 1 { return try value(of: metric, atOneCompany: place) }
    if ![.flow, .stock].contains(metric.signature.kind),
      let formula = try typedFormula(of: metric, unit: unit)
    {
      let value = try evaluate(formula, at: place)
      return traced(value.withoutOwnStep, .metric(metric, unit: unit, .formula), at: place)
    }
    let sum = try Evaluated.total(
      of: try companyPlaces(of: place).map { own in
        try value(of: metric, atOneCompany: own).speaking(for: own.companies[0])
      })
    return traced(sum, .metric(metric, unit: unit, .sum), at: place)
  }

  /// A metric's value for one company, which is asked in its own months and currency.
  private func value(of metric: Metric, atOneCompany place: Place) throws -> Evaluated {
    let peer = group?[place.companies[0]] ?? self
    var own = place.told(otherwise: peer.company.calendar.untold)
    own.companies = []
    let value = try peer.answering(self) { try peer.evaluate(peer.reading(of: metric), at: own) }
    return value.told(by: peer)
  }

  /// A place with its company named, and told by that one's months.
  func toldByCompany(_ place: Place) -> Place {
    if !answersAmongSeveral || place.companies.count > 1 { return place }
    guard let name = place.companies.first else { return place.with(companies: [company.name]) }
    return place.told(otherwise: (group?[name] ?? self).company.calendar.untold)
  }

  /// A metric in the company's own currency, or in the one that the query asks for.
  private func reading(of metric: Metric) -> TypedExpression {
    if let known = typedMetrics[metric.name] { return known }
    let read = TypedExpressionBuilder(
      catalog: catalog, calendar: company.calendar, reading: reading, home: home
    ).read(metric)
    typedMetrics[metric.name] = read
    return read
  }
}

extension Place {
  /// The same place with its periods told by other months, which are no other time.
  fileprivate func told(otherwise telling: (Period) -> Period) -> Place {
    guard let last = periods.last else { return self }
    var place = self
    place.periods = periods.map(telling)
    place.shift += Int(telling(last).end.number - last.end.number)
    return place
  }
}

extension Evaluated {
  /// A value of one company with its times told by the calendar that the query follows.
  fileprivate func told(by peer: CellEvaluator) -> Evaluated {
    let told = peer.company.calendar.told
    var copy = self
    copy.gaps = gaps.map { $0.told(by: peer) }
    copy.revisions = revisions?.naming { $0.told(by: peer) }
    if let part {
      copy.part = Part(
        quarters: Set(part.quarters.map(told)),
        reported: part.reported, asked: part.asked)
    }
    return copy
  }

  /// The same as one of several companies: each speaks for its own segments.
  fileprivate func speaking(for company: String) -> Evaluated {
    guard case .segments = coverage else { return self }
    var copy = self
    copy.coverage = coverage.ofCompany(company)
    copy.whole = nil
    return copy
  }
}

extension Evaluated.Gap {
  /// The same of one of several companies, with its times told by the calendar that the query follows.
  fileprivate func told(by peer: CellEvaluator) -> Evaluated.Gap {
    let told = peer.company.calendar.told
    switch self {
    case .missing(let metric, let segment, let period, let owner, let cause):
      // That a company reports in its own currency goes without saying.
      let home = peer.home.map { " in \($0)" } ?? ""
      return .missing(
        metric: home.isEmpty || !metric.hasSuffix(home)
          ? metric : String(metric.dropLast(home.count)),
        segment: segment, owner == nil ? told(period) : period,
        company: owner ?? peer.company.name, because: cause)
    case .unlikeQuarters(let left, let right):
      return .unlikeQuarters(left: left.map(told), right: right.map(told))
    case .uncovered, .likeForLike: return self
    }
  }
}
