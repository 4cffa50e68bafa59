import Diagnostics
import Metrics

extension ImportMessage {
  private static func fields(_ count: Int) -> String {
    count == 1 ? "1 field" : "\(count) fields"
  }

  /// How often a file has what is told once, besides the place that is told.
  static func again(_ fault: RecurringFault, _ count: Int) -> String {
    switch fault {
    case .unknownName: count == 1 ? "1 more row names it" : "\(count) more rows name it"
    case .fieldBelowNoHeading:
      count == 1 ? "1 more row has something there" : "\(count) more rows have something there"
    case .unsaidDecimalMark: count == 1 ? "1 more figure has one" : "\(count) more figures have one"
    case .unfinishedPeriod:
      count == 1
        ? "1 more figure is of a period that wasn't over"
        : "\(count) more figures are of periods that weren't over"
    }
  }

  /// What is wrong with a field, in words.
  static func diagnostic(for fact: FieldFact) -> Diagnostic {
    switch fact {
    case .badDate(let text):
      Diagnostic(
        "bad-date", "'\(text)' is no date",
        notes: [
          noSuchDay(text) ?? isoDay(text).map { "write it as \($0)" } ?? "write it as 2004-11-11"
        ])
    case .badKind(let text):
      Diagnostic(
        "bad-kind", "'\(text)' is no kind of metric", notes: ["the kinds are flow, stock and rate"])
    case .badPeriod(let text):
      Diagnostic(
        "bad-period", text.isEmpty ? "the row has no period" : "'\(text)' is no period",
        notes: [
          noSuchDay(text) ?? isoDay(text).map { "write it as \($0)" }
            ?? "write it as 2Q04, 1H04, 9M04, FY04, CY2004Q3, 2004-09 or 2004-09-30"
        ])
    case .badSign(let text):
      Diagnostic(
        "bad-sign", "'\(text)' is no sign",
        notes: ["write reversed for a line printed the other way round, else leave it empty"])
    case .badState(let text):
      Diagnostic(
        "bad-state", "'\(text)' is no state",
        notes: ["write withdrawn for a figure that is taken back, else leave it empty"])
    case .badUnit(let text, let advice):
      Diagnostic(
        "bad-unit", "'\(text)' is no unit",
        notes: [advice ?? "a unit is one name with a scale or without: JPY thousand, JPY/share, %"])
    case .dateTooFar(let text):
      Diagnostic("bad-date", "'\(text)' is too far away", notes: [years])
    case .endsNoQuarter(let period, let calendar): endsNoQuarter(period, calendar)
    case .fieldBelowNoHeading(let text, let column):
      Diagnostic(
        "unnamed-column", "'\(text)' stands in column \(column), which has no heading",
        notes: ["name the column in the header, or empty it"])
    case .fieldCount(let found, let expected, let separator):
      fieldCount(found, expected, separator)
    case .figure(let text, let fault, let mark): figure(text, fault, mark)
    case .figureOutOfRange(let text):
      Diagnostic("bad-figure", "'\(text)' has more digits than can be kept exactly")
    case .figureHasNoUnit(let text, let unit, let mark): unknownUnit(unit, in: text, mark)
    case .figureUnit(let text, let figureUnit, let columnUnit):
      Diagnostic(
        "figure-unit", "'\(text)' is in \(figureUnit), and its row in \(columnUnit)",
        notes: ["correct the unit of the row, or the figure, which needs none of its own"])
    case .periodTooFar(let text):
      Diagnostic("bad-period", "'\(text)' is too far away", notes: [years])
    }
  }

  /// In which years releases are.
  private static var years: String {
    let years = WrittenPeriod.years
    return "figures are of the years \(years.lowerBound) to \(years.upperBound)"
  }

  private static func fieldCount(
    _ found: Int, _ expected: Int, _ separator: FieldSeparator
  ) -> Diagnostic {
    Diagnostic(
      "field-count", "the row has \(fields(found)), and the header \(expected)",
      notes: [
        found < expected
          ? "a field without a figure still needs its \(separator.name)"
          : separator == .comma
            ? "a figure with a comma has to stand in quotes: \"1,234\""
            : "a field with a \(separator.name) in it has to stand in quotes"
      ])
  }

  private static func endsNoQuarter(
    _ period: WrittenPeriod, _ calendar: FiscalCalendar
  ) -> Diagnostic {
    let months = stride(from: 2, through: 11, by: 3).map { (calendar.startMonth - 1 + $0) % 12 + 1 }
    let ends = months.sorted().map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ", ")
    return Diagnostic(
      "bad-period",
      "no fiscal quarter of the company ends \(period.isDay ? "on" : "with") \(period)",
      notes: [
        "its quarters end with the months \(ends), or in the first seven days after one"
      ])
  }

  private static func nameless(_ text: String, _ thing: AlteredName.Thing) -> Diagnostic {
    Diagnostic(
      "nameless", "'\(text)' has no letter that the name of a \(thing.rawValue) could be made of",
      notes: [
        thing == .segment
          ? "leave the segment empty, or write total, for the whole company" : "write its name"
      ])
  }

  /// Why a row belongs to no series, in words.
  static func diagnostic(for fact: SeriesFact) -> Diagnostic {
    switch fact {
    case .catalog(let diagnostic, let canDeclare):
      canDeclare ? withWayToDeclare(diagnostic) : diagnostic
    case .kindClash(let metric, let declared, let found):
      Diagnostic(
        "kind-clash", "\(metric) is \(declared), and the row says \(found)",
        notes: ["leave the kind of a declared metric empty"])
    case .newCompanyWithoutCalendar(let text):
      Diagnostic(
        "unknown-fiscal-year", "company '\(text)' is new, and its fiscal year isn't known",
        notes: ["add --fiscal-year with its first month and naming, such as april,start"])
    case .newMetricWithoutKind(let text):
      Diagnostic(
        "unknown-kind", "metric '\(text)' is new, and its kind isn't known",
        notes: ["add --kind flow, stock or rate, or a column `kind`; a kind is never guessed"])
    case .newMetricWithoutUnit(let text):
      Diagnostic(
        "unknown-unit", "metric '\(text)' is new, and the row doesn't name its unit",
        notes: ["add a column `unit`, such as JPY million"])
    case .nameless(let text, let thing): nameless(text, thing)
    case .undeclarable(let name, let reason):
      Diagnostic(
        "undeclarable", "'\(name)' can't be declared: \(reason)",
        notes: ["write another name in the file; nothing of it has been stored"])
    case .noCompany:
      Diagnostic(
        "no-company", "whose figures these are isn't said",
        notes: ["add --company, or a column `company`"])
    case .noMetric:
      Diagnostic(
        "no-metric", "the row names no metric", notes: ["fill the column `metric`"])
    case .noPublicationDate:
      Diagnostic(
        "no-publication-date", "when the figures were published isn't said",
        notes: ["add --published 2004-11-11, or a column `published`"])
    case .unitClash(let metric, let own, let found):
      Diagnostic(
        "unit-clash", "\(metric) is counted in \(own), and the row in \(found)",
        notes: ["correct the unit or the metric of the row"])
    }
  }
  private static func withWayToDeclare(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.notes.append("to declare what the file names, add --declare")
    return diagnostic
  }
}
