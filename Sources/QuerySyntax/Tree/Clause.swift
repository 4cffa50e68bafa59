package import Diagnostics
package import Metrics

/// What narrows, lays out or converts the answer of a query.
package struct Clause: Sendable {
  /// The clauses.
  package enum Kind: Sendable {
    case by([DimensionUse])
    case across([DimensionUse])
    case columns([PeriodColumn])
    case span(from: PeriodExpression, to: PeriodExpression)
    case since(PeriodExpression)
    case until(PeriodExpression)
    case last(Given<Int>, Grain)
    case companies([Name])
    case asOf(AsOfPoint)
    case asReported
    case asRestated
    case condition(Expression)
    case order([SortKey])
    case top(Given<Int>)
    case bottom(Given<Int>)
    case unit(UnitPhrase, rate: Expression?)
    case round(Given<Int>)
    case partial
    case likeForLike
    case extras([ExtraUse])
    case into(Given<String>)
  }

  /// Which clause it is.
  package var kind: Kind
  /// Where it stands.
  package var range: SourceRange

  /// A clause at a place.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The words by which messages call the clause: `by`, `from … to`, `as of`.
  package var title: String {
    switch kind {
    case .by: "by"
    case .across: "across"
    case .columns: "for"
    case .span: "from … to"
    case .since: "since"
    case .until: "until"
    case .last: "last"
    case .companies: "of"
    case .asOf: "as of"
    case .asReported: "as reported"
    case .asRestated: "as restated"
    case .condition: "where"
    case .order: "order by"
    case .top: "top"
    case .bottom: "bottom"
    case .unit: "in"
    case .round: "round"
    case .partial: "partial"
    case .likeForLike: "like for like"
    case .extras: "with"
    case .into: "into"
    }
  }
}

/// What can name the rows or the columns of a result.
package enum Dimension: Hashable, Sendable {
  case time(Grain)
  case segment
  case tree
  case leaf
  case company
  case metric
  case release

  /// The word for it in the language.
  package var word: String {
    switch self {
    case .time(let grain): grain.rawValue
    case .segment: "segment"
    case .tree: "tree"
    case .leaf: "leaf"
    case .company: "company"
    case .metric: "metric"
    case .release: "release"
    }
  }
}

/// A dimension at its place.
package struct DimensionUse: Sendable {
  /// The dimension.
  package var dimension: Dimension
  /// Where it stands.
  package var range: SourceRange

  /// A dimension at a place.
  package init(_ dimension: Dimension, at range: SourceRange) {
    self.dimension = dimension
    self.range = range
  }
}

/// An extra at its place.
package struct ExtraUse: Sendable {
  /// The extra.
  package var extra: Extra
  /// Where it stands.
  package var range: SourceRange

  /// An extra at a place.
  package init(_ extra: Extra, at range: SourceRange) {
    self.extra = extra
    self.range = range
  }
}

/// The moment of a basis: a day, a release by name, or a variable that holds one of them.
package enum AsOfPoint: Sendable {
  case date(CalendarDate, SourceRange)
  case release(Name)
  case variable(Name)

  /// The release, where it is named itself.
  var releaseName: Name? {
    if case .release(let name) = self { name } else { nil }
  }
}

/// What rows are ordered by.
package struct SortKey: Sendable {
  /// The forms of a key.
  package enum Kind: Sendable {
    case value
    case dimension(Dimension)
    case extra(Extra)
    case period(PeriodExpression)
    /// A measure's name or alias, or a call.
    case expression(Expression)
  }

  /// Which form it has.
  package var kind: Kind
  /// Whether the largest comes first; nil when the query doesn't say.
  package var isDescending: Bool?
  /// Where it stands.
  package var range: SourceRange

  /// A key from its parts.
  package init(_ kind: Kind, isDescending: Bool?, at range: SourceRange) {
    self.kind = kind
    self.isDescending = isDescending
    self.range = range
  }
}
