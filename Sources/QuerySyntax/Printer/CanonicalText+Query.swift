import Metrics

extension CanonicalText {
  /// Adds a query.
  mutating func add(_ query: Query) {
    for use in query.verbs { add(use.verb.rawValue + " ") }
    add(query.measures) { $0.add($1) }
    if !query.segments.isEmpty {
      add(" ")
      add(query.segments) { $0.add($1) }
    }
    if let period = query.period {
      add(" ")
      add(period)
    }
    for clause in query.clauses {
      add(" ")
      add(clause)
    }
  }

  private mutating func add(_ measure: Measure) {
    add(measure.expression)
    if let denominator = measure.denominator {
      add(" to ")
      add(denominator)
    }
    if let alias = measure.alias {
      add(" as ")
      add(alias)
    }
  }

  mutating func add(_ pattern: SegmentPattern) {
    switch pattern.kind {
    case .segment(let name): add(name)
    case .children(let name):
      if let name { add(name) }
      add(name == nil ? "*" : ".*")
    case .descendants(let name):
      if let name { add(name) }
      add(name == nil ? "**" : ".**")
    }
  }

  mutating func add(_ column: PeriodColumn) {
    switch column.kind {
    case .period(let period): add(period)
    case .span(let first, let last):
      add(first)
      add("-")
      add(last)
    case .extra(let extra, let period):
      add(extra.rawValue + "(")
      add(period)
      add(")")
    }
  }

  mutating func add(_ clause: Clause) {
    switch clause.kind {
    case .span(let first, let last):
      add("from ")
      add(first)
      add(" to ")
      add(last)
    case .asReported, .asRestated, .partial, .likeForLike: add(clause.title)
    case .unit(let unit, let rate):
      add("in ")
      add(unit)
      if let rate {
        add(" at ")
        add(rate)
      }
    default:
      add(clause.title + " ")
      addContent(of: clause)
    }
  }

  private mutating func addContent(of clause: Clause) {
    switch clause.kind {
    case .by(let uses), .across(let uses): add(uses) { $0.add($1.dimension.word) }
    case .columns(let columns): add(columns) { $0.add($1) }
    case .since(let period), .until(let period): add(period)
    case .last(let count, let grain): add(count, grain)
    case .companies(let companies): add(companies) { $0.add($1) }
    case .asOf(let point): add(point)
    case .condition(let condition): add(condition)
    case .order(let keys): add(keys) { $0.add($1) }
    case .top(let count), .bottom(let count), .round(let count): add(count) { $0.add(String($1)) }
    case .extras(let uses): add(uses) { $0.add($1.extra.rawValue) }
    case .into(let file): add(file) { $0.addQuoted($1) }
    default: break
    }
  }

  private mutating func add<Value>(
    _ given: Given<Value>, _ addValue: (inout CanonicalText, Value) -> Void
  ) {
    switch given {
    case .value(let value): addValue(&self, value)
    case .name(let name): add(name)
    }
  }

  private mutating func add(_ count: Given<Int>, _ grain: Grain) {
    var number = 2
    if case .value(let value) = count { number = value }
    add(count) { $0.add(String($1)) }
    add(" " + CanonicalText.plural(grain, number))
  }

  mutating func add(_ point: AsOfPoint) {
    switch point {
    case .date(let date, _): add(date.description)
    case .release(let name): addRelease(name)
    case .variable(let name): add("$" + name.text)
    }
  }

  private mutating func add(_ key: SortKey) {
    switch key.kind {
    case .value: add("value")
    case .dimension(let dimension): add(dimension.word)
    case .extra(let extra): add(extra.rawValue)
    case .period(let period): add(period)
    case .expression(let expression): add(expression)
    }
    if let isDescending = key.isDescending { add(isDescending ? " desc" : " asc") }
  }
}
