import Catalog
import Diagnostics
import Metrics
import QuerySyntax

extension QueryResolver {
  /// Types each measure and decides how it is shown.
  func resolvedMeasures(_ form: QueryForm, _ context: Context) throws(Diagnostic)
    -> [ResolvedMeasure]
  {
    var measures: [ResolvedMeasure] = []
    try requireNewExtras(beside: form.measures.map(\.expression))
    for measure in form.measures {
      if let alias = measure.alias, measures.contains(where: { $0.name == alias.text }) {
        throw QueryMessage.doubledAlias(alias)
      }
      measures.append(
        try resolved(measure.expression, alias: measure.alias?.text, context, extras: true))
      for part in try parts(of: measure.expression) {
        measures.append(try resolved(part, alias: nil, context, extras: true))
      }
    }
    try requireUse(of: context, in: measures)
    return measures
  }

  /// Refuses to tell the growth of nothing but growth, where a verb and an extra were meant for one
  /// another; beside other measures, the row and the column name both.
  private func requireNewExtras(beside expressions: [Expression]) throws(Diagnostic) {
    for use in extraUses {
      let operands = expressions.compactMap { $0.operand(of: use.extra) }
      guard operands.count == expressions.count, let inner = operands.first else { continue }
      throw QueryMessage.extraOfItself(
        use.extra, of: MeasureName(catalog: catalog).name(of: inner), at: use.range)
    }
  }

  /// One measure; with `extras`, also what `with`, `for` and `order by` want told beside it.
  func resolved(
    _ expression: Expression, alias: String?, _ context: Context, extras: Bool
  ) throws(Diagnostic) -> ResolvedMeasure {
    let builder = context.builder
    let signature = try builder.signature(of: expression)
    let typed = try builder.build(expression)
    let style = MeasureStyle(catalog: catalog, target: context.target).style(
      of: expression, signature)
    var unit = builder.converted(signature.unit)
    if context.reading.currency == nil {
      unit = companies.unit(unit, declared: signature.unit, of: typed)
    }
    var measure = ResolvedMeasure(
      name: alias ?? MeasureName(catalog: catalog).name(of: expression),
      expression: typed,
      signature: Signature(kind: signature.kind, unit: unit),
      display: MeasureDisplay(style: style, decimals: try decimals()), range: expression.range)
    guard extras else { return measure }
    for use in extraUses {
      let call = Expression(
        .call(Name(use.extra.rawValue, at: use.range), [expression]), at: expression.range)
      measure.extras[use.extra] = try resolved(
        call, alias: "\(use.extra.rawValue)(\(measure.name))", context, extras: false)
    }
    return measure
  }

  /// What a formula is made of, when `with parts` asks for it.
  private func parts(of expression: Expression) throws(Diagnostic) -> [Expression] {
    guard let use = query.extras.first(where: { $0.extra == .parts }) else { return [] }
    let parts = FormulaParts(catalog: catalog).parts(of: expression)
    if parts.isEmpty {
      throw QueryMessage.noParts(
        MeasureName(catalog: catalog).name(of: expression), at: use.range)
    }
    return parts
  }

  private func decimals() throws(Diagnostic) -> Int? {
    for case .round(let places) in query.clauses.lazy.map(\.kind) { return try places.value() }
    return nil
  }
}

/// What a measure is called: a metric by its declared name, however it was written; `show` and
/// `ratio` are left out, and `sum` where it stands first.
struct MeasureName {
  let catalog: Catalog

  func name(of expression: Expression) -> String { name(of: expression, isOutermost: true) }

  private func name(of expression: Expression, isOutermost: Bool) -> String {
    switch expression.kind {
    case .name(let name):
      if let metric = try? catalog.metric(name) { return metric.name }
    case .call(let name, let arguments):
      if let plain = plainName(of: name, arguments, isOutermost) { return plain }
      let rest = arguments.dropFirst().map(\.canonicalText)
      let inner = arguments.first.map { self.name(of: $0, isOutermost: false) }
      return "\(name.folded)(\(((inner.map { [$0] } ?? []) + rest).joined(separator: ", ")))"
    default: break
    }
    return expression.canonicalText
  }

  private func plainName(
    of function: Name, _ arguments: [Expression], _ isOutermost: Bool
  ) -> String? {
    guard let first = arguments.first else { return nil }
    switch Verb(rawValue: function.folded) {
    case .ratio where arguments.count == 2:
      return "\(name(of: first, isOutermost: false)) to "
        + name(of: arguments[1], isOutermost: false)
    case .show, .ratio: return name(of: first, isOutermost: isOutermost)
    case .sum where isOutermost: return name(of: first, isOutermost: true)
    default: return nil
    }
  }
}

/// What a formula or a ratio is made of, one level down.
struct FormulaParts {
  let catalog: Catalog

  func parts(of expression: Expression) -> [Expression] {
    switch expression.kind {
    case .name(let name):
      guard let formula = (try? catalog.metric(name))?.formula else { return [] }
      return operands(of: formula)
    case .call(let name, let arguments):
      switch Verb(rawValue: name.folded) {
      case .ratio where arguments.count == 2: return arguments
      case .show, .ratio: return arguments.first.map { parts(of: $0) } ?? []
      default: return []
      }
    case .binary: return operands(of: expression)
    case .parenthesized(let inner): return parts(of: inner)
    default: return []
    }
  }

  private func operands(of formula: Expression) -> [Expression] {
    switch formula.kind {
    case .binary(let left, _, let right): operands(of: left) + operands(of: right)
    case .parenthesized(let inner), .negation(let inner): operands(of: inner)
    case .number, .numberWithName: []
    default: [formula]
    }
  }
}

extension Query {
  /// What `with` asks for.
  var extras: [ExtraUse] {
    for case .extras(let uses) in clauses.lazy.map(\.kind) { return uses }
    return []
  }

  /// Every extra that is told of a period: in `with`, in `for` or in `order by`.
  var extraUses: [ExtraUse] {
    var uses = extras
    for clause in clauses {
      switch clause.kind {
      case .columns(let columns): uses += columns.compactMap(\.extraUse)
      case .order(let keys):
        for case (.extra(let extra), let range) in keys.map({ ($0.kind, $0.range) }) {
          uses.append(ExtraUse(extra, at: range))
        }
      case .condition(let condition): uses += condition.extraUses
      default: continue
      }
    }
    return (uses + [period?.extraUse].compactMap { $0 }).filter(\.extra.takesPeriod)
  }
}

extension PeriodColumn {
  fileprivate var extraUse: ExtraUse? {
    if case .extra(let extra, _) = kind { ExtraUse(extra, at: range) } else { nil }
  }
}

extension Expression {
  /// What an extra is taken of, where it is what stands outermost but for `show`.
  fileprivate func operand(of extra: Extra) -> Expression? {
    guard case .call(let name, let arguments) = kind, let inner = arguments.first else {
      return nil
    }
    if Verb(rawValue: name.folded) == .show { return inner.operand(of: extra) }
    return name.folded == extra.rawValue ? inner : nil
  }

  /// The extras that a condition tests: `yoy > 5%`.
  fileprivate var extraUses: [ExtraUse] {
    switch kind {
    case .name(let name): Extra(rawValue: name.folded).map { [ExtraUse($0, at: range)] } ?? []
    case .negation(let inner), .logicalNegation(let inner), .parenthesized(let inner),
      .stateTest(let inner, _, _):
      inner.extraUses
    case .binary(let left, _, let right): left.extraUses + right.extraUses
    default: []
    }
  }
}
