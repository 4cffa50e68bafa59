import Catalog
import Metrics
import QuerySyntax

/// Something that a metric's printed figures should equal: an identity's right side, or the metric's
/// own formula.
struct CheckedEquation {
  let kind: Check.Kind
  let expression: TypedExpression
  /// The metrics that it names.
  let metrics: Set<String>
  /// The equation's right side as it is written.
  let text: String
  /// The months over which the equation speaks of a stock: as far back as it looks, else a quarter.
  let months: Int

  /// The equations of a metric whose figures are counted in `unit`.
  static func all(
    of metric: Metric, in unit: Unit, _ catalog: Catalog, _ calendar: FiscalCalendar
  ) throws -> [CheckedEquation] {
    let isOwn = unit == metric.signature.unit
    let reading =
      isOwn ? CurrencyReading.own : CurrencyReading(currency: unit.currency, conversion: nil)
    let builder = TypedExpressionBuilder(catalog: catalog, calendar: calendar, reading: reading)
    let identities = catalog.identities.filter { $0.metric == metric.name }
    return try identities.map { try CheckedEquation($0.formula, of: nil, builder) }
      + [metric.formula].compactMap { $0 }.map { try CheckedEquation($0, of: metric, builder) }
  }

  private init(
    _ formula: Expression, of metric: Metric?, _ builder: TypedExpressionBuilder
  ) throws {
    expression = try builder.build(formula)
    let distance = expression.lagInMonths
    kind = metric != nil ? .formula : distance == nil ? .identity : .rollForward
    metrics = Set(try formula.metricNames.map { try builder.catalog.metric($0).name })
    text = formula.canonicalText
    months = distance.map { [3, 6, 9, 12].contains($0) ? $0 : 3 } ?? 3
  }

  /// Where the equation is to hold for a printed figure.
  func place(of metric: Metric, segment: String, period: Period) -> Place {
    let isStock = metric.signature.kind == .stock
    return Place(
      segment: segment, period: isStock ? Period(end: period.end, months: months) : period)
  }
}

extension TypedExpression {
  /// How far back it looks for an earlier value; nil where it doesn't.
  fileprivate var lagInMonths: Int? {
    if case .compared(_, .lag, let distance) = self {
      return switch distance {
      case .months(let months): months
      case .previousQuarter, .previousPeriod: 3
      }
    }
    return operands.lazy.compactMap(\.lagInMonths).first
  }
}
