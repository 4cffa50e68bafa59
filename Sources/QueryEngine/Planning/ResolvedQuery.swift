import Catalog
import Metrics

/// A query with its names gone: what to read, how to aggregate it and where each figure stands.
struct ResolvedQuery: Sendable {
  /// The company whose figures are asked for.
  let company: Company
  /// What is asked for, in the order typed.
  let measures: [ResolvedMeasure]
  /// The segments, in the order of the rows.
  let segments: SegmentSelection
  /// The columns or rows of time.
  let periods: PeriodSelection
  /// Where each axis stands.
  let layout: Layout
  /// Which publications count.
  let basis: Basis
}

/// One measure, typed.
struct ResolvedMeasure: Sendable {
  /// What headings and tidy rows call it.
  let name: String
  /// What it is made of.
  let expression: TypedExpression
  /// What it is.
  let signature: Signature
  /// How it is to be shown.
  let display: MeasureDisplay
}

/// An expression with its names and units resolved.
indirect enum TypedExpression: Sendable {
  /// A number in base units.
  case constant(Amount)
  /// A metric, in `unit`, at a segment and period of its own where it is pinned.
  case metric(Metric, unit: Unit, segment: String?, period: Period?)
  case negation(TypedExpression)
  case sum(TypedExpression, TypedExpression)
  case difference(TypedExpression, TypedExpression)
  case product(TypedExpression, TypedExpression)
  case quotient(TypedExpression, TypedExpression)
  /// The value of an expression some way back in time, or how it has changed since.
  case compared(TypedExpression, Comparison, over: TimeDistance)
  /// The value of an expression over a window that ends where the period does.
  case windowed(TypedExpression, TimeWindow)
  /// The value of an expression as a part of its parent segment's, or of the root's.
  case share(TypedExpression, isOfRoot: Bool)
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
      return Period(end: period.end, months: 12 - Int(year.end.number - period.end.number))
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

  /// The earlier period.
  func before(_ period: Period) -> Period {
    switch self {
    case .months(let months): period.shifted(byMonths: -months)
    case .previousQuarter: period.shifted(byMonths: -3)
    case .previousPeriod: period.shifted(byMonths: -max(3, period.months))
    }
  }
}

/// How a measure's figures are shown, before the figures themselves have been seen.
struct MeasureDisplay: Sendable {
  /// What kind of number it is.
  enum Style: Sendable {
    /// An amount: at the scale asked for, else at the coarsest precision among its cells.
    case amount(scaleExponent: Int?)
    /// A ratio told in hundredths.
    case percent
    /// A difference of percentages.
    case percentagePoints
    /// Any other quotient.
    case quotient
  }

  /// What kind of number it is.
  let style: Style
  /// The digits behind the point that `round` asks for.
  let decimals: Int?
}

/// Which segments a query is about.
struct SegmentSelection: Sendable {
  /// One entry of the segment axis.
  struct Entry: Sendable {
    /// What the entry is called: a path, or several joined by ` + `.
    let title: String
    /// The segments whose figures are added up; one, unless an aggregate collapsed several.
    let paths: [String]
    /// Whether it is the total of the entries above it.
    let isTotal: Bool
  }

  /// The entries in their order.
  let entries: [Entry]
  /// Whether the entries are the children of the last one, and should tie to it.
  let isBreakdown: Bool
  /// Children that report none of the measures, left out and named below.
  let silent: [String]
}

/// Which periods a query is about.
struct PeriodSelection: Sendable {
  /// One entry of the time axis.
  struct Entry: Sendable {
    /// What the entry is called: `2Q04`, or `1Q03 to 2Q04` for several that are added up.
    let title: String
    /// The periods whose figures are added up; one, unless an aggregate collapsed several.
    let periods: [Period]
    /// What the entry shows of its period instead of the figure: `yoy(2Q04)`.
    var growth: GrowthFunction?

    init(title: String, periods: [Period]) {
      self.title = title
      self.periods = periods
    }

    /// What stands above the entry.
    var heading: String { growth.map { "\($0.name)(\(title))" } ?? title }
  }

  /// The entries in their order.
  let entries: [Entry]
  /// The word for what an entry is: `quarter`, `half`, `year` or `period`.
  let title: String
  /// Whether the entries follow one another without a gap.
  let isRange: Bool

  init(entries: [Entry], title: String) {
    self.entries = entries
    self.title = title
    let periods = entries.flatMap(\.periods)
    isRange = zip(periods, periods.dropFirst()).allSatisfy { $0.end + 1 == $1.start }
  }
}

/// Which axes name rows and which name columns; an axis in neither stands in the heading.
struct Layout: Sendable {
  /// What a result has one of per row or column.
  enum Axis: Hashable, Sendable {
    case measure
    case segment
    case time
  }

  /// The axes that name the rows, outermost first.
  let rows: [Axis]
  /// The axes that name the columns, outermost first.
  let columns: [Axis]
}
