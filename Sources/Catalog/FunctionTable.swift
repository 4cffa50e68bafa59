/// What the language can do to a measure, as data.
///
/// The one table drives the checker, completion, `help` and the reference; a test fails when a
/// function is missing from the reference.
package struct FunctionSignature: Sendable {
  /// What a function makes of its argument's kind and unit.
  package enum Result: Sendable {
    /// The same kind and unit.
    case same
    /// A difference of two of the same kind and unit; of percentages, one in percentage points.
    case difference
    /// Growth, in percent; that of a percentage over a named distance is a difference.
    case growth
    /// A quotient without a unit, in percent.
    case percent
    /// A part of a growth rate, in percentage points.
    case percentagePoints
    /// The same unit, to be recomputed rather than added up.
    case composite
    /// A plain number with so many places behind the point.
    case number(decimals: Int)
    /// A plain number with as many digits as a quotient.
    case quotient
  }

  /// What a function makes of the periods and segments of a row.
  package enum Collapse: Sendable {
    /// One value for each.
    case nothing
    /// One value for all periods.
    case periods
    /// One value for all periods and segments.
    case periodsAndSegments
  }

  /// What an argument has to be.
  package enum Parameter: String, Sendable {
    case measure
    case measures
    case distance
    case period
    case number
    case segment
  }

  /// The word for it, which begins a query or stands before a parenthesis.
  package let name: String
  /// The arguments that have to be given.
  package let required: [Parameter]
  /// The arguments that may follow.
  package let optional: [Parameter]
  /// What comes out.
  package let result: Result
  /// One line on what it gives.
  package let summary: String
  /// Whether it can begin a query as a verb.
  package let isVerb: Bool
  /// What it makes one value of, where nothing names rows or columns of them.
  package let collapse: Collapse
  /// Whether this version answers it.
  package let isAnswered: Bool
}

/// All functions of the language.
package enum FunctionTable {
  /// The functions in the order of the reference.
  package static let all: [FunctionSignature] =
    presentation + aggregates + growth + windows
    + relations + scalars

  /// The function of that name, folded.
  package static func function(named name: String) -> FunctionSignature? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  private static let presentation: [FunctionSignature] = [
    verb("show", .same, "the metric, aggregated the way its kind says"),
    verb(
      "ratio", .percent, "a ratio, in percent: `ratio x`, `ratio a to b`", optional: [.measure]),
    verb("plot", .same, "draws the measure over time, or a bar a row"),
  ]

  private static let aggregates: [FunctionSignature] = [
    aggregate("sum", .same, "the total over the periods and segments of a row"),
    aggregate("average", .composite, "the mean of the quarters that were reported"),
    aggregate(
      "min", .composite, "the smallest quarter; of several arguments, the smallest of each cell"),
    aggregate(
      "max", .composite, "the largest quarter; of several arguments, the largest of each cell"),
    aggregate("median", .composite, "the middle quarter, or the mean of the two in the middle"),
    aggregate("stdev", .composite, "the sample standard deviation of the quarters"),
    aggregate("count", .number(decimals: 0), "how many quarters were reported"),
    aggregate("first", .composite, "the first quarter that was reported"),
    aggregate("last", .composite, "the last quarter that was reported"),
  ]

  private static let growth: [FunctionSignature] = [
    verb("yoy", .growth, "growth on the same period a year earlier; of a ratio, in pp"),
    verb("qoq", .growth, "growth on the previous quarter"),
    verb("pop", .growth, "growth on the previous period of the same length"),
    verb("yoy_change", .difference, "the difference from the same period a year earlier"),
    verb("qoq_change", .difference, "the difference from the previous quarter"),
    verb("pop_change", .difference, "the difference from the previous period of the same length"),
    verb("growth", .percent, "growth over a distance: growth(x, 2 years)", [.measure, .distance]),
    verb(
      "change", .difference, "the difference over a distance: change(x, 2 years)",
      [.measure, .distance]),
    verb(
      "lag", .same, "the value a distance earlier: lag(x, 4 quarters)", [.measure, .distance]),
    verb(
      "annualized_growth", .percent, "growth on the previous period, carried on for a year"),
    verb(
      "cagr", .percent, "compound annual growth from the first to the last period",
      collapse: .periods),
  ]

  private static let windows: [FunctionSignature] = [
    verb("ttm", .same, "the trailing twelve months at each period's end"),
    verb("ytd", .same, "the fiscal year to date"),
    verb("cumulative", .same, "the running total over the periods selected"),
    verb("run_rate", .composite, "a flow times the periods of a year"),
    verb(
      "index", .number(decimals: 1), "rebased to 100: index(x), index(x, 1Q03)",
      optional: [.period]),
  ]

  private static let relations: [FunctionSignature] = [
    verb(
      "share", .percent, "the share of the parent segment: share(x), share(x, total)",
      optional: [.segment]),
    verb(
      "contribution", .percentagePoints,
      "what a segment adds to its parent's growth on the year before, in pp"),
    verb("rank", .number(decimals: 0), "1 for the largest; ties share a rank"),
  ]

  private static let scalars: [FunctionSignature] = [
    scalar("abs", .same, "the value without its sign"),
    scalar("round", .same, "the value rounded: round(x, 1)", [.measure, .number]),
    scalar("log", .quotient, "the natural logarithm of a plain number"),
    scalar("exp", .quotient, "e to the power of a plain number"),
    scalar("coalesce", .composite, "the first of its arguments that has a value", [.measures]),
    scalar("average_balance", .composite, "the mean of a stock's opening and closing value"),
  ]

  private static func verb(
    _ name: String, _ result: FunctionSignature.Result, _ summary: String,
    _ required: [FunctionSignature.Parameter] = [.measure],
    optional: [FunctionSignature.Parameter] = [],
    collapse: FunctionSignature.Collapse = .nothing, isAnswered: Bool = true
  ) -> FunctionSignature {
    FunctionSignature(
      name: name, required: required, optional: optional, result: result, summary: summary,
      isVerb: true, collapse: collapse, isAnswered: isAnswered)
  }

  private static func aggregate(
    _ name: String, _ result: FunctionSignature.Result, _ summary: String
  ) -> FunctionSignature {
    FunctionSignature(
      name: name, required: [.measure], optional: name == "min" || name == "max" ? [.measures] : [],
      result: result, summary: summary, isVerb: true, collapse: .periodsAndSegments,
      isAnswered: true)
  }

  private static func scalar(
    _ name: String, _ result: FunctionSignature.Result, _ summary: String,
    _ required: [FunctionSignature.Parameter] = [.measure]
  ) -> FunctionSignature {
    FunctionSignature(
      name: name, required: required, optional: [], result: result, summary: summary,
      isVerb: false, collapse: .nothing, isAnswered: true)
  }
}
