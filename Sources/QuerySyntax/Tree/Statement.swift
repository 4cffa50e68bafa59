package import Diagnostics
package import Metrics

/// One thing to do, with its place in the script.
package struct Statement: Sendable {
  /// The statements of the language.
  package indirect enum Kind: Sendable {
    case query(Query)
    case declaration(Declaration)
    case release(ReleaseStatement)
    /// `let x = 2Q04`: a period, a number, a date, a string or a name.
    case assignment(Name, LetValue)
    /// `set growth = signed`, `set as of = 2004-08-31`.
    case setting(SettingStatement)
    case expect(Expectation)
    case include(String)
    case print(String)
    case heading(String)
    case list(ListSubject, pattern: String?)
    case describe(Name)
    case why(Statement)
    case history(Statement)
    case compare(Name, Name)
    /// `bridge operating_income from 2Q03 to 2Q04`: a query whose range names two periods.
    case bridge(Statement)
    case check(Name?)
    case explain(Statement)
    case help(topic: String?)
    /// A saved query at work: `results(2Q04)`.
    case invocation(SavedQueryCall)
  }

  /// Which statement it is.
  package var kind: Kind
  /// Where it stands.
  package var range: SourceRange

  /// A statement at a place.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// What a variable holds.
package enum LetValue: Sendable {
  case period(PeriodExpression)
  case number(NumberLiteral)
  case date(CalendarDate)
  case string(String)
  case name(Name)
}

/// `set NAME = VALUE`; the value is kept as typed, because each setting reads its own.
package struct SettingStatement: Sendable {
  /// The setting's words, folded: `growth`, `as of`.
  package var name: String
  /// Where the name stands.
  package var nameRange: SourceRange
  /// The value as typed, without quotes.
  package var value: String
  /// Where the value stands.
  package var valueRange: SourceRange
  /// The moment that `set as of` names; nil for `latest`, and for any other setting.
  package var moment: AsOfPoint?

  package init(
    name: String, nameRange: SourceRange, value: String, valueRange: SourceRange,
    moment: AsOfPoint? = nil
  ) {
    self.name = name
    self.nameRange = nameRange
    self.value = value
    self.valueRange = valueRange
    self.moment = moment
  }
}

/// `release NAME "title" company C published DATE source "…" from "a.csv", …`.
package struct ReleaseStatement: Sendable {
  package var name: Name
  package var title: String?
  package var company: Name
  package var published: CalendarDate
  /// What the files are, for a person.
  package var source: String?
  /// The files, relative to the script that names them.
  package var files: [(path: String, range: SourceRange)]

  package init(
    name: Name, title: String?, company: Name, published: CalendarDate, source: String?,
    files: [(path: String, range: SourceRange)]
  ) {
    self.name = name
    self.title = title
    self.company = company
    self.published = published
    self.source = source
    self.files = files
  }
}

/// `expect QUERY = 22.3%` and its other forms.
package struct Expectation: Sendable {
  /// What must hold.
  package enum Condition: Sendable {
    /// `= 22.3%`, `<= 5 million`.
    case comparison(BinaryOperator, ExpectedCell)
    /// `in [a, b]`.
    case within(Expression, Expression)
    case isMissing
    case isUndefined
    /// `{ row; row }`, cells separated by commas.
    case table([[ExpectedCell]])
    /// `expect error "text": QUERY`.
    case error(String)
  }

  package var query: Statement
  package var condition: Condition
  /// Where the condition stands; of an expected error, its text.
  package var range: SourceRange

  package init(query: Statement, condition: Condition, at range: SourceRange) {
    self.query = query
    self.condition = condition
    self.range = range
  }
}

/// A cell that a test expects.
package struct ExpectedCell: Sendable {
  /// The forms of a cell.
  package enum Kind: Sendable {
    case value(Expression)
    /// The name of a row.
    case text(String)
    case missing
    case undefined
    case uncovered
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// What `list` can list.
package enum ListSubject: String, Sendable, CaseIterable {
  case metrics, segments, periods, companies, releases, queries, functions, settings
}
