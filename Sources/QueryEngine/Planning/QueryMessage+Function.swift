import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// The wording of what can be wrong with a function and what it is applied to.
extension QueryMessage {
  static func balanceOfNoStock(
    _ name: String, _ kind: Aggregation, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "balance-of-no-stock",
      "\(name) is \(kind.described), and only a stock has an opening and a closing balance",
      at: range, notes: ["try: average \(name)"])
  }

  static func collapsed(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "collapsed", "\(function) has a value for each period, and this query makes one of them all",
      at: range, notes: ["name the grain, as in by quarter, or leave the aggregate out"])
  }

  static func compoundedAlone(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "compounded-alone",
      "cagr makes one figure of all periods, so that time can't name rows or columns beside it",
      at: range, notes: ["ask for it alone, as in cagr \(name) for FY01, FY04"])
  }

  static func compoundedOnce(
    _ name: String, _ earlier: String, _ period: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "compounded-once", "cagr needs a first and a last period, and there is one", at: range,
      notes: ["name both, as in cagr \(name) for \(earlier), \(period)"])
  }

  static func extraAmongCollapsed(_ extra: Extra, at range: SourceRange) -> Diagnostic {
    let word = extra.rawValue
    return Diagnostic(
      "extra-among-collapsed",
      "\(word)(…) is a column of its own, and this query has no column for each period", at: range,
      notes: ["try: with \(word), or name the periods without by"])
  }

  static func flowOnly(
    _ function: String, _ name: String, _ kind: Aggregation, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "flow-only", "\(function) is for flows, and \(name) is \(kind.described)", at: range,
      notes: ["try: show \(name) by quarter"])
  }

  static func noParts(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-parts", "\(name) has no parts: it is no formula and no ratio", at: range,
      notes: ["`list metrics` shows the formulas"])
  }

  static func notABasePeriod(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-base-period", "an index is on the base of a period", at: range,
      notes: ["name one, as in index(\(name), 1Q03)"])
  }

  static func notARate(
    _ name: String, _ unit: Unit, _ currency: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "not-a-rate", "\(name) is in \(unit), which converts nothing into \(currency)", at: range,
      notes: ["a rate is in one currency per another, such as JPY/\(currency)"])
  }

  static func notPlaces(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-places", "round takes a whole number of places, from -17 to 17", at: range,
      notes: ["write round(\(name), 1), or round(\(name), -6)"])
  }

  /// `unpinned` is the measure with the segment behind it; nil where brackets stand in a formula.
  static func pinnedInPlace(
    _ function: String, _ unpinned: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "pinned-in-place",
      "\(function) compares a segment with its parent, and this metric is held to one", at: range,
      notes: [
        "name the segment behind the measure"
          + (unpinned.map { ": \(function) \($0)" } ?? ", and not in brackets")
      ])
  }

  static func plainNumberOnly(
    _ function: String, _ name: String, operand: String, _ unit: Unit, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "plain-number-only", "\(function) is for plain numbers, and \(name) is in \(unit)",
      at: range, notes: ["divide it first, as in \(function)(\(operand) / lag(\(name), 1 year))"])
  }

  static func rankedAlone(
    _ subject: String, _ period: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "ranked-alone", "rank compares segments or periods, and there is one of each", at: range,
      notes: [
        "try: \(subject) by segment" + (period.map { " for \($0)" } ?? "")
          + ", or name several periods"
      ])
  }

  static func rateUnused(
    _ measures: [String], _ currency: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "rate-unused",
      "the rate changes nothing here: \(measures.joined(separator: ", ")) needs no conversion "
        + "into \(currency)", at: range, notes: ["leave it out: in \(currency)"])
  }

  static func rateNotPositive(_ currency: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "rate-not-positive", "a rate of exchange is above zero", at: range,
      notes: ["write in \(currency) at 110.20"])
  }

  static func rateWithoutCurrency(_ unit: Unit, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "rate-without-currency",
      "a rate converts into a currency, and "
        + (unit.isRatio ? "none is named" : "\(unit) is none"), at: range,
      notes: ["write in USD at 110.20"])
  }

  static func summarisedAlong(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "summarised-along",
      "\(function) looks along the periods shown, and an aggregate at the quarters inside them",
      at: range, notes: ["leave one of the two out"])
  }

  static func unlikeLengths(
    _ function: String, _ first: String, _ other: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unlike-lengths",
      "\(function) compares \(first) with \(other), which aren't equally long", at: range,
      notes: ["name quarters, halves or years alone, as in for FY01, FY04"])
  }

  static func shareOfNoAmount(
    _ function: String, _ name: String, _ kind: Aggregation, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "share-of-no-amount", "\(name) is \(kind.described), and has no \(function) of a whole",
      at: range, notes: ["take the \(function) of an amount, as in \(function) revenue by segment"])
  }
}
