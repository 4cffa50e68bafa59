import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// The wording of what can be wrong with a query whose syntax is right.
enum QueryMessage {
  static func clauseAsSegment(_ clause: String, _ unknown: Diagnostic) -> Diagnostic {
    var diagnostic = unknown
    diagnostic.notes = ["did you mean the clause `\(clause)`?"] + unknown.notes
    return diagnostic
  }

  static func doubledExtra(_ extra: Extra, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-extra", "\(extra.rawValue) is named twice behind with", at: range,
      notes: ["keep one of them"])
  }

  static func doubledAlias(_ alias: Name) -> Diagnostic {
    Diagnostic(
      "doubled-alias", "'\(alias.text)' names two measures", at: alias.range,
      notes: ["give each a name of its own"])
  }

  static func doubledDimension(
    _ first: String, _ second: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "doubled-dimension",
      first == second
        ? "\(first) is named twice among by and across"
        : "\(first) and \(second) can't both name rows or columns", at: range,
      notes: ["keep one of them"])
  }

  static func doubledVerb(_ verb: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-verb", "\(verb) stands twice", at: range, notes: ["write it once"])
  }

  static func emptyRange(_ from: String, _ to: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-range", "the range ends before it begins: \(from) is later than \(to)", at: range,
      notes: ["try: from \(to) to \(from)"])
  }

  /// A range that begins behind the last quarter of which anything is reported.
  static func beyondReported(_ from: String, _ latest: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      "beyond-reported",
      "\(from) is later than \(latest), the latest quarter that is reported for this", at: range,
      notes: ["try: since \(latest)"])
  }

  /// A range that ends before the first quarter of which anything is reported.
  static func beforeReported(_ through: String, _ first: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      "before-reported",
      "\(through) is earlier than \(first), the first quarter that is reported for this", at: range,
      notes: ["try: until \(first)"])
  }

  static func metricAsSegment(
    _ metric: String, behind subject: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "metric-as-segment", "\(metric) is a metric, and a segment was expected here", at: range,
      notes: ["several metrics are separated by commas: \(subject), \(metric)"])
  }

  static func noFigures(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-figures", "nothing has been reported for this, so there is no first or latest quarter",
      at: range, notes: ["name the period, as in for 2Q04, or import figures first"])
  }

  static func noFigures(
    of subject: String, companies: [String], by cutoff: Basis.Cutoff?, at range: SourceRange
  ) -> Diagnostic {
    let one = companies.count == 1
    let (has, had) = one ? ("has", "had") : ("have", "had")
    let subject = cutoff.map { "\(subject) by \($0.described)" } ?? subject
    return Diagnostic(
      "no-figures",
      "\(companies.joined(separator: ", ")) \(cutoff == nil ? has : had) reported nothing for \(subject), so there "
        + "\(cutoff == nil ? "is" : "was") no first or latest quarter",
      at: range, notes: ["ask for something else, or import figures first"])
  }

  static func noSegmentsBelow(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-segments", "there are no segments below \(path)", at: range,
      notes: ["`list segments` shows the tree"])
  }

  static func notAMeasure(at range: SourceRange) -> Diagnostic {
    Diagnostic("not-a-measure", "a metric or a number was expected here", at: range)
  }

  static func notADistance(
    _ function: String, _ name: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "not-a-distance", "a distance in time was expected here", at: range,
      notes: ["write \(function)(\(name), 2 years), or 4 quarters"])
  }

  static func notARatio(_ name: String, _ kind: Aggregation, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-ratio", "\(name) is \(kind.described), not a ratio", at: range,
      notes: ["name both sides: ratio \(name) to …, or type: show \(name)"])
  }

  static func nothingDeclared() -> Diagnostic {
    Diagnostic(
      "nothing-declared", "the store holds no company yet",
      notes: ["import a release first, or look at the built-in sample with --sample"])
  }

  static func numberTooLarge(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("number-too-large", "\(text) is more than a number can hold", at: range)
  }

  static func exceeded(
    _ exceeded: EvaluationEffort.Exceeded, at range: SourceRange?
  ) -> Diagnostic {
    switch exceeded {
    case .levels:
      Diagnostic(
        "formula-too-deep",
        "this is nested too deeply to be worked out, with the formulas behind it", at: range,
        notes: ["define the metrics behind it with fewer steps between them"])
    case .steps:
      Diagnostic(
        "too-much-work",
        "one cell of this takes more than \(EvaluationEffort.mostSteps) steps to work out",
        at: range,
        notes: ["each comparison or running total around another multiplies the work"])
    }
  }

  static func overflow(
    _ measure: String, _ cell: String, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "overflow", "\(measure) for \(cell) has more digits than an exact number can hold",
      at: range)
  }

  static func overflowBesideCells(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "overflow",
      "a figure by which rows or periods are chosen has more digits than an exact number can hold",
      at: range)
  }

  static func overlappingPeriods(
    _ first: String, _ second: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "overlapping-periods",
      "\(first) and \(second) overlap, so that a sum would count some months twice", at: range,
      notes: ["name periods that don't share a month, or use show"])
  }

  static func overlappingSegments(
    _ whole: String, _ part: String, _ wayOut: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "overlapping-segments", "\(part) is part of \(whole), so that a sum would count it twice",
      at: range, notes: ["name one of them, or \(wayOut)"])
  }

  static func periodOutOfRange(at range: SourceRange) -> Diagnostic {
    Diagnostic("period-out-of-range", "this period lies beyond every calendar", at: range)
  }

  static func pinnedInTime(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "pinned-in-time", "\(function) looks at other periods, and this metric is held to one",
      at: range, notes: ["leave the period out of the brackets, and name it with for"])
  }

  static func quarterOnly(_ period: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "quarter-only", "qoq compares quarters, and \(period) is none", at: range,
      notes: ["pop compares with the previous period of any length"])
  }

  static func ratioWithUnit(_ name: String, _ unit: Unit, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "ratio-with-unit", "\(name) is in \(unit), and a percentage has no unit", at: range,
      notes: ["a quotient with a unit is shown plainly: show … / …"])
  }

  /// `ratio` asks the same with the segment in brackets, where one was named.
  static func shareOfOther(
    _ name: String, ratio: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "share-of-other", "a share is of the parent segment, or of total", at: range,
      notes: ["try: share(\(name), total)" + (ratio.map { ", or \($0)" } ?? "")])
  }

  static func shorterThanGrain(
    _ period: String, _ grain: Grain, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "shorter-than-grain", "\(period) is shorter than a \(grain.rawValue)", at: range,
      notes: ["leave the \(grain.rawValue) away, or name a longer period"])
  }

  static func shownOnly(_ what: String, at range: SourceRange) -> Diagnostic {
    shownOnly(what, "or choose a format for people, such as table or html", at: range)
  }

  static func roundedForMachines(_ measure: String?, at range: SourceRange) -> Diagnostic {
    shownOnly(
      "round", "round in the query as in round(\(measure ?? "…"), -6), or choose -f table",
      at: range)
  }

  private static func shownOnly(
    _ what: String, _ wayOut: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "shown-only", "\(what) is for tables that people read: csv and json are always exact",
      at: range, notes: ["leave it out, \(wayOut)"])
  }

  static func summedComposite(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "summed-composite",
      "\(name) mixes flows, stocks or rates: it is recomputed for each period, never added up",
      at: range, notes: ["try: show \(name) by year"])
  }

  static func summedRate(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "summed-rate", "\(name) is a rate: it holds only where it is printed, and never adds up",
      at: range, notes: ["try: show \(name) by quarter"])
  }

  static func summedRatio(
    _ name: String, _ asked: String, isPlain: Bool, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "summed-ratio",
      "\(name) is a ratio: it is recomputed from its parts, and never added up", at: range,
      notes: [
        "try: \(isPlain ? "ratio" : "show") \(asked) by quarter; by year and ttm recompute it over "
          + "more quarters"
      ])
  }

  static func summedStock(
    _ name: String, _ asked: String, isOverSegments: Bool, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "summed-stock", "\(name) is a stock: its quarters can't be added up", at: range,
      notes: [
        isOverSegments
          ? "try: sum \(asked) by quarter, which adds up the segments of each quarter"
          : "try: show \(asked) by quarter; average, min, max and last take one figure of a year"
      ])
  }

  static func summedWindow(
    _ name: String, _ window: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "summed-window",
      "\(name) can't be added up: each \(window) covers months that the next one covers too",
      at: range, notes: ["try: show \(name) by quarter"])
  }

  static func tooManyPeriods(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-many-periods", "a result has at most \(limit) periods", at: range,
      notes: ["narrow the range, or choose a longer grain such as by year"])
  }

  static func tooManyPlaces(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic("too-many-places", "round takes at most \(limit) places", at: range)
  }

  static func toWithoutRatio(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "to-without-ratio", "`to` belongs to ratio", at: range,
      notes: ["try: ratio … to …, or show … / …"])
  }

  static func unknownPeriod(_ name: Name) -> Diagnostic {
    Diagnostic(
      "unknown-period", "'\(name.text)' is no period", at: name.range,
      notes: [
        Suggestions.note(for: name.folded, among: ["latest", "first"])
          ?? "periods are written 2Q04, 1H04, 9M04, FY04, CY2004Q3, 2004-09, latest"
      ])
  }

  static func unknownVariable(_ name: Name) -> Diagnostic {
    Diagnostic("unknown-variable", "there is no variable $\(name.text)", at: name.range)
  }

  static func unusedUnit(
    _ measures: [String], _ unit: PrintedUnit, at range: SourceRange
  ) -> Diagnostic {
    let names = measures.joined(separator: ", ")
    return Diagnostic(
      "unused-unit", "`in` changes nothing here: \(names) can't be shown that way", at: range,
      notes: [
        "currencies and scales are for amounts of money, which a quotient isn't; "
          + "percent is for plain ratios"
      ])
  }

  static func windowedRate(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "windowed-rate",
      "\(name) is a rate: it holds only where it is printed, and not over a window", at: range,
      notes: ["try: show \(name) by quarter"])
  }

  static func whichCompany(_ companies: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "which-company", "the store holds several companies: \(companies.joined(separator: ", "))",
      at: range, notes: ["say which: … of \(companies[0]); or side by side: … by company"])
  }
}
