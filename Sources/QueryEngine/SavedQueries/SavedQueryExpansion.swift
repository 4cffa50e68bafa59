import Catalog
import Diagnostics
import QuerySyntax

/// The query that a call of a saved one stands for, with the way back from a place in it to the call.
///
/// What the call gives keeps its place in the text of whoever calls. What a definition says stands far
/// behind that text, each definition on the way at a distance of its own, so that the place of a fault
/// tells where it was written.
struct SavedQueryExpansion {
  /// One definition on the way, and the call that led to it.
  struct Step {
    let definition: SavedQuery
    let call: SavedQueryCall
  }

  /// How far apart texts stand; none is as long.
  private static let distance = 1 << 40
  /// How many operators a query may have, as in one that is typed.
  private static let operatorLimit = 1_000
  /// How deep its brackets and calls may nest, as in one that is typed.
  private static let nestingLimit = 256

  /// What a call comes to, the clauses behind it added.
  enum Meaning {
    case query(Query)
    case call(SavedQueryCall)
  }

  /// The definitions, the one that was called first.
  private(set) var steps: [Step] = []

  /// Follows a call to the definition that it names.
  mutating func follow(
    _ call: SavedQueryCall, in catalog: Catalog
  ) throws(Diagnostic) -> Meaning {
    let definition = try catalog.savedQuery(call.name)
    guard steps.count < SavedQuery.callLimit else {
      throw SavedQueryMessage.calledTooDeeply(SavedQuery.callLimit, at: call.range)
    }
    let declaration = definition.declaration
    guard declaration.parameters.count == call.arguments.count else {
      throw SavedQueryMessage.argumentCount(call, of: definition)
    }
    steps.append(Step(definition: definition, call: call))
    let body = try declaration.body(
      with: call.arguments, movedBy: steps.count * SavedQueryExpansion.distance)
    let size = body.size
    if size.operators > SavedQueryExpansion.operatorLimit
      || size.depth > SavedQueryExpansion.nestingLimit
    {
      throw SavedQueryMessage.tooLarge(call)
    }
    do throws(Diagnostic) {
      switch body.kind {
      case .invocation(let inner): return .call(try inner.adding(call.clauses))
      case .query(let inner): return .query(try inner.adding(call.clauses))
      default: throw SavedQueryMessage.noQuery(at: call.range)
      }
    } catch { throw SavedQueryMessage.beside(definition, error) }
  }

  /// A fault as it is told to whoever calls: in the call, with the definitions in which it shows.
  func explained(_ diagnostic: Diagnostic) -> Diagnostic {
    guard var range = diagnostic.range, let outermost = steps.first else { return diagnostic }
    var explained = diagnostic
    var told = steps.count + 1
    while case let level = level(of: range), level > 0 {
      let step = steps[level - 1]
      let place = step.place(of: range, movedBy: level * SavedQueryExpansion.distance)
      explained.notes += step.quotation(of: place)
      range = step.argument(usedAt: place)?.range ?? step.call.range
      told = level
    }
    // What the call itself gives may have been handed on; it is told where it first stood.
    if told > 1, let use = outermost.use(ofArgumentAt: range) {
      explained.notes += outermost.quotation(of: use)
    }
    explained.range = range
    return explained
  }

  /// The number of definitions that were gone through to a place; 0 in the text of whoever calls.
  private func level(of range: SourceRange) -> Int {
    min(steps.count, range.upper / SavedQueryExpansion.distance)
  }
}

extension SavedQueryExpansion.Step {
  /// The stretch of the definition that a range means; all of the query where it began elsewhere.
  fileprivate func place(of range: SourceRange, movedBy offset: Int) -> SourceRange {
    range.lower < offset
      ? definition.declaration.body.range
      : SourceRange(range.lower - offset, range.upper - offset)
  }

  /// What stands for the parameter whose name has that place in the definition.
  fileprivate func argument(usedAt place: SourceRange) -> Expression? {
    let declaration = definition.declaration
    let used = declaration.body.nameUses.first { $0.name.range == place }
    guard let name = used?.name, !name.isQuoted,
      let index = declaration.parameters.firstIndex(where: { $0.folded == name.folded })
    else { return nil }
    return call.arguments[index]
  }

  /// The first place in the definition of the parameter for which the argument at a range stands.
  fileprivate func use(ofArgumentAt range: SourceRange) -> SourceRange? {
    let index = call.arguments.firstIndex {
      $0.range.lower <= range.lower && range.upper <= $0.range.upper
    }
    guard let parameter = index.map({ definition.declaration.parameters[$0] }) else { return nil }
    return definition.declaration.body.nameUses.first { $0.name.folded == parameter.folded }?
      .name.range
  }

  /// The definition with a mark under a place in it, for the notes of a fault.
  fileprivate func quotation(of place: SourceRange) -> [String] {
    let source = SourceText(name: definition.name, definition.statement)
    return ["in the saved query \(definition.name):"]
      + DiagnosticFormatter.excerpt(of: source, around: place)
  }
}
