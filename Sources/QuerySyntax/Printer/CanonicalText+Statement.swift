import Metrics

extension CanonicalText {
  /// Adds a statement.
  mutating func add(_ statement: Statement) {
    switch statement.kind {
    case .query(let query): add(query)
    case .declaration(let declaration): add(declaration)
    case .release(let release): add(release)
    case .assignment(let name, let value): addAssignment(name, value)
    case .setting(let setting):
      add("set \(setting.name) = ")
      if let moment = setting.moment { add(moment) } else { addPhrase(setting.value) }
    case .expect(let expectation): add(expectation)
    case .invocation(let call): add(call)
    case .why(let query): addNested("why ", query)
    case .history(let query): addNested("history ", query)
    case .bridge(let query): addNested("bridge ", query)
    case .explain(let query): addNested("explain ", query)
    default: addInquiry(statement)
    }
  }

  private mutating func addInquiry(_ statement: Statement) {
    switch statement.kind {
    case .include(let path): addText("include ", path)
    case .print(let text): addText("print ", text)
    case .heading(let text): addText("heading ", text)
    case .list(let subject, let pattern):
      add("list " + subject.rawValue)
      if let pattern { addText(" like ", pattern) }
    case .describe(let name):
      add("describe ")
      addRelease(name)
    case .compare(let first, let second):
      add("compare release ")
      addRelease(first)
      add(" with ")
      addRelease(second)
    case .check(let name): addOptional("check", name)
    case .help(let topic):
      add("help")
      if let topic {
        add(" ")
        addPhrase(topic)
      }
    default: break
    }
  }

  private mutating func addText(_ word: String, _ text: String) {
    add(word)
    addQuoted(text)
  }

  private mutating func addNested(_ word: String, _ statement: Statement) {
    add(word)
    add(statement)
  }

  private mutating func addOptional(_ word: String, _ name: Name?) {
    add(word)
    guard let name else { return }
    add(" ")
    addRelease(name)
  }

  private mutating func addAssignment(_ name: Name, _ value: LetValue) {
    add("let ")
    add(name)
    add(" = ")
    switch value {
    case .period(let period): add(period)
    case .number(let number): add(number)
    case .date(let date): add(date.description)
    case .string(let string): addQuoted(string)
    case .name(let name): addRelease(name)
    }
  }

  // MARK: - Expectations

  private mutating func add(_ expectation: Expectation) {
    add("expect ")
    if case .error(let text) = expectation.condition {
      addText("error ", text)
      add(": ")
      return add(expectation.query)
    }
    add(expectation.query)
    add(" ")
    add(expectation.condition)
  }

  private mutating func add(_ condition: Expectation.Condition) {
    switch condition {
    case .comparison(let sign, let cell):
      add(sign.rawValue + " ")
      add(cell)
    case .within(let lower, let upper):
      add("in [")
      add([lower, upper]) { $0.add($1) }
      add("]")
    case .isMissing: add("is missing")
    case .isUndefined: add("is undefined")
    case .table(let rows):
      add("{")
      add(rows, separator: "; ") { text, row in text.add(row) { $0.add($1) } }
      add("}")
    case .error: break
    }
  }

  private mutating func add(_ cell: ExpectedCell) {
    switch cell.kind {
    case .value(let expression): add(expression)
    case .text(let text): addQuoted(text)
    case .missing: add("–")
    case .undefined: add("n.m.")
    case .uncovered: add("*")
    }
  }
}
