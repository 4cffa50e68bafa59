/// A word that the grammar asks for by itself, reserved or not.
///
/// Verbs and dimensions are recognised as groups and stand here only where one of them means
/// something of its own, as `last` does in `last 8 quarters`.
enum Keyword: String, CaseIterable, Sendable {
  // Statements.
  case bridge, check, company, compare, define, describe, expect, explain, heading, help, history
  case identity, include, `let`, list, metric, print, release, segment, set, unit, why

  // Clauses and what stands inside them.
  case across, `as`, at, bottom, by, `for`, from, `in`, into, last, like, of, order, partial, round
  case since, to, top, until, `where`, with
  case ascending = "asc"
  case descending = "desc"
  case reported, restated, value

  // Operators.
  case and, `is`, missing, not, or, undefined

  // Periods and grains.
  case calendar, first, latest

  // Verbs with a grammar of their own.
  case plot, ratio, show

  // Declarations.
  case alias, end, error, fiscal, flow, named, only, percent, published, rate, rounding, source
  case start, starts, stock, truncate, within, year
}

/// The parts that a word can play; a word may have several.
struct WordRoles: OptionSet, Sendable {
  let rawValue: UInt8

  /// Begins a statement.
  static let statement = WordRoles(rawValue: 1)
  /// Begins a query.
  static let verb = WordRoles(rawValue: 2)
  /// Is called with arguments.
  static let function = WordRoles(rawValue: 4)
  /// Begins a clause, or joins its parts.
  static let clause = WordRoles(rawValue: 8)
  /// Names rows or columns.
  static let dimension = WordRoles(rawValue: 16)
  /// Stands between or before expressions.
  static let `operator` = WordRoles(rawValue: 32)
  /// Stands for a period or for the root of the segments.
  static let fixedName = WordRoles(rawValue: 64)
  /// Means something in one place only, and is free to be a name elsewhere.
  static let contextual = WordRoles(rawValue: 128)

  /// Whether the word can't be declared.
  var isReserved: Bool { !subtracting(.contextual).isEmpty }
}
