import Diagnostics
import Metrics
import QuerySyntax
import Tabular

/// The wording of what can be wrong with an expectation, and of what it found instead.
enum ExpectationMessage {
  static func cellCount(
    _ expected: Int, found: Int, in row: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unmet", "row \(row): expected \(SessionMessage.count(expected, "cell")), found \(found)",
      at: range)
  }

  static func emptyInterval(
    _ lower: ExpectedNumber, _ upper: ExpectedNumber, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "empty-interval", "nothing lies between \(lower.text) and \(upper.text)", at: range,
      notes: ["the smaller number stands first"])
  }

  static func expected(_ sign: BinaryOperator, _ number: ExpectedNumber) -> String {
    switch sign {
    case .notEqual: "anything but \(number.text)"
    case .less: "less than \(number.text)"
    case .lessOrEqual: "at most \(number.text)"
    case .greater: "more than \(number.text)"
    case .greaterOrEqual: "at least \(number.text)"
    default: number.text
    }
  }

  static func expected(from lower: ExpectedNumber, to upper: ExpectedNumber) -> String {
    "\(lower.text) to \(upper.text)"
  }

  static func more(_ number: Int) -> String { "and \(number) more like these" }

  static func nameCount(_ typed: Int, found: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "name-count",
      "a row of the answer has \(SessionMessage.count(found, "name")), and here stand \(typed)",
      at: range, notes: ["give all names of a row, or none"])
  }

  static func noError(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unmet", "expected an error that says '\(text)', and there was none", at: range)
  }

  static func noFigures(at range: SourceRange) -> Diagnostic {
    Diagnostic("no-cells", "this statement answers with no figures to test", at: range)
  }

  static func noNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-number", "a number or a state was expected here", at: range,
      notes: ["write 22.3%, 5 million JPY, 1.2 pp, –, n.m. or *"])
  }

  static func orderedState(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "ordered-state", "a state is neither larger nor smaller than anything", at: range,
      notes: ["write = or != instead of \(sign)"])
  }

  static func otherError(
    _ text: String, found message: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unmet", "expected an error that says '\(text)', found another one", at: range,
      notes: message.split(separator: "\n").map(String.init))
  }

  static func overflow(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "overflow", "comparing this needs more digits than an exact number can hold", at: range,
      notes: ["write fewer digits behind the point"])
  }

  static func parenthesizedNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "parenthesized-number", "parentheses don't make a number negative here", at: range,
      notes: ["write a minus, as in -19.4%"])
  }

  static func place(row: String, column: String) -> String { "row \(row), column \(column): " }

  static func rowCount(_ expected: Int, found: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unmet", "expected \(SessionMessage.count(expected, "row")), found \(found)", at: range,
      notes: ["rows are separated by ; and cells by ,"])
  }

  static func severalCells(_ number: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "several-cells",
      "the answer has \(SessionMessage.count(number, "cell")), and this condition tests one",
      at: range,
      notes: ["name one segment and one period, or compare them all: expect … { row; row }"])
  }

  /// A number that counts something else than a figure does.
  static func unlike(_ number: ExpectedNumber, _ figure: TestedFigure) -> Diagnostic {
    Diagnostic(
      "unlike-unit", "\(figure.measure) is \(counted(figure)), and \(number.text) is not",
      at: number.range, notes: [advice(figure)])
  }

  static func unmet(
    _ place: String, _ expected: String, found: String, at range: SourceRange, notes: [String]
  ) -> Diagnostic {
    Diagnostic("unmet", "\(place)expected \(expected), found \(found)", at: range, notes: notes)
  }

  static func wrongName(row: Int, found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("unmet", "row \(row): this is not its name, found \(found)", at: range)
  }
}

extension ExpectationMessage {
  private static func counted(_ figure: TestedFigure) -> String {
    if case .percentagePoints = figure.style { return "in percentage points" }
    return figure.unit == Unit.ratio.description ? "a plain number" : "in \(figure.unit)"
  }

  private static func advice(_ figure: TestedFigure) -> String {
    if case .percentagePoints = figure.style { return "write a number such as 1.2 pp" }
    if figure.unit == Unit.ratio.description { return "write a number such as 12.5%, or 0.125" }
    if figure.unit.contains("/") { return "write the number alone, without a unit" }
    return "write a number such as 5 million \(figure.unit)"
  }
}
