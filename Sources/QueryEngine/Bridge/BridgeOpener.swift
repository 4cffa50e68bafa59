import Catalog
import Metrics
import QuerySyntax

/// Opens a measure: looks behind it for what it is made of.
///
/// A formula is opened down to reported metrics. A reported metric is opened where it is asked for
/// itself, by the first identity of it of which all parts are known, and so are its parts, once more:
/// far enough for the costs behind an income, and not for a whole set of statements.
struct BridgeOpener {
  let evaluator: CellEvaluator
  let companies: QueryCompanies
  /// Where the parts have to be known.
  let places: [Place]

  private static let levelsOfIdentities = 2

  /// What an expression is made of; nil where nothing says so.
  func formula(of expression: TypedExpression) throws -> BridgeFormula? {
    let levels = expression.onlyMetric == nil ? 0 : BridgeOpener.levelsOfIdentities
    var formula = try formula(of: expression, Frame(identities: levels))
    if formula.saysNothing { return nil }
    // What is added and taken away again moves nothing.
    formula.terms.removeAll { $0.factor.isZero }
    return formula
  }

  /// What the flows of a roll-forward are made of.
  func formula(ofFlows flows: RollForward, in expression: TypedExpression) throws -> BridgeFormula {
    let frame = Frame(
      identities: BridgeOpener.levelsOfIdentities - 1,
      taken: flows.equation.metrics.union([flows.stock.name])
    ).inside(expression.withoutWindows)
    var formula = BridgeFormula(equations: [
      "\(flows.stock.name) = \(flows.equation.text) (identity)"
    ])
    for (flow, isNegative) in flows.terms {
      try add(flow, isNegative ? try frame.reversed() : frame, to: &formula)
    }
    return formula
  }

  /// Whether everything that a formula names has a value wherever it has to.
  func isKnown(_ formula: BridgeFormula) throws -> Bool {
    try formula.expressions.allSatisfy(isKnown)
  }

  private func isKnown(_ expression: TypedExpression) throws -> Bool {
    try places.allSatisfy { try evaluator.evaluate(expression, at: $0).cell.number != nil }
  }

  private func name(of expression: TypedExpression) -> String {
    ExpressionText(companies: companies).text(of: expression)
  }

  // MARK: - Expressions

  private func formula(
    of expression: TypedExpression, _ frame: Frame
  ) throws -> BridgeFormula {
    var formula = BridgeFormula()
    try add(expression, frame, to: &formula)
    return formula
  }

  private func add(
    _ expression: TypedExpression, _ frame: Frame, to formula: inout BridgeFormula
  ) throws {
    switch expression {
    case .constant: return
    case .negation(let inner): try add(inner, try frame.reversed(), to: &formula)
    case .sum, .difference:
      for (term, isNegative) in expression.signedTerms {
        try add(term, isNegative ? try frame.reversed() : frame, to: &formula)
      }
    case .product(.constant(let amount), let inner), .product(let inner, .constant(let amount)):
      try add(inner, try frame.times(.amount(amount)), to: &formula)
    case .quotient(let inner, .constant(let amount)) where !amount.isZero:
      try add(inner, try frame.over(.amount(amount)), to: &formula)
    case .product(let left, let right) where !frame.isConverted:
      try append(.product(frame.wrap(left), frame.wrap(right)), frame, to: &formula)
    case .quotient(let left, let right) where !frame.isConverted:
      try append(.quotient(frame.wrap(left), frame.wrap(right)), frame, to: &formula)
    case .windowed(let inner, _), .converted(let inner, _, _):
      try add(inner, frame.inside(expression), to: &formula)
    case .metric(let metric, let unit, nil, nil):
      try add(metric, unit, expression, frame, to: &formula)
    default: try append(.part(frame.wrap(expression)), frame, to: &formula)
    }
  }

  private func append(
    _ content: BridgeFormula.Content, _ frame: Frame, to formula: inout BridgeFormula
  ) throws {
    try formula.add(.init(factor: frame.factor, content: content), named: name)
  }

  // MARK: - Metrics

  private func add(
    _ metric: Metric, _ unit: Unit, _ expression: TypedExpression, _ frame: Frame,
    to formula: inout BridgeFormula
  ) throws {
    let whole = frame.wrap(expression)
    let isAskedFor = frame.taken.isEmpty
    let openings = try openings(of: metric, unit, frame)
    for opening in openings where try isKnown(opening) {
      return try formula.add(opening, named: name)
    }
    // What is missing is to be told part by part, unless a printed figure stands for all of it.
    let isNeeded = try isAskedFor || !isKnown(whole)
    if isNeeded, let opening = openings.first {
      return try formula.add(opening, named: name)
    }
    try append(.part(whole), frame, to: &formula)
  }

  /// What a metric can be opened to: by its formula, or by the identities that say what it is made of.
  private func openings(
    of metric: Metric, _ unit: Unit, _ frame: Frame
  ) throws -> [BridgeFormula] {
    if let text = metric.formula?.canonicalText {
      guard let typed = try evaluator.typedFormula(of: metric, unit: unit) else { return [] }
      var inner = frame
      inner.identities = 0
      inner.taken.insert(metric.name)
      return [try opening(typed, inner, "\(metric.name) = \(text)")]
    }
    if frame.identities == 0 { return [] }
    let own = try identities(of: metric, unit).filter { try !isRearranged($0, of: metric) }
      .map {
        Equation(expression: $0.expression, metrics: $0.metrics, text: "\($0.text) (identity)")
      }
    return try (own + remainders(of: metric, unit)).filter {
      frame.taken.isDisjoint(with: $0.metrics)
    }.map { equation in
      var inner = frame
      inner.identities -= 1
      inner.taken.formUnion(equation.metrics.union([metric.name]))
      return try opening(equation.expression, inner, "\(metric.name) = \(equation.text)")
    }
  }

  private func opening(
    _ expression: TypedExpression, _ frame: Frame, _ equation: String
  ) throws -> BridgeFormula {
    var opening = try formula(of: expression, frame)
    opening.equations.insert(equation, at: 0)
    return opening
  }

  func identities(of metric: Metric, _ unit: Unit) throws -> [CheckedEquation] {
    try CheckedEquation.all(
      of: metric, in: unit, evaluator.catalog, evaluator.company.calendar
    ).filter { $0.kind == .identity }
  }

  /// Whether a part of an identity is what is left of the metric itself, as income is of revenue: then
  /// the identity tells where the metric goes, and not what it is made of.
  private func isRearranged(_ equation: CheckedEquation, of metric: Metric) throws -> Bool {
    try equation.metrics.contains { name in
      guard let part = evaluator.catalog.metric(named: name) else { return false }
      return try CheckedEquation.all(
        of: part, in: part.signature.unit, evaluator.catalog, evaluator.company.calendar
      ).contains { $0.expression.isLeft(of: metric) }
    }
  }
}

extension BridgeOpener {
  /// What stands around an expression that is being opened.
  private struct Frame {
    /// How often it counts.
    var factor = Number.amount(Amount(exact: 1))
    /// How many levels of identities may still be opened.
    var identities: Int
    /// The metrics that have been opened, and those that stand beside what is: an identity that names
    /// one of them leads back.
    var taken: Set<String> = []
    var isConverted = false
    /// Reads a part in the currency and over the window of the whole.
    var wrap: @Sendable (TypedExpression) -> TypedExpression = { $0 }

    func reversed() throws -> Frame { try times(.amount(Amount(exact: -1))) }

    func times(_ number: Number) throws -> Frame {
      var frame = self
      frame.factor = try factor * number
      return frame
    }

    func over(_ number: Number) throws -> Frame {
      var frame = self
      frame.factor = try factor / number ?? factor
      return frame
    }

    /// The frame of what stands inside a window or a conversion.
    func inside(_ expression: TypedExpression) -> Frame {
      var frame = self
      let outer = wrap
      switch expression {
      case .windowed(_, let window): frame.wrap = { outer(.windowed($0, window)) }
      case .converted(_, let conversion, let kind):
        frame.isConverted = true
        frame.wrap = { part in
          outer(.converted(part, conversion, kind: part.onlyMetric?.signature.kind ?? kind))
        }
      default: break
      }
      return frame
    }
  }
}

extension TypedExpression {
  /// Whether it is a metric less something.
  func isLeft(of metric: Metric) -> Bool {
    let terms = signedTerms
    return terms.contains(where: \.isNegative)
      && terms.contains { !$0.isNegative && $0.expression.onlyMetric?.name == metric.name }
  }
}
