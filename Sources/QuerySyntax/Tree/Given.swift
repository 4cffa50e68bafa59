package import Diagnostics

/// What stands behind the word of a clause: a value as it was typed, or the variable or parameter whose
/// value stands there before anything is resolved.
package enum Given<Value: Sendable>: Sendable {
  case value(Value)
  case name(Name)

  /// The value; throws where nothing has taken the place of a name.
  package func value() throws(Diagnostic) -> Value {
    switch self {
    case .value(let value): return value
    case .name(let name): throw RewritingMessage.nothingGiven(name)
    }
  }
}

/// The whole numbers that clauses take.
package enum CountLimits {
  /// How many rows `top` and `bottom` keep.
  package static let rows = 1...Int(Int32.max)
  /// How many digits behind the point `round` keeps; before the point, if negative.
  package static let places = -18...18
  /// How many periods `last` goes back.
  package static let periods = 1...Parser.distanceLimit
}
