import Metrics

/// The words of the language, in one table that the lexer, the parser, the messages and completion
/// all read.
package enum Vocabulary {
  /// A word with everything that it can be.
  struct Word: Sendable {
    let spelling: String
    var roles: WordRoles
    var keyword: Keyword?
    var verb: Verb?
    var dimension: Dimension?
    var extra: Extra?
  }

  /// The words that begin a statement other than a query, such as `metric` and `check`.
  package static let statementWords = spellings(of: .statement)

  /// The words that begin a query, such as `show` and `yoy`.
  package static let verbs = Verb.allCases.map(\.rawValue)

  /// The functions that are no verbs.
  package static let scalarFunctions = [
    "abs", "round", "log", "exp", "min", "max", "coalesce", "average_balance",
  ]

  /// The words that begin a clause.
  package static let clauseWords = [
    "across", "as", "bottom", "by", "for", "from", "in", "into", "last", "like", "of", "order",
    "partial", "round", "since", "top", "until", "where", "with",
  ]

  /// The dimensions in the singular, as `by` takes them.
  package static let dimensions = dimensionForms.map(\.dimension.word)

  /// What `with` takes.
  package static let extras = Extra.allCases.map(\.rawValue)

  /// Whether a folded name can't be declared: a reserved word, or shaped like a period.
  package static func isReserved(_ folded: String) -> Bool {
    if PeriodLabel(parsing: folded) != nil { return true }
    return word(spelled: folded)?.roles.isReserved ?? false
  }

  /// The dimension of that folded name: `segment`, `quarters`, `calendar year`.
  package static func dimension(named folded: String) -> Dimension? {
    Grain(rawValue: folded).map { .time($0) } ?? word(spelled: folded)?.dimension
  }

  /// The word of that folded spelling.
  static func word(spelled folded: String) -> Word? {
    let index = lookup.index(of: folded.utf8)
    return index == 0 ? nil : words[Int(index)]
  }

  /// Every word; the first is no word, so that an index of 0 can say so.
  static let words: [Word] = [Word(spelling: "", roles: [])] + collected()

  /// Finds the index of a word among `words` by its bytes.
  static let lookup = WordLookup(spellings: words.map(\.spelling))

  private static let dimensionForms: [(dimension: Dimension, spellings: [String])] = [
    (.time(.quarter), ["quarter", "quarters"]), (.time(.half), ["half", "halves"]),
    (.time(.year), ["year", "years"]), (.time(.calendarQuarter), []), (.time(.calendarYear), []),
    (.segment, ["segment", "segments"]), (.tree, ["tree", "trees"]), (.leaf, ["leaf", "leaves"]),
    (.company, ["company", "companies"]), (.metric, ["metric", "metrics"]),
    (.release, ["release", "releases"]),
  ]

  private static let statements: [Keyword] = [
    .bridge, .check, .company, .compare, .define, .describe, .expect, .explain, .heading, .help,
    .history, .identity, .include, .let, .list, .metric, .print, .release, .segment, .set, .unit,
    .why,
  ]

  private static func spellings(of role: WordRoles) -> [String] {
    words.filter { $0.roles.contains(role) }.map(\.spelling)
  }

  /// Joins the groups, so that a word with several roles stands once.
  private static func collected() -> [Word] {
    var table = WordTable()
    for keyword in statements { table.add(keyword.rawValue, .statement) }
    for verb in Verb.allCases { table.add(verb.rawValue, .verb) { $0.verb = verb } }
    for function in scalarFunctions { table.add(function, .function) }
    for clause in clauseWords + ["at", "to"] { table.add(clause, .clause) }
    for form in dimensionForms {
      for spelling in form.spellings {
        table.add(spelling, .dimension) { $0.dimension = form.dimension }
      }
    }
    for word in ["and", "is", "not", "or"] { table.add(word, .operator) }
    for word in ["latest", "total"] { table.add(word, .fixedName) }
    for extra in Extra.allCases { table.add(extra.rawValue, .contextual) { $0.extra = extra } }
    for keyword in Keyword.allCases {
      table.add(keyword.rawValue, .contextual) { $0.keyword = keyword }
    }
    return table.words
  }
}

/// Gathers words while the table is built.
private struct WordTable {
  private(set) var words: [Vocabulary.Word] = []
  private var positions: [String: Int] = [:]

  mutating func add(
    _ spelling: String, _ role: WordRoles, _ change: (inout Vocabulary.Word) -> Void = { _ in }
  ) {
    let position = positions[spelling] ?? words.count
    if position == words.count {
      words.append(Vocabulary.Word(spelling: spelling, roles: []))
      positions[spelling] = position
    }
    words[position].roles.insert(role)
    change(&words[position])
  }
}
