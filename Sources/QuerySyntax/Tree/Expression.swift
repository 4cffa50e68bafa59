package import Diagnostics
package import Metrics

/// What a query asks for, or a condition tests.
package struct Expression: Sendable {
  /// The forms of an expression.
  package indirect enum Kind: Sendable {
    /// A number: `1_000`, `12.5%`, `3.2 million`.
    case number(NumberLiteral)
    /// A number and a name behind it, undecided: `5 contracts` may be a unit, `show 5 si` a segment.
    case numberWithName(NumberLiteral, Name)
    /// A metric, or a measure's alias in `where` and `order by`.
    case name(Name)
    /// A metric held to a segment or a period of its own: `revenue[si, 2Q03]`.
    case pinned(Name, Pin)
    /// A function with its arguments: `growth(revenue, 2 years)`.
    case call(Name, [Expression])
    /// A variable: `$x`.
    case variable(Name)
    /// A period as an argument or a side of a comparison.
    case period(PeriodExpression)
    /// A distance in time: `2 years`.
    case distance(count: Int, Grain)
    /// A day, as an argument of a saved query: `known_on(2004-08-31)`.
    case date(CalendarDate)
    /// A quoted text.
    case string(String)
    /// `-x`.
    case negation(Expression)
    /// `not x`.
    case logicalNegation(Expression)
    /// Two sides and what stands between them.
    case binary(Expression, BinaryOperator, Expression)
    /// `x is missing`, `x is not undefined`.
    case stateTest(Expression, StateTest, isNegated: Bool)
    /// Parentheses, kept so that a tree prints back as it was meant.
    case parenthesized(Expression)
  }

  /// Which form it has.
  package var kind: Kind
  /// Where it stands.
  package var range: SourceRange

  /// An expression of that form at a place.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A metric's own segment, period and company, in the order company, segment, period.
package struct Pin: Sendable {
  /// The company before the colon: `revenue[iij:si]`.
  package var company: Name?
  /// The segment.
  package var segment: Name?
  /// The period.
  package var period: PeriodExpression?

  /// A pin from its parts.
  package init(company: Name?, segment: Name?, period: PeriodExpression?) {
    self.company = company
    self.segment = segment
    self.period = period
  }
}

/// An operator between two expressions.
package enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and
  case or
}

/// The states that a condition can ask for.
package enum StateTest: String, Sendable {
  case missing
  case undefined
}

/// A number as typed: exact digits, with the percent sign or the scale that stood behind it.
package struct NumberLiteral: Sendable {
  /// The digits, without the scale: `3.2` of `3.2 million`.
  package var amount: Amount
  /// The power of ten behind the digits: 6 for `million`, −2 for `%`, 0 for none.
  package var scaleExponent: Int
  /// The text of the digits as typed, for printing back.
  package var text: String

  /// A literal from its digits and scale.
  package init(amount: Amount, scaleExponent: Int, text: String) {
    self.amount = amount
    self.scaleExponent = scaleExponent
    self.text = text
  }
}

/// A unit as typed behind a number or after `in`: a scale, a unit, or both in either order.
package struct UnitPhrase: Sendable {
  /// The unit and scale, unresolved.
  package var unit: UnitText
  /// Where it stands.
  package var range: SourceRange

  /// A phrase at a place.
  package init(unit: UnitText, at range: SourceRange) {
    self.unit = unit
    self.range = range
  }
}
