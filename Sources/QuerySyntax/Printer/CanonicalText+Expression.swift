import Metrics

extension CanonicalText {
  /// Adds an expression.
  mutating func add(_ expression: Expression) {
    switch expression.kind {
    case .number(let number): add(number)
    case .numberWithName(let number, let name):
      add(number)
      add(" ")
      addBehindNumber(name)
    case .name(let name): add(name)
    case .pinned(let name, let pin):
      add(name)
      add(pin)
    case .call(let name, let arguments): addCall(name, arguments)
    case .variable(let name): add("$" + name.text)
    case .period(let period): add(period)
    case .distance(let count, let grain): add("\(count) \(CanonicalText.plural(grain, count))")
    case .date(let date): add(date.description)
    case .string(let string): addQuoted(string)
    case .negation, .logicalNegation, .binary, .stateTest, .parenthesized: addOperation(expression)
    }
  }

  private mutating func addOperation(_ expression: Expression) {
    switch expression.kind {
    case .negation(let operand):
      add("-")
      add(operand)
    case .logicalNegation(let operand):
      add("not ")
      add(operand)
    case .binary(let left, let sign, let right):
      add(left)
      add(" \(sign.rawValue) ")
      add(right)
    case .stateTest(let operand, let state, let isNegated):
      add(operand)
      add(isNegated ? " is not \(state.rawValue)" : " is \(state.rawValue)")
    case .parenthesized(let inner):
      add("(")
      add(inner)
      add(")")
    default: break
    }
  }

  /// Adds a call with its arguments.
  mutating func addCall(_ name: Name, _ arguments: [Expression]) {
    add(name)
    add("(")
    add(arguments) { $0.add($1) }
    add(")")
  }

  private mutating func add(_ pin: Pin) {
    add("[")
    if let company = pin.company {
      add(company)
      add(":")
    }
    if let segment = pin.segment { add(segment) }
    if let period = pin.period {
      if pin.segment != nil { add(", ") }
      add(period)
    }
    add("]")
  }

  /// Adds a period.
  mutating func add(_ period: PeriodExpression) {
    switch period.kind {
    case .label(let label, let company):
      add(label.description)
      if let company {
        add("[")
        add(company)
        add("]")
      }
    case .latest: add("latest")
    case .first: add("first")
    case .variable(let name): add("$" + name.text)
    case .name(let name): add(name)
    case .offset(let base, let count, let grain):
      add(base)
      let distance = "\(abs(count)) \(CanonicalText.plural(grain, abs(count)))"
      add(count < 0 ? " - \(distance)" : " + \(distance)")
    }
  }

  /// The word for a number of grains.
  static func plural(_ grain: Grain, _ count: Int) -> String {
    if count == 1 { return grain.rawValue }
    return grain == .half ? "halves" : grain.rawValue + "s"
  }

  /// A unit of two parts, such as `JPY/share`, needs no quotes behind a number.
  private mutating func addBehindNumber(_ name: Name) {
    let parts = name.text.split(separator: "/", omittingEmptySubsequences: false)
    if !name.isQuoted, parts.count == 2, CanonicalText.isWord(String(parts[0])) {
      add(name.text)
    } else {
      add(name)
    }
  }
}
