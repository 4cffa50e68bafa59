import Catalog
import Diagnostics
import MetricStore
import QuerySyntax

/// Looks up what a saved query names, as far as no parameter decides it.
///
/// Whoever saves a query learns of a slip at once, and not from the first call. What depends on
/// figures, on the basis or on what a call gives is left to the call.
struct SavedQueryCheck {
  private let declaration: SavedQueryDeclaration
  private let catalog: Catalog
  private let release: (Name) throws -> StoredRelease
  private let parameters: Set<String>

  /// A check against what is declared, the saved query itself included, and the releases.
  init(
    _ declaration: SavedQueryDeclaration, catalog: Catalog,
    release: @escaping (Name) throws -> StoredRelease
  ) {
    self.declaration = declaration
    self.catalog = catalog
    self.release = release
    parameters = Set(declaration.parameters.map(\.folded))
  }

  /// Throws what is wrong with the query, at its place in the declaration.
  func run() throws(Diagnostic) {
    let uses = declaration.body.nameUses
    for parameter in declaration.parameters
    where !uses.contains(where: { $0.name.folded == parameter.folded && !$0.name.isQuoted }) {
      throw SavedQueryMessage.unused(parameter)
    }
    switch declaration.body.kind {
    case .query(let query):
      try UnansweredForm.check(query)
      try check(query.decidingNumberNames(in: catalog))
    case .invocation(let call): try check(call)
    default: throw SavedQueryMessage.noQuery(at: declaration.body.range)
    }
    for use in uses where !isParameter(use.name) { try check(use) }
  }

  private func isParameter(_ name: Name) -> Bool {
    !name.isQuoted && parameters.contains(name.folded)
  }

  private func check(_ call: SavedQueryCall) throws(Diagnostic) {
    let called = try catalog.savedQuery(call.name)
    guard called.declaration.parameters.count == call.arguments.count else {
      throw SavedQueryMessage.argumentCount(call, of: called)
    }
  }

  /// A name whose place says what it is of.
  private func check(_ use: NameUse) throws(Diagnostic) {
    switch use.role {
    case .company: _ = try catalog.company(use.name)
    case .moment, .release: try checkRelease(use.name)
    case .period: throw QueryMessage.unknownPeriod(use.name)
    case .segment: _ = try catalog.segmentPath(use.name)
    case .count, .distance, .file, .measure, .metric, .value: return
    }
  }

  private func checkRelease(_ name: Name) throws(Diagnostic) {
    do {
      _ = try release(name)
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      // A store that can't be read now says so at the call.
      return
    }
  }

  private func check(_ query: Query) throws(Diagnostic) {
    for measure in query.measures {
      try check(measure.expression)
      if let below = measure.denominator { try check(below) }
    }
    let names = query.measures.compactMap(\.alias?.folded) + ["value"]
    for clause in query.clauses {
      switch clause.kind {
      case .condition(let condition): try check(condition: condition, beside: names)
      case .order(let keys):
        for case .expression(let expression) in keys.map(\.kind) {
          try check(operand: expression, beside: names)
        }
      case .unit(let phrase, let rate):
        _ = try catalog.unit(phrase)
        if let rate { try check(rate) }
      default: continue
      }
    }
  }

  // MARK: - Expressions

  /// A measure: where a parameter stands in it, the parts that don't depend on one.
  private func check(_ expression: Expression) throws(Diagnostic) {
    guard expression.metricNames.contains(where: isParameter) else {
      _ = try ExpressionTyping(catalog: catalog).signature(of: expression)
      return
    }
    switch expression.kind {
    case .binary(let left, _, let right):
      try check(left)
      try check(right)
    case .negation(let inner), .parenthesized(let inner): try check(inner)
    case .call(let name, let arguments): try check(arguments, of: name, in: expression)
    default: return
    }
  }

  private func check(
    _ arguments: [Expression], of name: Name, in call: Expression
  ) throws(Diagnostic) {
    guard let function = FunctionTable.function(named: name.folded) else {
      _ = try ExpressionTyping(catalog: catalog).signature(of: call)
      return
    }
    let wanted = function.required + function.optional
    for (index, argument) in arguments.enumerated() {
      switch index < wanted.count ? wanted[index] : wanted.last {
      case .measure, .measures: try check(argument)
      case .distance, .period, .number, .segment, nil: continue
      }
    }
  }

  /// What rows are chosen by: comparisons of values, or of a dimension with a name.
  private func check(
    condition: Expression, beside names: [String]
  ) throws(Diagnostic) {
    switch condition.kind {
    case .binary(let left, _, let right):
      if let dimension = dimension(left) { return try check(right, on: dimension) }
      if let dimension = dimension(right) { return try check(left, on: dimension) }
      try check(condition: left, beside: names)
      try check(condition: right, beside: names)
    case .parenthesized(let inner), .logicalNegation(let inner), .stateTest(let inner, _, _):
      try check(condition: inner, beside: names)
    default: try check(operand: condition, beside: names)
    }
  }

  private func dimension(_ expression: Expression) -> Dimension? {
    guard case .name(let name) = expression.kind, !isParameter(name) else { return nil }
    return Vocabulary.dimension(named: name.folded)
  }

  private func check(_ text: Expression, on dimension: Dimension) throws(Diagnostic) {
    guard [.segment, .tree, .leaf].contains(dimension) else { return }
    switch text.kind {
    case .string(let label):
      _ = try catalog.segmentPath(Name(label, isQuoted: true, at: text.range))
    case .name(let name) where !isParameter(name): _ = try catalog.segmentPath(name)
    default: return
    }
  }

  /// A value of a row: a measure by its name or alias, an extra, or any expression.
  private func check(operand: Expression, beside names: [String]) throws(Diagnostic) {
    switch operand.kind {
    case .name(let name), .pinned(let name, _):
      if names.contains(name.folded) || Extra(rawValue: name.folded) != nil { return }
    default: break
    }
    try check(operand)
  }
}
