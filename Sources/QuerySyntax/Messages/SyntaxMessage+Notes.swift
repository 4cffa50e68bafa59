import Metrics

extension SyntaxMessage {
  /// What to type instead, and what else helps.
  var notes: [String] {
    switch self {
    case .aliasBehindSegments(let corrected), .lastBeforeMeasure(_, let corrected),
      .ratioNeeded(let corrected), .verbInExpression(_, let corrected):
      typing(corrected)
    case .bareQuery(_, let corrected, let suggestions):
      // A word that is nearly a verb is a slip of the finger, and no measure.
      suggestions.map { [$0] } ?? typing(corrected)
    case .clauseBehindComma: ["leave the comma out"]
    case .clauseRepeated(_, let corrected):
      [corrected.map { "name both behind one: \($0)" } ?? "keep one of them"]
    case .clausesExclude: ["keep one of the two"]
    case .comparisonChained: ["join two comparisons with `and`"]
    case .comparisonOutsideCondition: ["to keep some rows only, type `where value > 5 million`"]
    case .comparisonWord(_, let corrected): corrected
    case .expected(let wanted, let found): expectationNotes(wanted, found)
    case .dateForPeriod: ["a quarter is written 2Q04, or 2004-09 by the month in which it ends"]
    case .lastBehindFor(let corrected): typing(corrected ?? "it alone, as in last 4 quarters")
    case .nameTooLong: ["choose a shorter one"]
    case .nestedTooDeeply: ["split it with `let` or with a metric of your own"]
    case .numberForPeriod(let text): numberForPeriodNotes(text)
    case .numberTooFine, .numberTooLarge: ["a number has up to 18 digits; use a scale: 5 million"]
    case .operatorDoubled(_, let instead): typing(instead)
    case .operatorsTooMany: ["split it with a metric of your own"]
    case .parameterAsAlias: ["choose another name behind `as`"]
    case .parameterRepeated: ["give each a name of its own"]
    case .periodForMoment: ["`as of` asks what was known on a day; `for` asks about a period"]
    case .pinNeeded(let corrected):
      typing(corrected ?? "them as in revenue[si] / revenue[total]")
    case .periodsInRow(let corrected), .pinOrder(let corrected): typing(corrected)
    case .queryNeeded(let word, _): ["try: \(word) show revenue"]
    case .reservedName(_, let isPeriod):
      isPeriod ? [] : ["choose another name, such as one with a further word in it"]
    case .scaleShortened(_, let corrected): typing(corrected)
    case .segmentsInRow(let first, let second): typing("\(first), \(second)")
    case .separatedNumber(_, let corrected):
      typing(corrected) + ["separators stand in data files only; in a list, a space follows `,`"]
    case .strayCharacter(_, let instead): typing(instead)
    case .unclosedString: ["type \" where the text ends, and \\\" for a quote inside it"]
    case .unitAmiss: ["a unit is a name, a scale or both: JPY, million, JPY million, JPY/share"]
    case .unknownClause(_, let suggestions): [suggestions].compactMap { $0 }
    case .unknownEscape: ["the escapes are \\\", \\\\, \\n and \\u{3042}"]
    case .unknownWord(_, _, let suggestions): [suggestions].compactMap { $0 }
    case .verbBehindMeasure(_, let corrected):
      typing(corrected ?? "it first, as in yoy revenue, or lag(revenue, 4 quarters)")
    case .verbSpaced(let verb): typing("\(verb)(…)")
    case .yearChangedBefore: ["changes of the fiscal year stand in the order of time"]
    case .yearChangedWithin: ["name the first month of the first year that starts so"]
    case .bracketNotClosed, .countNotWhole, .countOutOfRange, .dottedName, .impossibleDate,
      .impossibleMonth, .labelRepeated, .languageRepeated, .missingPart,
      .partRepeated, .tooManyErrors:
      []
    }
  }

  private func typing(_ corrected: String?) -> [String] {
    corrected.map { ["type \($0)"] } ?? []
  }

  /// A period where none may stand was most likely meant for `for`.
  private func expectationNotes(_ wanted: Wanted, _ found: String) -> [String] {
    let word = found.filter { $0 != "`" }
    switch wanted {
    case .clauseOrEnd where PeriodLabel(parsing: word) != nil:
      return ["a period behind a clause is written for \(word); several are separated by commas"]
    case .clauseOrEnd where word.utf8.count == 4 && Int(word) != nil:
      return ["a fiscal year is written FY\(word)"]
    case .clauseOrEnd where Vocabulary.extras.contains(word):
      return ["what is told beside a figure is listed with commas: with yoy, share"]
    case .unit where PeriodLabel(parsing: word) != nil:
      return ["type for \(word)"]
    default: return []
    }
  }

  private func numberForPeriodNotes(_ text: String) -> [String] {
    let isYear = text.utf8.count == 4 && text.utf8.allSatisfy { (48...57).contains($0) }
    return isYear
      ? ["a year is written FY\(text) or CY\(text)"] : ["a period is written 2Q04, 1H04 or FY04"]
  }
}
