import Catalog
import Metrics

/// The text of an expression whose names have been resolved, as it could be typed.
struct ExpressionText {
  let companies: QueryCompanies

  private var calendar: FiscalCalendar { companies.calendar }

  func text(of expression: TypedExpression) -> String {
    if expression.operation != nil { return chain(expression) }
    return switch expression {
    case .constant(let amount): DecimalText.exact(amount)
    case .metric(let metric, let unit, let segment, let period):
      name(of: metric, unit: unit) + pin([segment], period)
    case .negation(let inner): "-" + operand(inner, binding: 3)
    case .ofCompany(.metric(let metric, let unit, let segment, let period), let company):
      name(of: metric, unit: unit) + pin(["\(company):\(segment ?? "")"], period, of: company)
    case .ofCompany(let inner, _): text(of: inner)
    case .converted(let inner, let conversion, _):
      "\(text(of: inner)) in \(conversion.currency)"
    default: call(expression)
    }
  }

  /// A metric's name, with the currency that it is read in where that isn't its own.
  func name(of metric: Metric, unit: Unit) -> String {
    unit == metric.signature.unit ? metric.name : "\(metric.name) in \(unit)"
  }

  private func pin(_ words: [String?], _ period: Period?, of company: String? = nil) -> String {
    let own = companies.all.first { $0.name == company }?.calendar.aligned ?? calendar
    let parts = (words + [period.map(own.name)]).compactMap { $0 }
    return parts.isEmpty ? "" : "[\(parts.joined(separator: ", "))]"
  }

  /// Operators one after another, in a loop: a long sum is as deep as it is long.
  private func chain(_ expression: TypedExpression) -> String {
    var innermost = expression
    var rest: [(sign: String, binding: Int, right: TypedExpression)] = []
    while let operation = innermost.operation {
      rest.append((innermost.sign, innermost.binding, operation.right))
      innermost = operation.left
    }
    var result = operand(innermost, binding: rest.last?.binding ?? 0)
    var binding = rest.last?.binding ?? 0
    for (sign, next, right) in rest.reversed() {
      if binding < next { result = "(\(result))" }
      result += " \(sign) \(operand(right, binding: next + 1))"
      binding = next
    }
    return result
  }

  /// A text in brackets where it would be torn apart by what stands around it.
  private func operand(_ expression: TypedExpression, binding: Int) -> String {
    let text = text(of: expression)
    return expression.binding < binding ? "(\(text))" : text
  }

  private func call(_ expression: TypedExpression) -> String {
    let (name, rest) = function(of: expression)
    let operands = expression.operands
    if case .indexed(_, let base?) = expression {
      return "\(name)(\(text(of: operands[0])), \(calendar.name(of: base)))"
    }
    return "\(name)(\((operands.map(text) + rest).joined(separator: ", ")))"
  }

  /// The name by which a function is called, and what it wants besides its operands.
  private func function(of expression: TypedExpression) -> (name: String, rest: [String]) {
    switch expression {
    case .compared(_, let comparison, let distance): comparison.function(over: distance)
    case .windowed(_, let window): (window.rawValue, [])
    case .running: ("cumulative", [])
    case .indexed: ("index", [])
    case .share(_, let isOfRoot): ("share", isOfRoot ? [Segment.rootPath] : [])
    case .contribution: ("contribution", [])
    case .ranked: ("rank", [])
    case .aggregated(_, let aggregate): (aggregate.rawValue, [])
    case .compounded: ("cagr", [])
    case .annualized: ("annualized_growth", [])
    case .runRate: ("run_rate", [])
    case .averageBalance: ("average_balance", [])
    case .scalar(let function, _): (function.name, function.rest)
    default: ("", [])
    }
  }
}

extension TypedExpression {
  /// The sign of an operation.
  fileprivate var sign: String {
    switch self {
    case .sum: "+"
    case .difference: "-"
    case .product: "*"
    default: "/"
    }
  }

  /// How tightly an expression holds together: a call and a name most.
  fileprivate var binding: Int {
    switch self {
    case .sum, .difference, .converted: 1
    case .product, .quotient: 2
    case .negation: 3
    default: 4
    }
  }
}

extension Comparison {
  /// The function that compares over a distance, with the distance where its name doesn't say it.
  fileprivate func function(over distance: TimeDistance) -> (name: String, rest: [String]) {
    let change = self == .change ? "_change" : ""
    switch distance {
    case .previousQuarter where self != .lag: return ("qoq" + change, [])
    case .previousPeriod where self != .lag: return ("pop" + change, [])
    case .months(12) where self != .lag: return ("yoy" + change, [])
    case .months(let months) where months.isMultiple(of: 12):
      return (name, [months == 12 ? "1 year" : "\(months / 12) years"])
    default:
      let quarters = distance.months(of: []) / 3
      return (name, [quarters == 1 ? "1 quarter" : "\(quarters) quarters"])
    }
  }

  private var name: String {
    switch self {
    case .lag: "lag"
    case .change: "change"
    case .growth: "growth"
    }
  }
}

extension ScalarFunction {
  fileprivate var name: String {
    switch self {
    case .magnitude: "abs"
    case .smallest: "min"
    case .largest: "max"
    case .firstKnown: "coalesce"
    case .naturalLogarithm: "log"
    case .exponential: "exp"
    case .rounded: "round"
    }
  }

  fileprivate var rest: [String] {
    if case .rounded(let places) = self, places != 0 { ["\(places)"] } else { [] }
  }
}
