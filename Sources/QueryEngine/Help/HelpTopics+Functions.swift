import Catalog

extension HelpTopics {
  /// The verbs and functions, out of the table that the checker reads.
  static let functions = FunctionTable.all.map { function in
    HelpTopic(
      name: function.name, kind: function.isVerb ? .verb : .function, form: form(of: function),
      summary: function.summary, example: examples[function.name] ?? "",
      isAnswered: function.isAnswered)
  }

  private static func form(of function: FunctionSignature) -> String {
    let parameters =
      function.required.map(\.rawValue) + function.optional.map { "[\($0.rawValue)]" }
    let call = "\(function.name)(\(parameters.joined(separator: ", ")))"
    switch function.name {
    case "show", "plot": return "\(function.name) MEASURE, …"
    case "ratio": return "ratio MEASURE, ratio MEASURE to MEASURE"
    default:
      let isVerbOfOne = function.isVerb && function.required.count == 1
      return isVerbOfOne ? "\(function.name) MEASURE, … or \(call)" : call
    }
  }

  private static let examples = [
    "show": "show revenue by segment for 2Q04",
    "ratio": "ratio gross_margin si by quarter",
    "plot": "plot operating_income by quarter",
    "sum": "sum revenue si, equipment from 1Q04 to 2Q04",
    "average": "average revenue si",
    "min": "min revenue si",
    "max": "max revenue si",
    "median": "median revenue si",
    "stdev": "stdev revenue si",
    "count": "count revenue si",
    "first": "first revenue si",
    "last": "last revenue si",
    "yoy": "yoy revenue by segment for 2Q04",
    "qoq": "qoq revenue by segment for 2Q04",
    "pop": "pop revenue by segment for 2Q04",
    "yoy_change": "yoy_change operating_income for 2Q04",
    "qoq_change": "qoq_change operating_income for 2Q04",
    "pop_change": "pop_change operating_income for 2Q04",
    "growth": "show growth(revenue, 1 year) for 2Q04",
    "change": "show change(revenue, 1 year) for 2Q04",
    "lag": "show revenue, lag(revenue, 4 quarters) for 2Q04",
    "annualized_growth": "annualized_growth revenue for 2Q04",
    "cagr": "cagr revenue from 2Q03 to 2Q04",
    "ttm": "ttm cash_and_cash_equivalents for 2Q04",
    "ytd": "ytd revenue for 2Q04",
    "cumulative": "cumulative revenue from 1Q04 to 2Q04",
    "run_rate": "run_rate revenue for 2Q04",
    "index": "index revenue",
    "share": "share revenue by segment for 2Q04",
    "contribution": "contribution revenue by segment for 2Q04",
    "rank": "rank revenue by segment for 2Q04",
    "abs": "show abs(operating_income) for 2Q03",
    "round": "show round(revenue, 1) for 2Q04",
    "log": "show log(revenue / cost_of_revenue) for 2Q04",
    "exp": "show exp(cost_of_revenue / revenue) for 2Q04",
    "coalesce": "show coalesce(revenue, cost_of_revenue) for 2Q04",
    "average_balance": "show average_balance(cash_and_cash_equivalents) for 2Q04",
  ]
}
