import Catalog
import Diagnostics
import Metrics
import QuerySyntax
import TextForm

/// Resolves what `where` asks of a row.
struct RowConditionResolver {
  let rows: RowResolver

  func condition(_ expression: Expression) throws -> RowCondition {
    switch expression.kind {
    case .parenthesized(let inner): return try condition(inner)
    case .logicalNegation(let inner): return .not(try condition(inner))
    case .stateTest(let inner, let state, let isNegated):
      return .state(try rows.operand(inner), state, isNegated: isNegated)
    case .binary(let left, .and, let right):
      return .and(try condition(left), try condition(right))
    case .binary(let left, .or, let right):
      return .or(try condition(left), try condition(right))
    case .binary(let left, let symbol, let right) where symbol.isComparison:
      return try comparison(left, symbol, right, at: expression.range)
    default: throw QueryMessage.notACondition(at: expression.range)
    }
  }

  private func comparison(
    _ left: Expression, _ symbol: BinaryOperator, _ right: Expression, at range: SourceRange
  ) throws -> RowCondition {
    if let axis = axis(of: left) { return try name(axis, left, symbol, right, at: range) }
    if let axis = axis(of: right) { return try name(axis, right, symbol, left, at: range) }
    try requireSameUnit(left, right, at: range)
    return .comparison(
      try operand(left, against: right), symbol, try operand(right, against: left))
  }

  /// A side of a comparison; a bare number is in the unit and scale in which the query shows the
  /// other side.
  private func operand(_ expression: Expression, against other: Expression) throws -> RowOperand {
    guard expression.isBareNumber, let target = rows.context.target else {
      return try rows.operand(expression)
    }
    let unit = try rows.unit(of: other)
    let isShownSo = target == .percent ? unit?.isRatio != false : unit?.isRatio != true
    return try rows.operand(
      isShownSo ? expression.scaled(by: target.scaleExponent) : expression)
  }

  private func requireSameUnit(
    _ left: Expression, _ right: Expression, at range: SourceRange
  ) throws {
    guard !left.isBareNumber, !right.isBareNumber, let first = try rows.unit(of: left),
      let second = try rows.unit(of: right), first != second
    else { return }
    throw QueryMessage.comparedUnits(
      left.canonicalText, first, right.canonicalText, second, at: range)
  }

  // MARK: - Names

  private func axis(of expression: Expression) -> (Layout.Axis, Dimension)? {
    guard case .name(let name) = expression.kind,
      let dimension = Vocabulary.dimension(named: name.folded)
    else { return nil }
    return (QueryForm.axis(of: dimension), dimension)
  }

  private func name(
    _ axis: (axis: Layout.Axis, dimension: Dimension), _ side: Expression,
    _ symbol: BinaryOperator, _ other: Expression, at range: SourceRange
  ) throws -> RowCondition {
    guard rows.layout.rows.contains(axis.axis) else {
      throw QueryMessage.testedNoRow(axis.dimension, at: side.range)
    }
    guard symbol == .equal || symbol == .notEqual else {
      throw QueryMessage.orderedNames(axis.dimension, at: range)
    }
    return .name(
      axis.axis, try indices(on: axis.dimension, other), isNegated: symbol == .notEqual)
  }

  private func indices(
    on dimension: Dimension, _ expression: Expression
  ) throws -> Set<Int> {
    switch QueryForm.axis(of: dimension) {
    case .company: try companies(try name(dimension, expression))
    case .segment: try segments(try name(dimension, expression))
    case .measure: measures(try name(dimension, expression))
    case .time: try periods(dimension, expression)
    case .release: try releases(try name(dimension, expression))
    }
  }

  /// What the first row is called on an axis.
  private func example(of dimension: Dimension) -> String {
    let axes = rows.axes
    let name =
      switch QueryForm.axis(of: dimension) {
      case .company: axes.companies.entries.first?.title
      case .segment: axes.segments.entries.first?.title
      case .measure: axes.measures.first?.name
      case .time: axes.periods.entries.first?.title
      case .release: axes.releases.entries.first?.name
      }
    return name ?? "…"
  }

  private func companies(_ name: Name) throws -> Set<Int> {
    let name = try rows.catalog.company(name).name
    let entries = rows.axes.companies.entries
    return Set(entries.indices.filter { entries[$0].names == [name] || entries[$0].title == name })
  }

  private func segments(_ name: Name) throws -> Set<Int> {
    let path = try rows.catalog.segmentPath(name)
    let entries = rows.axes.segments.entries
    return Set(entries.indices.filter { entries[$0].paths == [path] })
  }

  private func measures(_ name: Name) -> Set<Int> {
    let known = (try? rows.catalog.metricIfKnown(name))?.name ?? name.text
    let measures = rows.axes.measures
    return Set(measures.indices.filter { measures[$0].name == known })
  }

  private func periods(_ dimension: Dimension, _ expression: Expression) throws -> Set<Int> {
    guard case .period(let period) = expression.kind else {
      throw QueryMessage.notAPeriodName(
        dimension, example: example(of: dimension), at: expression.range)
    }
    let wanted = try rows.arithmetic.period(period)
    let entries = rows.axes.periods.entries
    return Set(entries.indices.filter { entries[$0].periods == [wanted] })
  }

  private func releases(_ name: Name) throws -> Set<Int> {
    let entries = rows.axes.releases.entries
    let matches = entries.indices.filter { NameFolding.fold(entries[$0].name) == name.folded }
    guard !matches.isEmpty else {
      throw BasisMessage.releaseNotInRows(name, among: entries.map(\.name))
    }
    return Set(matches)
  }

  private func name(
    _ dimension: Dimension, _ expression: Expression
  ) throws(Diagnostic) -> Name {
    switch expression.kind {
    case .string(let text): return Name(text, isQuoted: true, at: expression.range)
    case .name(let name), .pinned(let name, _): return name
    default:
      throw QueryMessage.notAName(
        dimension, example: example(of: dimension), at: expression.range)
    }
  }
}

extension BinaryOperator {
  fileprivate var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .add, .subtract, .multiply, .divide, .and, .or: false
    }
  }
}

extension Expression {
  fileprivate var isBareNumber: Bool {
    switch kind {
    // A percentage is a plain number, whatever it is compared with.
    case .number(let literal): literal.scaleExponent >= 0
    case .negation(let inner), .parenthesized(let inner): inner.isBareNumber
    default: false
    }
  }

  /// A bare number in a scale, unless it says its own.
  fileprivate func scaled(by exponent: Int) -> Expression {
    switch kind {
    case .number(let literal) where literal.scaleExponent == 0:
      Expression(
        .number(.init(amount: literal.amount, scaleExponent: exponent, text: literal.text)),
        at: range)
    case .negation(let inner): Expression(.negation(inner.scaled(by: exponent)), at: range)
    case .parenthesized(let inner): inner.scaled(by: exponent)
    default: self
    }
  }
}
