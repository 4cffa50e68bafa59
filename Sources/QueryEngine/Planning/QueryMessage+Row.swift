import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// The wording of what can be wrong with the clauses that choose, order and total rows.
extension QueryMessage {
  static func comparedUnits(
    _ left: String, _ leftUnit: Unit, _ right: String, _ rightUnit: Unit, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "compared-units",
      "\(described(left, leftUnit)) and \(described(right, rightUnit)): they can't be compared",
      at: range,
      notes: ["compare amounts of one unit, as in where value > 5 million"])
  }

  private static func described(_ text: String, _ unit: Unit) -> String {
    unit.isRatio ? "\(text) is a plain number" : "\(text) is in \(unit)"
  }

  static func extraOfItself(_ extra: Extra, of measure: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      "extra-of-itself",
      "\(extra.rawValue) is asked of \(extra.rawValue)(\(measure)), which is one already",
      at: range,
      notes: [
        "to see both, type show \(measure) with \(extra.rawValue); "
          + "to choose or order the rows by it, type value"
      ])
  }

  static func extraWithoutPeriod(_ extra: Extra, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "extra-without-period", "\(extra.rawValue) is no value of a row", at: range,
      notes: ["a row can be tested and ordered by value, a measure, yoy, share or rank"])
  }

  static func notACondition(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-condition", "where takes a condition", at: range,
      notes: ["write where value > 5 million, or where yoy is undefined"])
  }

  static func notAName(
    _ dimension: Dimension, example: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "not-a-name", "a name in quotes was expected here", at: range,
      notes: ["write where \(dimension.word) = \"\(example)\""])
  }

  static func notAPeriodName(
    _ dimension: Dimension, example: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "not-a-period", "a period was expected here", at: range,
      notes: ["write where \(dimension.word) = \(example)"])
  }

  static func nothingToTotal(_ extra: Extra, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nothing-to-total", "there is nothing to take the \(extra.rawValue) of: one row, one period",
      at: range, notes: ["name several segments or periods, or leave `with \(extra.rawValue)` out"])
  }

  static func orderedByNoRow(_ dimension: Dimension, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "ordered-by-no-row", "the rows aren't by \(dimension.word), so they can't be ordered by it",
      at: range, notes: ["add by \(dimension.word), or order by value"])
  }

  static func orderedNames(_ dimension: Dimension, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "ordered-names", "a \(dimension.word) is equal to a name or it isn't", at: range,
      notes: ["use = or !="])
  }

  static func orderedTree(_ clause: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "ordered-tree", "a tree has its own order, which `\(clause)` would tear apart", at: range,
      notes: ["use by segment or by leaf"])
  }

  static func overlappingTotal(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "overlapping-periods", "the periods overlap, so that a total would count some months twice",
      at: range, notes: ["name periods that don't share a month, or leave the total out"])
  }

  static func testedNoRow(_ dimension: Dimension, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "tested-no-row", "the rows aren't by \(dimension.word), so they can't be chosen by it",
      at: range, notes: ["add by \(dimension.word)"])
  }

  static func topAndBottom(_ first: String, _ second: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "top-and-bottom", "\(first) and \(second) exclude each other", at: range,
      notes: ["ask twice, or use order by to see all rows in order"])
  }

  static func totalOverTime(
    _ name: String, _ kind: Aggregation, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "total-over-time", "\(name) is \(kind.described): its periods can't be added up", at: range,
      notes: ["try: with average, or show \(name) by quarter"])
  }

  static func totalOfRate(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "total-of-rate", "\(name) is a rate: its segments can't be added up", at: range,
      notes: ["try: with average"])
  }

  static func totalOfWindows(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "total-of-windows",
      "\(name) can't be added up: each period covers months that the next one covers too",
      at: range, notes: ["try: with average, or leave the total out"])
  }

  static func mixedRows(
    _ units: [Unit], measure: String?, at range: SourceRange
  ) -> Diagnostic {
    let names = units.map(\.description).joined(separator: " and ")
    return Diagnostic(
      "mixed-rows", "the rows are in \(names), and can't be compared with one another", at: range,
      notes: ["ask for one measure" + (measure.map { ", or name one: order by \($0)" } ?? "")])
  }

  static func trendOfOne(_ subject: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "trend-of-one", "a trend runs over several periods, and there is one", at: range,
      notes: ["try: \(subject) across quarter with spark"])
  }

  static func trendWithoutTime(_ subject: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "trend-without-time", "a trend runs over time, and time names the rows here", at: range,
      notes: ["put time across: \(subject) across quarter with spark"])
  }

  static func unusedClause(
    _ clause: String, _ reason: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unused-clause", "`\(clause)` changes nothing here: \(reason)", at: range,
      notes: ["leave it out"])
  }
}

extension QueryMessage {
  static func addedOfWhich(
    _ part: String, within whole: String, _ other: String, _ wayOut: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "added-of-which",
      "\(part) is an of-which of \(whole), so that a sum with \(other) could count it twice",
      at: range, notes: ["name one of them, or \(wayOut)"])
  }
}
