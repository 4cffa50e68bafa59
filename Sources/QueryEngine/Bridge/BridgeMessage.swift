import Catalog
import Diagnostics
import QuerySyntax

/// The wording of why a bridge can't be built.
enum BridgeMessage {
  static func dimension(_ dimension: Dimension, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-dimension",
      "a bridge is of the parts of a formula or of segments, and not by \(dimension.word)",
      at: range, notes: ["try: by segment, or by leaf"])
  }

  static func drawn(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-plot", "a bridge is a table, and plot draws the figures of a query", at: range,
      notes: [
        "leave plot out; as csv or json, the table has all that a chart of it takes"
      ])
  }

  static func notAdditive(
    _ name: String, _ kind: Aggregation, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "bridge-not-additive",
      "\(name) is \(kind.described), and no segments add up to it", at: range,
      notes: [
        "by segment takes flows and stocks, and quotients of them; leave it out for the parts of "
          + name
      ])
  }

  static func nothingBelow(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nothingBelowID, "there are no segments below \(path) that report this", at: range,
      notes: ["leave `by` out for the parts of a formula"])
  }

  static let nothingBelowID = "bridge-no-segments"

  static func onePeriod(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-one-period", "a bridge leads from one period to another, and this is one", at: range,
      notes: [example])
  }

  static func overflow(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "overflow",
      "an effect on \(name) has more digits than an exact number can hold", at: range)
  }

  static func pinned(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-pinned", "\(name) is held to a place of its own, and a bridge opens none that is",
      at: range, notes: ["name the segment behind it: bridge \(name) si from 2Q03 to 2Q04"])
  }

  static func reversed(_ first: String, _ last: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-reversed", "\(last) ends before \(first), and a bridge leads forward", at: range,
      notes: ["try: from \(last) to \(first)"])
  }

  static func samePeriod(_ period: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-same-period", "nothing moves from \(period) to itself", at: range,
      notes: ["name two periods, as in from 2Q03 to 2Q04"])
  }

  static func severalMeasures(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-measures", "a bridge is of one measure", at: range,
      notes: ["write a bridge for each"])
  }

  static func severalCompanies(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-companies", "a bridge is that of one company", at: range,
      notes: ["ask about one at a time: … of NAME"])
  }

  static func severalSegments(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-segments", "a bridge is of one whole, and these are several segments", at: range,
      notes: ["name one segment; `by segment` takes it apart"])
  }

  static func unfit(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-clause", "\(what) has no place in a bridge, whose rows add up to a difference",
      at: range,
      notes: [
        "name a measure, a segment, two periods, `by segment`, a basis, a unit and `round`"
      ])
  }

  static func unlikeLengths(_ first: String, _ last: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-lengths",
      "\(first) and \(last) aren't equally long, so that a flow can't be compared",
      at: range, notes: ["name two quarters, two halves or two years"])
  }

  /// Nothing says what a measure is made of.
  static func withoutParts(
    _ name: String, _ kind: Aggregation, _ periods: [String], at range: SourceRange
  ) -> Diagnostic {
    let reason =
      kind == .rate
      ? "\(name) is a rate, which holds as it is printed, and no identity says what it is made of"
      : "nothing says what \(name) is made of: no formula, no identity and no segments that report it"
    return Diagnostic(
      "bridge-no-parts", reason, at: range,
      notes: [
        "try: show \(name) for \(periods.joined(separator: ", ")); "
          + "`help identity` tells how to declare what adds up"
      ])
  }

  static func verb(_ verb: Verb, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-verb", "\(verb.rawValue) has no place in a bridge, which is of a measure itself",
      at: range, notes: ["show, ratio, ttm and ytd may stand in front of the measure"])
  }

  static func withoutSpan(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bridge-periods", "a bridge leads from one period to another", at: range, notes: [example])
  }

  private static let example = "name both, as in bridge revenue from 2Q03 to 2Q04"
}
