import Metrics

/// Where and when an expression is evaluated: the segments and periods of one cell, and the axes that
/// running totals and ranks look along.
struct Place {
  /// The companies whose figures are aggregated, where a query is about several and periods are told
  /// by the calendar; none where the evaluator's own company and its months are meant.
  var companies: [String] = []
  /// The segments whose figures are aggregated; one, unless a row stands for several.
  var segments: [String]
  /// The segments of each of several companies, where these are restricted to what two sides share or
  /// held to a segment; none where each company has its own of the segments above.
  var segmentsByCompany: [String: [String]] = [:]
  /// The periods whose figures are aggregated, in their order.
  var periods: [Period]
  /// Everything selected beside it.
  var axes = ResultAxes.none
  /// How many months later the axes are to be read, as growth looks back.
  var shift = 0
  /// Whether a sum of some of its quarters is better than none.
  var allowsPartial = false

  /// One segment and one period, without anything beside it.
  init(segment: String, period: Period) {
    segments = [segment]
    periods = [period]
  }

  init(
    companies: [String], segments: [String], periods: [Period], axes: ResultAxes,
    allowsPartial: Bool
  ) {
    self.companies = companies
    self.segments = segments
    self.periods = periods
    self.axes = axes
    self.allowsPartial = allowsPartial
  }

  /// The one segment and period; nil where there are several.
  var single: (segment: String, period: Period)? {
    guard segments.count == 1, periods.count == 1 else { return nil }
    return (segments[0], periods[0])
  }

  /// The last of the periods.
  var lastPeriod: Period? { periods.max { $0.end < $1.end } }

  /// The quarters of all periods, each once.
  var quarters: [Period] {
    var quarters: [Period] = []
    for quarter in periods.flatMap(\.quarters) where !quarters.contains(quarter) {
      quarters.append(quarter)
    }
    return quarters
  }

  /// Each segment with each period.
  var singles: [(segment: String, period: Period)] {
    segments.flatMap { segment in periods.map { (segment, $0) } }
  }

  /// The periods selected, as the place sees them.
  var selectedPeriods: [[Period]] {
    axes.periods.map { $0.map { $0.shifted(byMonths: shift) } }
  }

  /// The same place so many months later; what feeds a comparison is never a part of a sum.
  func shifted(byMonths months: Int) -> Place {
    var place = complete
    place.periods = periods.map { $0.shifted(byMonths: months) }
    place.shift = shift + months
    return place
  }

  /// The same place, where a sum needs all its parts.
  var complete: Place {
    var place = self
    place.allowsPartial = false
    return place
  }

  /// The same place without anything beside it.
  var alone: Place {
    var place = complete
    place.axes = .none
    return place
  }

  func with(companies: [String]) -> Place {
    var place = self
    place.companies = companies
    return place
  }

  func with(segments: [String]) -> Place {
    var place = self
    place.segments = segments
    place.segmentsByCompany = [:]
    return place
  }

  /// The same place for one segment, which is missed where a company doesn't have it.
  func held(toSegment segment: String) -> Place {
    var place = with(segments: [segment])
    place.segmentsByCompany = Dictionary(
      companies.map { ($0, [segment]) }, uniquingKeysWith: { first, _ in first })
    return place
  }

  func with(periods: [Period]) -> Place {
    var place = self
    place.periods = periods
    return place
  }
}

/// What a query selected, along which running totals, indexes and ranks look.
struct ResultAxes: Sendable {
  /// The companies of each entry that is no total.
  let companies: [[String]]
  /// The segments of each entry that is no total.
  let segments: [[String]]
  /// The periods of each entry that is no total.
  let periods: [[Period]]
  /// Whether the segments are a tree, in which one stands below another.
  let areTree: Bool

  /// The one segment that all of them are parts of, where a query takes one apart.
  let whole: String?

  private init() {
    companies = []
    segments = []
    periods = []
    areTree = false
    whole = nil
  }

  /// The members of the selections, without extras and totals.
  init(
    _ companies: CompanySelection, _ segments: SegmentSelection, _ periods: PeriodSelection
  ) {
    self.companies = companies.entries.filter { $0.role == .member }.map(\.names)
    self.segments = segments.entries.filter { $0.role == .member }.map(\.paths)
    self.periods = periods.members.map(\.periods)
    areTree = segments.isTree
    whole = segments.whole
  }

  /// Nothing beside a cell.
  static let none = ResultAxes()
}
