import Diagnostics
import QuerySyntax

/// What a bridge asks for, as far as its words tell.
struct BridgeQuestion {
  /// The query with the two periods for its columns, and not broken down.
  let query: Query
  /// The way in which segments are to be the parts; nil for the parts of a formula.
  let dimension: DimensionUse?
  /// Where the two periods stand.
  let span: SourceRange

  /// The question of a query, whose range names two periods and none between them.
  ///
  /// A word that has no place here is refused: never ignore one in silence.
  init(_ query: Query) throws(Diagnostic) {
    try BridgeQuestion.check(query)
    guard let clause = query.clauses.first(where: \.isSpan),
      case .span(let first, let last) = clause.kind
    else { throw BridgeMessage.withoutSpan(at: query.range) }
    var whole = query
    whole.clauses = query.clauses.filter { !$0.isSpan && !$0.namesRows }
    let columns = [first, last].map { PeriodColumn(.period($0), at: $0.range) }
    whole.clauses.append(Clause(.columns(columns), at: clause.range))
    self.query = whole
    span = clause.range
    var dimension: DimensionUse?
    for case .by(let uses) in query.clauses.lazy.map(\.kind) {
      if uses.count > 1 { throw BridgeMessage.unfit("a second dimension", at: uses[1].range) }
      dimension = uses.first
    }
    if let dimension, ![.segment, .leaf].contains(dimension.dimension) {
      throw BridgeMessage.dimension(dimension.dimension, at: dimension.range)
    }
    self.dimension = dimension
  }

  /// The query broken down by segments.
  func query(by dimension: DimensionUse) -> Query {
    var broken = query
    broken.clauses.append(Clause(.by([dimension]), at: dimension.range))
    return broken
  }

  private static func check(_ query: Query) throws(Diagnostic) {
    for use in query.verbs {
      switch use.verb {
      case .show, .ratio, .ttm, .ytd: continue
      case .plot: throw BridgeMessage.drawn(at: use.range)
      default: throw BridgeMessage.verb(use.verb, at: use.range)
      }
    }
    if let second = query.measures.dropFirst().first {
      throw BridgeMessage.severalMeasures(at: second.expression.range)
    }
    if let period = query.period { throw BridgeMessage.onePeriod(at: period.range) }
    for clause in query.clauses {
      switch clause.kind {
      case .span, .by, .companies, .asOf, .asReported, .asRestated, .unit, .round, .into: continue
      case .columns, .since, .until, .last: throw BridgeMessage.withoutSpan(at: clause.range)
      case .across, .condition, .order, .top, .bottom, .partial, .likeForLike, .extras:
        throw BridgeMessage.unfit("`\(clause.title)`", at: clause.range)
      }
    }
  }
}

extension Clause {
  fileprivate var isSpan: Bool { if case .span = kind { true } else { false } }

  fileprivate var namesRows: Bool { if case .by = kind { true } else { false } }
}
