import Diagnostics
import Metrics
import QuerySyntax

/// The clauses that change nothing but how figures are shown.
enum DisplayClauses {
  /// More places than any figure or quotient has digits for.
  private static let mostPlaces = 17

  /// Refuses a rounding beyond all digits, and any rounding or scale where a machine reads the
  /// answer.
  static func check(_ query: Query, isForMachines: Bool) throws(Diagnostic) {
    for clause in query.clauses {
      switch clause.kind {
      case .round(let places):
        if try places.value() > mostPlaces {
          throw QueryMessage.tooManyPlaces(mostPlaces, at: clause.range)
        }
        if isForMachines {
          throw QueryMessage.roundedForMachines(
            query.shownMeasure?.canonicalText, at: clause.range)
        }
      case .unit(let phrase, _):
        if isForMachines, phrase.unit.scaleExponent != 0 {
          throw QueryMessage.shownOnly("a scale", at: clause.range)
        }
      case .extras(let uses):
        for use in uses where isForMachines && [.spark, .precision].contains(use.extra) {
          throw QueryMessage.shownOnly("with \(use.extra.rawValue)", at: use.range)
        }
      default: continue
      }
    }
  }
}
