import Catalog
import Diagnostics
import Metrics
import QuerySyntax

extension TypedExpressionBuilder {
  /// A function with its arguments, which have been counted already.
  func call(
    _ name: Name, _ arguments: [Expression]
  ) throws(Diagnostic) -> TypedExpression {
    let call = FunctionCall(name: name, arguments: arguments, measure: arguments[0])
    if let built = try presentation(call) { return built }
    if let built = try aggregate(call) { return built }
    if let built = try relation(call) { return built }
    if let built = try window(call) { return built }
    if let built = try pace(call) { return built }
    if let built = try scalar(call) { return built }
    guard let function = GrowthFunction.named(name.folded) else {
      throw UnansweredForm.function(name)
    }
    try requireUnpinned(call)
    return .compared(
      try build(call.measure), function.comparison(of: try signature(of: call.measure)),
      over: try function.distance(name, arguments))
  }

  /// `show` and `ratio` say what is wanted, and change nothing; `plot` is no function of a figure.
  private func presentation(_ call: FunctionCall) throws(Diagnostic) -> TypedExpression? {
    switch call.verb {
    case .show: return try build(call.measure)
    case .plot:
      throw QueryMessage.plotInside("plot \(call.measure.canonicalText)", at: call.name.range)
    case .ratio:
      try requireRatio(call)
      guard let below = call.second else { return try build(call.measure) }
      return .quotient(try build(call.measure), try build(below))
    default: return nil
    }
  }

  /// Refuses to tell in percent what is no quotient of like amounts.
  private func requireRatio(_ call: FunctionCall) throws(Diagnostic) {
    let own = try signature(of: call.measure)
    var (unit, kind) = (own.unit, own.kind)
    if let below = call.second {
      let other = try signature(of: below)
      (unit, kind) = (own.unit / other.unit, other.kind == .constant ? own.kind : .ratio)
    }
    let range = call.measure.range
    if call.second == nil, call.measure.isPlainNumber {
      throw QueryMessage.notARatio(nameOfRatio(call), .constant, at: range)
    }
    if !unit.isRatio, kind == .ratio || call.second != nil {
      throw QueryMessage.ratioWithUnit(nameOfRatio(call), unit, at: range)
    }
    if !unit.isRatio || ![.ratio, .rate].contains(kind) {
      throw QueryMessage.notARatio(nameOfRatio(call), kind, at: range)
    }
  }

  private func nameOfRatio(_ call: FunctionCall) -> String {
    let names = MeasureName(catalog: catalog)
    return ([call.measure] + [call.second].compactMap { $0 }).map { names.name(of: $0) }
      .joined(separator: " to ")
  }

  private func aggregate(_ call: FunctionCall) throws(Diagnostic) -> TypedExpression? {
    guard call.arguments.count == 1, let aggregate = Aggregate(rawValue: call.name.folded) else {
      return nil
    }
    return .aggregated(try build(call.measure), aggregate)
  }

  private func relation(_ call: FunctionCall) throws(Diagnostic) -> TypedExpression? {
    switch call.verb {
    case .share:
      try requireAmount(call)
      try requireUnpinnedSegment(call)
      return .share(try build(call.measure), isOfRoot: try isOfRoot(call))
    case .contribution:
      try requireAmount(call)
      try requireUnpinned(call)
      try requireUnpinnedSegment(call)
      return .contribution(try build(call.measure))
    case .rank:
      return .ranked(try build(call.measure), name: call.measure.canonicalText)
    default: return nil
    }
  }

  private func window(_ call: FunctionCall) throws(Diagnostic) -> TypedExpression? {
    switch call.verb {
    case .ttm, .ytd:
      guard let window = TimeWindow(rawValue: call.name.folded) else { return nil }
      try requireUnpinned(call)
      if try signature(of: call.measure).kind == .rate {
        throw QueryMessage.windowedRate(call.measure.canonicalText, at: call.measure.range)
      }
      return .windowed(try build(call.measure), window)
    case .cumulative:
      try requireFlow(call)
      return .running(try build(call.measure))
    case .index:
      try requireUnpinned(call)
      return .indexed(try build(call.measure), base: try basePeriod(call))
    default: return nil
    }
  }

  private func pace(_ call: FunctionCall) throws(Diagnostic) -> TypedExpression? {
    switch call.verb {
    case .cagr:
      try requireUnpinned(call)
      return .compounded(try build(call.measure))
    case .annualizedGrowth:
      try requireUnpinned(call)
      return .annualized(try build(call.measure))
    case .runRate:
      try requireFlow(call)
      return .runRate(try build(call.measure))
    default: return nil
    }
  }

  private func basePeriod(_ call: FunctionCall) throws(Diagnostic) -> Period? {
    guard let expression = call.second else { return nil }
    guard case .period(let period) = expression.kind else {
      throw QueryMessage.notABasePeriod(call.measure.canonicalText, at: expression.range)
    }
    return try PeriodArithmetic(calendar: calendar, catalog: catalog).fixedPeriod(period)
  }
}

extension TypedExpressionBuilder {
  private func scalar(_ call: FunctionCall) throws(Diagnostic) -> TypedExpression? {
    let function: ScalarFunction
    switch call.name.folded {
    case "abs": function = .magnitude
    case "min": function = .smallest
    case "max": function = .largest
    case "coalesce": function = .firstKnown
    case "log", "exp":
      try requirePlainNumber(call)
      function = call.name.folded == "log" ? .naturalLogarithm : .exponential
    case "round":
      return .scalar(.rounded(places: try places(call)), [try build(call.measure)])
    case "average_balance":
      guard try signature(of: call.measure).kind == .stock else {
        throw QueryMessage.balanceOfNoStock(
          call.measure.canonicalText, try signature(of: call.measure).kind,
          at: call.measure.range)
      }
      try requireUnpinned(call)
      return .averageBalance(try build(call.measure))
    default: return nil
    }
    var arguments: [TypedExpression] = []
    for argument in call.arguments { arguments.append(try build(argument)) }
    return .scalar(function, arguments)
  }

  /// The places of `round(x, 1)`, which may be negative.
  private func places(_ call: FunctionCall) throws(Diagnostic) -> Int {
    guard let argument = call.second else { return 0 }
    var (expression, sign) = (argument, 1)
    if case .negation(let inner) = argument.kind { (expression, sign) = (inner, -1) }
    guard case .number(let literal) = expression.kind, literal.scaleExponent == 0,
      literal.amount.exponent == 0, literal.amount.mantissa <= 17
    else { throw QueryMessage.notPlaces(call.measure.canonicalText, at: argument.range) }
    return sign * Int(literal.amount.mantissa)
  }

  /// Whether a share is of the root, as `share(x, total)` says.
  private func isOfRoot(_ call: FunctionCall) throws(Diagnostic) -> Bool {
    guard let whole = call.second else { return false }
    guard case .name(let name) = whole.kind, name.folded == Segment.rootPath else {
      throw shareOfOther(whole, call.measure)
    }
    return true
  }

  /// What was asked, as the share of the root or as a ratio to the segment that was named.
  private func shareOfOther(_ whole: Expression, _ measure: Expression) -> Diagnostic {
    let name = measure.canonicalText
    var ratio: String?
    if case .name = whole.kind, case .name = measure.kind {
      ratio = "ratio \(name) to \(name)[\(whole.canonicalText)]"
    }
    return QueryMessage.shareOfOther(name, ratio: ratio, at: whole.range)
  }

  private func requireAmount(_ call: FunctionCall) throws(Diagnostic) {
    let kind = try signature(of: call.measure).kind
    if [.flow, .stock].contains(kind) { return }
    throw QueryMessage.shareOfNoAmount(
      call.name.folded, call.measure.canonicalText, kind, at: call.measure.range)
  }

  private func requireFlow(_ call: FunctionCall) throws(Diagnostic) {
    try requireUnpinned(call)
    let kind = try signature(of: call.measure).kind
    if kind == .flow { return }
    // What can't be asked at all says so itself, before anybody is sent to ask for it alone.
    _ = try build(call.measure)
    throw QueryMessage.flowOnly(
      call.name.folded, call.measure.canonicalText, kind, at: call.measure.range)
  }

  private func requirePlainNumber(_ call: FunctionCall) throws(Diagnostic) {
    let unit = try signature(of: call.measure).unit
    if unit.isRatio { return }
    throw QueryMessage.plainNumberOnly(
      call.name.folded, call.measure.canonicalText, operand: call.measure.operandText, unit,
      at: call.measure.range)
  }

  /// Refuses to look at other times of something that is held to one.
  private func requireUnpinned(_ call: FunctionCall) throws(Diagnostic) {
    if let pinned = call.measure.pinnedPeriod {
      throw QueryMessage.pinnedInTime(call.name.folded, at: pinned.range)
    }
  }
}

extension TypedExpressionBuilder {
  /// Refuses to compare a segment with its parent where both are held to the same one.
  private func requireUnpinnedSegment(_ call: FunctionCall) throws(Diagnostic) {
    guard let pinned = call.measure.pinnedSegment else { return }
    var unpinned: String?
    if case .pinned(let metric, _) = call.measure.kind {
      unpinned = "\(metric.text) \(pinned.text)"
    }
    throw QueryMessage.pinnedInPlace(call.name.folded, unpinned, at: pinned.range)
  }
}

/// A function's name and arguments, of which the first is what it is applied to.
struct FunctionCall {
  let name: Name
  let verb: Verb?
  let arguments: [Expression]
  let measure: Expression

  var second: Expression? { arguments.count > 1 ? arguments[1] : nil }

  init(name: Name, arguments: [Expression], measure: Expression) {
    self.name = name
    verb = Verb(rawValue: name.folded)
    self.arguments = arguments
    self.measure = measure
  }
}

extension Expression {
  /// Whether it counts or ranks, which has no unit and is no quotient.
  fileprivate var isPlainNumber: Bool {
    guard case .call(let name, _) = kind,
      case .number = FunctionTable.function(named: name.folded)?.result
    else { return false }
    return true
  }

  /// How it is written beside an operator.
  fileprivate var operandText: String {
    switch kind {
    case .binary, .negation: "(\(canonicalText))"
    default: canonicalText
    }
  }

  /// The first segment in it that a metric is held to.
  fileprivate var pinnedSegment: Name? {
    switch kind {
    case .pinned(_, let pin): pin.segment
    case .call(_, let arguments): arguments.lazy.compactMap(\.pinnedSegment).first
    case .negation(let inner), .parenthesized(let inner): inner.pinnedSegment
    case .binary(let left, _, let right): left.pinnedSegment ?? right.pinnedSegment
    default: nil
    }
  }

  /// The first period in it that a metric is held to.
  fileprivate var pinnedPeriod: PeriodExpression? {
    switch kind {
    case .pinned(_, let pin): pin.period
    case .call(_, let arguments): arguments.lazy.compactMap(\.pinnedPeriod).first
    case .negation(let inner), .parenthesized(let inner): inner.pinnedPeriod
    case .binary(let left, _, let right): left.pinnedPeriod ?? right.pinnedPeriod
    default: nil
    }
  }
}
