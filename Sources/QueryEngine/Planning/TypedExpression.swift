import Catalog
import Metrics

/// An expression with its names and units resolved.
indirect enum TypedExpression: Sendable {
  /// A number in base units.
  case constant(Amount)
  /// A metric, in `unit`, at a segment and period of its own where it is pinned.
  case metric(Metric, unit: Unit, segment: String?, period: Period?)
  /// The value of a company of its own, where it is pinned to one.
  case ofCompany(TypedExpression, name: String)
  /// A metric's value in another currency, at a rate.
  case converted(TypedExpression, Conversion, kind: Aggregation)
  case negation(TypedExpression)
  case sum(TypedExpression, TypedExpression)
  case difference(TypedExpression, TypedExpression)
  case product(TypedExpression, TypedExpression)
  case quotient(TypedExpression, TypedExpression)
  /// The value some way back in time, or how it has changed since.
  case compared(TypedExpression, Comparison, over: TimeDistance)
  /// The value over a window that ends where the period does.
  case windowed(TypedExpression, TimeWindow)
  /// The running total over the periods selected.
  case running(TypedExpression)
  /// The value on a base of 100: at a period, or at the first one selected.
  case indexed(TypedExpression, base: Period?)
  /// The value as a part of its parent segment's, or of the root's.
  case share(TypedExpression, isOfRoot: Bool)
  /// What a segment adds to the growth of the whole on the year before.
  case contribution(TypedExpression)
  /// The place among the segments or periods selected; `name` tells rankings of one query apart.
  case ranked(TypedExpression, name: String)
  /// One value of all the quarters and segments of a row.
  case aggregated(TypedExpression, Aggregate)
  /// Compound annual growth from the first to the last period.
  case compounded(TypedExpression)
  /// Growth on the previous period, carried on for a year.
  case annualized(TypedExpression)
  /// A flow times the periods of a year.
  case runRate(TypedExpression)
  /// The mean of a stock's opening and closing value.
  case averageBalance(TypedExpression)
  /// A function of the values themselves.
  case scalar(ScalarFunction, [TypedExpression])

  /// Does something with each of what it is made of.
  ///
  /// Every query is looked through several times before it is answered, so that no list is made.
  func forEachOperand(_ body: (TypedExpression) -> Void) {
    switch self {
    case .constant, .metric: break
    case .converted(let inner, let conversion, _):
      body(inner)
      body(conversion.rate)
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right):
      body(left)
      body(right)
    case .negation(let inner), .compared(let inner, _, _), .windowed(let inner, _),
      .running(let inner), .indexed(let inner, _), .share(let inner, _),
      .contribution(let inner), .ranked(let inner, _), .aggregated(let inner, _),
      .compounded(let inner), .annualized(let inner), .runRate(let inner),
      .averageBalance(let inner), .ofCompany(let inner, _):
      body(inner)
    case .scalar(_, let arguments): arguments.forEach(body)
    }
  }

  /// What it is made of.
  var operands: [TypedExpression] {
    var operands: [TypedExpression] = []
    forEachOperand { operands.append($0) }
    return operands
  }

  /// Whether any of what it is made of is what `isWanted` asks for.
  func containsOperand(where isWanted: (TypedExpression) -> Bool) -> Bool {
    var isThere = false
    forEachOperand { isThere = isThere || isWanted($0) }
    return isThere
  }

  /// Whether it is a rank.
  var isRanked: Bool { if case .ranked = self { true } else { false } }

  /// Whether it, or anything in it, is what `isWanted` asks for.
  func contains(where isWanted: (TypedExpression) -> Bool) -> Bool {
    isWanted(self) || containsOperand { $0.contains(where: isWanted) }
  }
}

extension TypedExpression {
  /// An operator between two sides.
  struct Operation {
    let left: TypedExpression
    let right: TypedExpression
    let isQuotient: Bool
    let apply: (Number, Number) throws -> Number?
  }

  /// The operator that it is, if it is one.
  var operation: Operation? {
    switch self {
    case .sum(let left, let right):
      Operation(left: left, right: right, isQuotient: false) { try $0 + $1 }
    case .difference(let left, let right):
      Operation(left: left, right: right, isQuotient: false) { try $0 - $1 }
    case .product(let left, let right):
      Operation(left: left, right: right, isQuotient: false) { try $0 * $1 }
    case .quotient(let left, let right):
      Operation(left: left, right: right, isQuotient: true) { try $0 / $1 }
    default: nil
    }
  }
}

/// One value of many.
enum Aggregate: String, Sendable {
  case sum, average, min, max, median, stdev, count, first, last
}

/// A function of values, whatever their time and segment.
enum ScalarFunction: Sendable {
  case magnitude, smallest, largest, firstKnown, naturalLogarithm, exponential
  case rounded(places: Int)
}

/// How amounts of one currency become amounts of another.
struct Conversion: Sendable {
  /// The currency that amounts become amounts of.
  let currency: String
  /// The rate, constant or of each period.
  let rate: TypedExpression
  /// Whether the rate is in units of the source for one of the target, as `110.20` yen for a
  /// dollar.
  let isPerTarget: Bool
  /// Whether the rate is the same for all periods.
  let isConstant: Bool
}

/// A stretch of time that ends where a period does.
enum TimeWindow: String, Sendable {
  /// The trailing twelve months.
  case trailingYear = "ttm"
  /// The fiscal year to date.
  case yearToDate = "ytd"

  /// The window that ends with a period.
  func ending(with period: Period, in calendar: FiscalCalendar) -> Period {
    switch self {
    case .trailingYear: return Period(end: period.end, months: 12)
    case .yearToDate:
      let year = calendar.period(of: .year, holding: period.end)
      return Period(
        end: period.end, months: year.months - Int(year.end.number - period.end.number))
    }
  }
}

/// What a comparison over time gives.
enum Comparison: Sendable {
  /// The earlier value itself.
  case lag
  /// The difference from it.
  case change
  /// The growth on it.
  case growth
}

/// How far back a comparison goes.
enum TimeDistance: Hashable, Sendable {
  /// A number of months, whatever the period.
  case months(Int)
  /// From a quarter to the quarter before; no other period has one.
  case previousQuarter
  /// To the period of the same length before.
  case previousPeriod

  /// The months from a stretch of periods to the earlier one.
  func months(of periods: [Period]) -> Int {
    switch self {
    case .months(let months): return months
    case .previousQuarter: return 3
    case .previousPeriod:
      guard let start = periods.map(\.start).min(), let end = periods.map(\.end).max() else {
        return 3
      }
      return max(3, Int(end.number - start.number) + 1)
    }
  }
}
