/// What the language can do to a measure, as data.
///
/// The one table drives the checker, completion, `help` and the reference; a test fails when a
/// function is missing from the reference.
package struct FunctionSignature: Sendable {
  /// What a function makes of its argument's kind and unit.
  package enum Result: Sendable {
    /// The same kind and unit.
    case same
    /// A quotient without a unit.
    case ratio
    /// The same unit, to be recomputed rather than added up.
    case composite
    /// A plain number.
    case number
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
  /// Whether it adds or picks over the periods and segments of a row.
  package let isAggregate: Bool
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
    verb("show", .same, "the metric, aggregated the way its kind says", isAnswered: true),
    verb("ratio", .ratio, "a ratio, in percent: `ratio x`, `ratio a to b`", isAnswered: true),
    verb("plot", .same, "draws the measure over time, or a bar a row"),
  ]

  private static let aggregates: [FunctionSignature] = [
    aggregate("sum", "the total over the periods and segments of a row", isAnswered: true),
    aggregate("average", "the mean of what was reported"),
    aggregate("min", "the smallest; of several arguments, the smallest of each cell"),
    aggregate("max", "the largest; of several arguments, the largest of each cell"),
    aggregate("median", "the middle value"),
    aggregate("stdev", "the sample standard deviation"),
    aggregate("count", "how many were reported", result: .number),
    aggregate("first", "the first value"),
    aggregate("last", "the last value"),
  ]

  private static let growth: [FunctionSignature] = [
    verb(
      "yoy", .ratio, "growth on the same period a year earlier; of a ratio, in pp", isAnswered: true
    ),
    verb("qoq", .ratio, "growth on the previous quarter", isAnswered: true),
    verb("pop", .ratio, "growth on the previous period of the same length", isAnswered: true),
    verb(
      "yoy_change", .same, "the difference from the same period a year earlier", isAnswered: true),
    verb("qoq_change", .same, "the difference from the previous quarter", isAnswered: true),
    verb(
      "pop_change", .same, "the difference from the previous period of the same length",
      isAnswered: true),
    verb(
      "growth", .ratio, "growth over a distance: growth(x, 2 years)", [.measure, .distance],
      isAnswered: true),
    verb(
      "change", .same, "the difference over a distance: change(x, 2 years)",
      [.measure, .distance], isAnswered: true),
    verb(
      "lag", .same, "the value a distance earlier: lag(x, 4 quarters)", [.measure, .distance],
      isAnswered: true),
    verb("annualized_growth", .ratio, "the period's growth carried on for a year"),
    verb("cagr", .ratio, "compound annual growth from the first to the last period"),
  ]

  private static let windows: [FunctionSignature] = [
    verb("ttm", .same, "the trailing twelve months at each period's end", isAnswered: true),
    verb("ytd", .same, "the fiscal year to date", isAnswered: true),
    verb("cumulative", .same, "the running total over the periods selected"),
    verb("run_rate", .same, "a flow times the periods of its year"),
    verb("index", .number, "rebased to 100: index(x), index(x, 1Q03)", optional: [.period]),
  ]

  private static let relations: [FunctionSignature] = [
    verb(
      "share", .ratio, "the share of the parent segment: share(x), share(x, total)",
      optional: [.segment], isAnswered: true),
    verb("contribution", .ratio, "what a row adds to the total's growth, in pp"),
    verb("rank", .number, "1 for the largest; ties share a rank"),
  ]

  private static let scalars: [FunctionSignature] = [
    scalar("abs", .same, "the value without its sign"),
    scalar("round", .same, "the value rounded: round(x, 1)", optional: [.number]),
    scalar("log", .number, "the natural logarithm"),
    scalar("exp", .number, "e to the power of the value"),
    scalar("coalesce", .same, "the first of its arguments that has a value", [.measures]),
    scalar("average_balance", .composite, "the mean of a stock's opening and closing value"),
  ]

  private static func verb(
    _ name: String, _ result: FunctionSignature.Result, _ summary: String,
    _ required: [FunctionSignature.Parameter] = [.measure],
    optional: [FunctionSignature.Parameter] = [], isAnswered: Bool = false
  ) -> FunctionSignature {
    FunctionSignature(
      name: name, required: required, optional: optional, result: result, summary: summary,
      isVerb: true, isAggregate: false, isAnswered: isAnswered)
  }

  private static func aggregate(
    _ name: String, _ summary: String, result: FunctionSignature.Result = .same,
    isAnswered: Bool = false
  ) -> FunctionSignature {
    FunctionSignature(
      name: name, required: [.measure], optional: name == "min" || name == "max" ? [.measures] : [],
      result: result, summary: summary, isVerb: true, isAggregate: true, isAnswered: isAnswered)
  }

  private static func scalar(
    _ name: String, _ result: FunctionSignature.Result, _ summary: String,
    _ required: [FunctionSignature.Parameter] = [.measure],
    optional: [FunctionSignature.Parameter] = []
  ) -> FunctionSignature {
    FunctionSignature(
      name: name, required: required, optional: optional, result: result, summary: summary,
      isVerb: false, isAggregate: false, isAnswered: false)
  }
}
