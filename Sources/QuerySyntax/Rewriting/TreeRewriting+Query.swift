package import Diagnostics

extension TreeRewriting {
  /// A query with what stands for the names in it.
  package func query(_ query: Query) throws(Diagnostic) -> Query {
    var result = query
    result.range = placed(query.range)
    result.verbs = query.verbs.map { VerbUse($0.verb, at: placed($0.range)) }
    result.measures = try list(query.measures, measure)
    result.clauses = try list(query.clauses, clause)
    result.period = try query.period.map { column throws(Diagnostic) in try self.column(column) }
    if result.period == nil, let period = try periodAmongSegments(of: query) {
      result.segments.removeLast()
      result.period = PeriodColumn(.period(period), at: period.range)
    }
    result.segments = try list(result.segments, pattern)
    return result
  }

  /// The period that stands for the last of the segments, where one may follow them.
  private func periodAmongSegments(of query: Query) throws(Diagnostic) -> PeriodExpression? {
    guard case .segment(let name) = query.segments.last?.kind,
      let period = try periodStanding(for: name)
    else { return nil }
    if let clause = query.clauses.first(where: \.choosesPeriods) {
      let message = SyntaxMessage.clausesExclude(period.canonicalText, clause.title)
      throw SyntaxError(message, at: clause.range).diagnostic
    }
    return period
  }

  private func measure(_ measure: Measure) throws(Diagnostic) -> Measure {
    var result = measure
    result.expression = try whole(measure.expression)
    result.denominator = try measure.denominator.map { expression throws(Diagnostic) in
      try whole(expression)
    }
    result.alias = measure.alias.map(relocated)
    return result
  }

  private func pattern(_ pattern: SegmentPattern) throws(Diagnostic) -> SegmentPattern {
    let range = placed(pattern.range)
    switch pattern.kind {
    case .segment(let name):
      return SegmentPattern(.segment(try self.name(name, .segment)), at: range)
    case .children(let name):
      return SegmentPattern(.children(of: try parent(name)), at: range)
    case .descendants(let name):
      return SegmentPattern(.descendants(of: try parent(name)), at: range)
    }
  }

  private func parent(_ name: Name?) throws(Diagnostic) -> Name? {
    try name.map { name throws(Diagnostic) in try self.name(name, .segment) }
  }

  /// A saved query at work with what stands for the names in it.
  func call(_ call: SavedQueryCall) throws(Diagnostic) -> SavedQueryCall {
    SavedQueryCall(
      name: relocated(call.name), arguments: try list(call.arguments, whole),
      clauses: try list(call.clauses, clause), at: placed(call.range))
  }

  private func clause(_ clause: Clause) throws(Diagnostic) -> Clause {
    Clause(try kind(of: clause), at: placed(clause.range))
  }

  private func kind(of clause: Clause) throws(Diagnostic) -> Clause.Kind {
    switch clause.kind {
    case .by(let uses): return .by(uses.map { DimensionUse($0.dimension, at: placed($0.range)) })
    case .across(let uses):
      return .across(uses.map { DimensionUse($0.dimension, at: placed($0.range)) })
    case .columns(let columns): return .columns(try list(columns, column))
    case .span(let first, let last): return .span(from: try period(first), to: try period(last))
    case .since(let period): return .since(try self.period(period))
    case .until(let period): return .until(try self.period(period))
    case .companies(let names):
      return .companies(
        try list(names) { company throws(Diagnostic) in
          try name(company, .company)
        })
    case .asOf(let point): return .asOf(try moment(point))
    case .condition(let condition): return .condition(try ofValues.expression(condition))
    case .order(let keys): return .order(try list(keys, key))
    case .unit(let phrase, let rate):
      let rewritten = try rate.map { rate throws(Diagnostic) in try ofValues.expression(rate) }
      return .unit(UnitPhrase(unit: phrase.unit, at: placed(phrase.range)), rate: rewritten)
    case .extras(let uses): return .extras(uses.map { ExtraUse($0.extra, at: placed($0.range)) })
    case .last(let count, let grain):
      return .last(try self.count(count, in: CountLimits.periods), grain)
    case .top(let count): return .top(try self.count(count, in: CountLimits.rows))
    case .bottom(let count): return .bottom(try self.count(count, in: CountLimits.rows))
    case .round(let count): return .round(try self.count(count, in: CountLimits.places))
    case .into(let path): return .into(try file(path))
    case .asReported, .asRestated, .partial, .likeForLike: return clause.kind
    }
  }

  private func key(_ key: SortKey) throws(Diagnostic) -> SortKey {
    let kind: SortKey.Kind
    switch key.kind {
    case .period(let period): kind = .period(try self.period(period))
    case .expression(let expression):
      let value = try ofValues.expression(expression)
      if case .period(let period) = value.kind {
        kind = .period(period)
      } else {
        kind = .expression(value)
      }
    case .value, .dimension, .extra: kind = key.kind
    }
    return SortKey(kind, isDescending: key.isDescending, at: placed(key.range))
  }
}
