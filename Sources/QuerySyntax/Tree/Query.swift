package import Diagnostics

/// A question: verbs, what they are asked of, and the clauses behind.
package struct Query: Sendable {
  /// The verbs from left to right; each applies to everything on its right.
  package var verbs: [VerbUse]
  /// What is asked for.
  package var measures: [Measure]
  /// The segments that stand behind the measures.
  package var segments: [SegmentPattern]
  /// The period that stands behind the segments: `show revenue si 2Q04`.
  package var period: PeriodColumn?
  /// The clauses in the order typed, each kind at most once.
  package var clauses: [Clause]
  /// Where the query stands.
  package var range: SourceRange

  /// A query from its parts.
  package init(
    verbs: [VerbUse], measures: [Measure], segments: [SegmentPattern], period: PeriodColumn?,
    clauses: [Clause], range: SourceRange
  ) {
    self.verbs = verbs
    self.measures = measures
    self.segments = segments
    self.period = period
    self.clauses = clauses
    self.range = range
  }
}

/// The words that can begin a query.
package enum Verb: String, Sendable, CaseIterable {
  case show, ratio
  case sum, average, min, max, median, stdev, count, first, last
  case yoy, qoq, pop
  case yoyChange = "yoy_change"
  case qoqChange = "qoq_change"
  case popChange = "pop_change"
  case growth, change, lag
  case ttm, ytd, cumulative
  case annualizedGrowth = "annualized_growth"
  case runRate = "run_rate"
  case cagr, index, share, contribution, rank, plot
}

/// A verb at its place.
package struct VerbUse: Sendable {
  /// The verb.
  package var verb: Verb
  /// Where it stands.
  package var range: SourceRange

  /// A verb at a place.
  package init(_ verb: Verb, at range: SourceRange) {
    self.verb = verb
    self.range = range
  }
}

/// One thing asked for.
package struct Measure: Sendable {
  /// The expression; after `ratio … to`, the side above the line.
  package var expression: Expression
  /// The side below the line of `ratio a to b`.
  package var denominator: Expression?
  /// The name that stands after `as`.
  package var alias: Name?

  /// A measure from its parts.
  package init(expression: Expression, denominator: Expression? = nil, alias: Name? = nil) {
    self.expression = expression
    self.denominator = denominator
    self.alias = alias
  }
}

/// Which segments are meant.
package struct SegmentPattern: Sendable {
  /// The forms of a pattern.
  package enum Kind: Sendable {
    /// A segment itself.
    case segment(Name)
    /// Its children, `connectivity.*`; without a name those of the root, `*`.
    case children(of: Name?)
    /// Everything below it: `connectivity.**`; without a name all below the root, `**`.
    case descendants(of: Name?)
  }

  /// Which form it has.
  package var kind: Kind
  /// Where it stands.
  package var range: SourceRange

  /// A pattern of that form at a place.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// One column, or run of columns, of `for`.
package struct PeriodColumn: Sendable {
  /// The forms of a column.
  package enum Kind: Sendable {
    /// A period.
    case period(PeriodExpression)
    /// Every quarter from one period to another: `1Q03-2Q04`.
    case span(PeriodExpression, PeriodExpression)
    /// Something derived from a period: `yoy(2Q04)`.
    case extra(Extra, PeriodExpression)
  }

  /// Which form it has.
  package var kind: Kind
  /// Where it stands.
  package var range: SourceRange

  /// A column of that form at a place.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// What `with` adds, and what a column of `for` can be of a period.
package enum Extra: String, Sendable, CaseIterable {
  case yoy, qoq, pop
  case yoyChange = "yoy_change"
  case qoqChange = "qoq_change"
  case popChange = "pop_change"
  case share, rank, contribution, total, average, parts, spark, precision, source

  /// Whether it can stand before a period, as in `yoy(2Q04)`; the others describe a whole row.
  package var takesPeriod: Bool {
    switch self {
    case .total, .average, .parts, .spark, .precision, .source: false
    default: true
    }
  }
}
