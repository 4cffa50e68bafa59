extension SyntaxMessage {
  /// What is wrong, in words.
  var text: String {
    switch self {
    case .aliasBehindSegments: "`as` follows its measure, before the segments"
    case .bareQuery(let word, _, _): "a query begins with a verb, and \(word) is none"
    case .bracketNotClosed(let opening, let found): "\(opening) is not closed before \(found)"
    case .clauseBehindComma(let word):
      "a clause such as \(word) stands without a comma before it"
    case .clauseRepeated(let title, _): "`\(title)` stands twice in this query"
    case .clausesExclude(let first, let second):
      "`\(second)` can't stand beside `\(first)`, because both choose the same thing"
    case .comparisonChained: "comparisons can't be chained"
    case .comparisonOutsideCondition(let sign):
      "\(sign) compares, and a comparison stands in `where` or `expect` only"
    case .comparisonWord(let word, _): "what is compared is listed with commas, and without \(word)"
    case .countNotWhole(let text): "expected a whole number, found \(text)"
    case .countOutOfRange(let text, let least, let most):
      "\(text) is not between \(least) and \(most)"
    case .dateForPeriod(let text): "expected a period, found the date \(text)"
    case .dottedName(let name, let what): "the name of a \(what) holds no dot, and \(name) does"
    case .expected(let wanted, let found): "expected \(wanted.rawValue), found \(found)"
    case .impossibleDate(let text): "there is no day \(text)"
    case .impossibleMonth(let text): "there is no month \(text)"
    case .labelRepeated: "a second label without a language"
    case .languageRepeated(let language): "a second label in the language `\(language)`"
    case .lastBehindFor: "`last` chooses periods without `for`"
    case .lastBeforeMeasure(let clause, _): "`\(clause)` goes after the measure"
    case .missingPart(let wanted, let what): "this \(what) lacks \(wanted.rawValue)"
    case .nameTooLong(let limit): "a name or label has up to \(limit) bytes, and this one has more"
    case .nestedTooDeeply(let limit):
      "brackets, signs and verbs are nested more than \(limit) levels deep"
    case .numberForPeriod(let text): "expected a period, found the number \(text)"
    case .numberTooFine(let text): "\(text) has too many decimal places"
    case .numberTooLarge(let text): "\(text) has too many digits"
    case .operatorDoubled(let found, let instead): "found `\(found)`, where `\(instead)` is meant"
    case .operatorsTooMany(let limit): "this statement has more than \(limit) operators"
    case .parameterAsAlias(let name): "\(name) is a parameter, and can't name a measure"
    case .parameterRepeated(let name): "\(name) is the name of two parameters"
    case .partRepeated(let part): "`\(part)` stands twice in this statement"
    case .periodForMoment(let text): "expected a date or a release, found the period \(text)"
    case .periodsInRow: "one period may stand behind the segments; several follow `for`"
    case .pinOrder: "in brackets, the segment stands before the period"
    case .pinNeeded: "measures with segments of their own are pinned to them"
    case .queryNeeded(let word, let found):
      "`\(word)` is asked about a query, and \(found.map { "\($0) is none" } ?? "there is none")"
    case .ratioNeeded: "`to` divides in `ratio … to …` and `from … to …` only"
    case .reservedName(let name, let isPeriod):
      isPeriod
        ? "\(name) is shaped like a period and can't be a name"
        : "\(name) is a word of the language and can't be a name"
    case .segmentsInRow: "segments are separated by commas"
    case .scaleShortened(let unit, _): "\(unit) is no unit, as a scale is written out"
    case .separatedNumber(let text, _): "\(text) is no number here"
    case .strayCharacter(let character, _): "\(character) means nothing here"
    case .tooManyErrors(let limit): "the first \(limit) errors are shown, and reading stopped there"
    case .unclosedString: "this text in quotes is not closed"
    case .unitAmiss(let text): "\(text) is no unit"
    case .unknownClause(let word, _): "expected a clause, found \(word)"
    case .unknownEscape(let text): "\(text) stands for no character"
    case .unknownWord(let wanted, let found, _): "expected \(wanted.rawValue), found \(found)"
    case .verbBehindMeasure(let verb, _): "the verb \(verb) stands before its measure"
    case .verbInExpression(let verb, _):
      "inside an expression or a list the verb \(verb) is called with parentheses"
    case .verbSpaced(let verb): "no white space stands between \(verb) and its parenthesis here"
    case .yearChangedBefore(let month, let last):
      "the fiscal year changed with \(last), and \(month) is no later"
    case .yearChangedWithin(let month, let start):
      "a fiscal year that starts in \(start) can't begin with \(month)"
    }
  }
}
