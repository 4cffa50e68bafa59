import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// A number that a test expects, with the scale, the unit and the precision in which it was typed.
struct ExpectedNumber {
  /// How a number says what it counts.
  enum Mark: Hashable {
    /// Not at all, apart from a scale.
    case none
    /// With a percent sign.
    case percent
    /// As percentage points, `pp`.
    case percentagePoints
    /// With a unit.
    case unit(Unit)
  }

  /// The digits as typed, with their sign and without the scale.
  let digits: Amount
  /// The power of ten behind the digits; nil where nothing says one.
  let scaleExponent: Int?
  /// What it says that it counts.
  let mark: Mark
  /// As it was typed, in canonical form.
  let text: String
  /// Where it stands.
  let range: SourceRange

  /// Reads a number; throws a diagnostic for any other expression, and for an unknown unit.
  init(_ expression: Expression, catalog: Catalog) throws {
    var literal: NumberLiteral
    if case .negation(let operand) = expression.kind {
      (literal, mark) = try Self.read(operand, in: expression, catalog: catalog)
      literal.amount = try -literal.amount
    } else {
      (literal, mark) = try Self.read(expression, in: expression, catalog: catalog)
    }
    digits = literal.amount
    switch mark {
    case .none: scaleExponent = literal.scaleExponent == 0 ? nil : literal.scaleExponent
    case .percent, .percentagePoints: scaleExponent = -2
    case .unit: scaleExponent = literal.scaleExponent
    }
    text = expression.canonicalText
    range = expression.range
  }

  private static func read(
    _ operand: Expression, in whole: Expression, catalog: Catalog
  ) throws(Diagnostic) -> (NumberLiteral, Mark) {
    switch operand.kind {
    case .number(let number):
      return (number, number.scaleExponent == -2 ? .percent : .none)
    case .numberWithName(let number, let name) where name.folded == "pp":
      if number.scaleExponent == 0 { return (number, .percentagePoints) }
    case .numberWithName(let number, let name):
      let unit = try catalog.unit(named: name).unit
      if number.scaleExponent != -2 { return (number, .unit(unit)) }
    case .parenthesized: throw ExpectationMessage.parenthesizedNumber(at: whole.range)
    default: break
    }
    throw ExpectationMessage.noNumber(at: whole.range)
  }

  /// Whether nothing but digits was typed.
  var isBare: Bool { mark == .none && scaleExponent == nil }

  /// How many digits stand behind the point.
  var places: Int { max(0, -Int(digits.exponent)) }

  /// The digits in the form in which a figure is told.
  var digitText: String {
    get throws { DecimalText.rounded(try Fraction(digits), places: places) }
  }

  /// What stands behind the digits, to tell a figure in the same way.
  var suffix: String {
    let scale = UnitText.scaleWord(of: scaleExponent ?? 0).map { " " + $0 } ?? ""
    switch mark {
    case .none: return scale
    case .percent: return "%"
    case .percentagePoints: return " pp"
    case .unit(let unit): return "\(scale) \(unit)"
    }
  }
}
