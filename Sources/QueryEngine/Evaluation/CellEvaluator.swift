import Catalog
import MetricStore
import Metrics

/// Computes the cells of one company on one basis.
///
/// A base cell is made in a fixed order: quarters are resolved, segments added, the grain of the row
/// reached, and then a formula is applied to its aggregated parts. Series are read once, through
/// their packed columns, and kept.
final class CellEvaluator {
  let catalog: Catalog
  let company: Company
  /// Whether growth on a base below zero is told, with the sign of the base.
  let tellsSignedGrowth: Bool
  private let store: MetricStore
  private let basis: Basis
  private var series: [SeriesReference: SeriesFigures] = [:]
  private var typedFormulas: [String: TypedExpression] = [:]

  struct SeriesReference: Hashable {
    let metric: String
    let segment: String
    let unit: Unit
  }

  /// An evaluator over the figures that `store` holds of `company` on `basis`.
  init(
    store: MetricStore, catalog: Catalog, company: Company, basis: Basis,
    tellsSignedGrowth: Bool = false
  ) {
    self.store = store
    self.catalog = catalog
    self.company = company
    self.basis = basis
    self.tellsSignedGrowth = tellsSignedGrowth
  }

  /// What one series says; empty when there is no such series.
  func figures(_ metric: Metric, segment: String, unit: Unit) throws -> SeriesFigures {
    let reference = SeriesReference(metric: metric.name, segment: segment, unit: unit)
    if let known = series[reference] { return known }
    let stored = try store.series(
      company: company.name, metric: metric.name, segment: segment)
    let name = unit.description
    var figures = SeriesFigures.empty
    if let match = stored.first(where: { $0.key.unit == name }) {
      figures = SeriesFigures(try store.observations(of: match), on: basis)
    }
    series[reference] = figures
    return figures
  }

  /// The value of an expression for a segment and a period.
  func evaluate(
    _ expression: TypedExpression, segment: String, period: Period
  ) throws -> Evaluated {
    switch expression {
    case .constant(let amount):
      return Evaluated(Cell(.amount(amount), origin: .reported), coverage: .everything)
    case .metric(let metric, let unit, let ownSegment, let ownPeriod):
      return try value(
        of: metric, unit: unit, segment: ownSegment ?? segment, period: ownPeriod ?? period,
        isPinned: ownSegment != nil)
    case .negation(let inner):
      return try evaluate(inner, segment: segment, period: period).map { try -$0 }
    case .sum(let left, let right):
      return try combined(left, right, segment, period) { try $0 + $1 }
    case .difference(let left, let right):
      return try combined(left, right, segment, period) { try $0 - $1 }
    case .product(let left, let right):
      return try combined(left, right, segment, period) { try $0 * $1 }
    case .quotient(let left, let right):
      return try combined(left, right, segment, period) { try $0 / $1 }
    case .windowed(let inner, let window):
      return try evaluate(
        inner, segment: segment, period: window.ending(with: period, in: company.calendar))
    case .share(let inner, let isOfRoot):
      return try share(of: inner, segment: segment, period: period, isOfRoot: isOfRoot)
    case .compared(let inner, let comparison, let distance):
      return try compared(inner, comparison, over: distance, segment: segment, period: period)
    }
  }

  private func combined(
    _ left: TypedExpression, _ right: TypedExpression, _ segment: String, _ period: Period,
    _ operation: (Number, Number) throws -> Number?
  ) throws -> Evaluated {
    let first = try evaluate(left, segment: segment, period: period)
    let second = try evaluate(right, segment: segment, period: period)
    return try Evaluated.combine(first, second, operation)
  }

  /// A metric's value: what was printed or follows from it, or its formula.
  private func value(
    of metric: Metric, unit: Unit, segment: String, period: Period, isPinned: Bool
  ) throws -> Evaluated {
    var result = try value(of: metric, unit: unit, segment: segment, period: period)
    // A metric held to a segment on purpose is compared with others on purpose.
    if isPinned { result.coverage = .everything }
    return result
  }

  /// A metric's value for a segment and a period.
  func value(
    of metric: Metric, unit: Unit, segment: String, period: Period
  ) throws -> Evaluated {
    switch metric.signature.kind {
    case _ where metric.formula != nil:
      try formulaValue(of: metric, unit: unit, segment: segment, period: period)
    case .flow: try flowValue(of: metric, unit: unit, segment: segment, period: period)
    case .stock: try stockValue(of: metric, unit: unit, segment: segment, period: period)
    default: try rateValue(of: metric, unit: unit, segment: segment, period: period)
    }
  }

  /// The formula of a metric with its names resolved, in the currency of `unit`.
  func typedFormula(of metric: Metric, unit: Unit) throws -> TypedExpression? {
    let key = metric.name + " " + unit.description
    if let known = typedFormulas[key] { return known }
    guard let formula = metric.formula else { return nil }
    let typed = try TypedExpressionBuilder(
      catalog: catalog, calendar: company.calendar, currency: unit.currency
    ).build(formula)
    typedFormulas[key] = typed
    return typed
  }
}

extension Evaluated {
  /// The result of an operation on two cells; the worse state of the two prevails.
  static func combine(
    _ left: Evaluated, _ right: Evaluated, _ operation: (Number, Number) throws -> Number?
  ) throws -> Evaluated {
    let gaps = left.gaps + right.gaps.filter { !left.gaps.contains($0) }
    if left.cell.isMissing || right.cell.isMissing { return .missing(gaps) }
    guard let coverage = left.coverage.joined(with: right.coverage) else {
      let gap = Gap.uncovered(left: left.coverage.names, right: right.coverage.names)
      return Evaluated(.uncovered, coverage: left.coverage, gaps: gaps + [gap])
    }
    guard let first = left.cell.number, let second = right.cell.number else {
      let cell = left.cell.number == nil ? left.cell : right.cell
      return Evaluated(cell, coverage: coverage, gaps: gaps)
    }
    guard let number = try operation(first, second) else {
      return Evaluated(.undefined, coverage: coverage)
    }
    let origin = min(.computed, left.cell.origin, right.cell.origin)
    let isConflicting = left.cell.isConflicting || right.cell.isConflicting
    return Evaluated(
      Cell(number, origin: origin, isConflicting: isConflicting), coverage: coverage)
  }

  func map(_ operation: (Number) throws -> Number) throws -> Evaluated {
    guard let number = cell.number else { return self }
    var result = self
    result.cell = Cell(
      try operation(number), origin: min(.computed, cell.origin),
      isConflicting: cell.isConflicting)
    return result
  }
}

extension Cell {
  var isMissing: Bool {
    if case .missing = content { true } else { false }
  }
}

extension Coverage {
  var names: [String] {
    switch self {
    case .everything: []
    case .segments(let paths): paths.sorted()
    }
  }
}
