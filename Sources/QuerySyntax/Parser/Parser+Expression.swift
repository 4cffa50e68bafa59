import Diagnostics
import Metrics

extension Parser {
  /// How strongly operators bind, from the loosest.
  private enum Precedence {
    static let or = 1
    static let and = 2
    static let comparison = 3
    static let sum = 4
    static let product = 5
  }

  /// Reads an expression without comparisons: a measure, an argument, a formula.
  mutating func parseExpression() throws(SyntaxError) -> Expression {
    try parseBinary(from: isInCondition ? Precedence.or : Precedence.sum)
  }

  /// Reads what `where` tests.
  mutating func parseCondition() throws(SyntaxError) -> Expression {
    let outer = isInCondition
    isInCondition = true
    defer { isInCondition = outer }
    return try parseBinary(from: Precedence.or)
  }

  /// Reads an expression in which comparisons don't stand, whatever stands around it.
  mutating func parseArgument() throws(SyntaxError) -> Expression {
    let outer = isInCondition
    isInCondition = false
    defer { isInCondition = outer }
    return try parseBinary(from: Precedence.sum)
  }

  /// Reads operands with operators that bind at least as strongly as `lowest`.
  private mutating func parseBinary(from lowest: Int) throws(SyntaxError) -> Expression {
    let start = position
    var left = try parseOperand(from: lowest)
    var hasCompared = false
    while let (sign, precedence) = binaryOperator(from: lowest) {
      try countOperator()
      if precedence == Precedence.comparison {
        if hasCompared { throw SyntaxError(.comparisonChained, at: current.range) }
        hasCompared = true
        left = try parseComparison(left, sign, from: start)
        continue
      }
      advance()
      let right = try parseBinary(from: precedence + 1)
      left = Expression(.binary(left, sign, right), at: range(from: start))
    }
    return left
  }

  /// The operator that comes next, if it binds strongly enough to be taken here; the states of
  /// `is` are told as an equality.
  private func binaryOperator(from lowest: Int) -> (BinaryOperator, Int)? {
    guard let (sign, precedence) = nextOperator, precedence >= lowest else { return nil }
    return (sign, precedence)
  }

  private var nextOperator: (BinaryOperator, Int)? {
    switch current.kind {
    case .plus: (.add, Precedence.sum)
    case .minus: (.subtract, Precedence.sum)
    case .star: isPatternStar ? nil : (.multiply, Precedence.product)
    case .slash: (.divide, Precedence.product)
    case .word: wordOperator
    default: comparisonSign.map { ($0, Precedence.comparison) }
    }
  }

  private var wordOperator: (BinaryOperator, Int)? {
    switch current.keyword {
    case .or: (.or, Precedence.or)
    case .and: (.and, Precedence.and)
    case .is: (.equal, Precedence.comparison)
    default: nil
    }
  }

  /// The comparison that comes next.
  var comparisonSign: BinaryOperator? {
    switch current.kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  /// Whether the `*` that comes next stands for segments and does not multiply.
  var isPatternStar: Bool {
    guard current.kind == .star, current.hasSpaceBefore else { return false }
    let next = token(ahead: 1)
    switch next.kind {
    case .comma, .end, .endOfText, .semicolon, .closeBrace: return true
    case .word: return vocabulary(next).roles.contains(.clause) && !isCall(ahead: 1)
    default: return false
    }
  }

  private mutating func parseComparison(
    _ left: Expression, _ sign: BinaryOperator, from start: Int
  ) throws(SyntaxError) -> Expression {
    if current.keyword == .is { return try parseStateTest(left, from: start) }
    try takeComparison(sign)
    let right = try parseBinary(from: Precedence.sum)
    let kind = Expression.Kind.binary(left.asText(beside: right), sign, right.asText(beside: left))
    return Expression(kind, at: range(from: start))
  }

  /// Takes a comparison sign, and refuses the spellings of other languages.
  mutating func takeComparison(_ sign: BinaryOperator) throws(SyntaxError) {
    let first = advance()
    guard !current.hasSpaceBefore, let second = comparisonSign else { return }
    let range = SourceRange(first.range.lower, current.range.upper)
    let instead = sign == .less && second == .greater ? "!=" : sign.rawValue
    let found = source.text(in: range)
    throw SyntaxError(.operatorDoubled(found, instead: instead), at: range)
  }

  private mutating func parseStateTest(
    _ operand: Expression, from start: Int
  ) throws(SyntaxError) -> Expression {
    advance()
    let isNegated = take(.not)
    let state = try parseState()
    return Expression(
      .stateTest(operand, state, isNegated: isNegated), at: range(from: start))
  }

  /// Reads `missing` or `undefined`.
  mutating func parseState() throws(SyntaxError) -> StateTest {
    if take(.missing) { return .missing }
    if take(.undefined) { return .undefined }
    throw unexpected(.state, among: ["missing", "undefined"])
  }

  /// Reads what stands before an operator: `not x`, `-x` or a primary.
  private mutating func parseOperand(from lowest: Int) throws(SyntaxError) -> Expression {
    let start = position
    let isLogical = current.keyword == .not && isInCondition && lowest <= Precedence.comparison
    guard isLogical || current.kind == .minus else { return try parsePrimary() }
    try countOperator()
    try enter()
    defer { leave() }
    advance()
    if isLogical {
      let operand = try parseBinary(from: Precedence.comparison)
      return Expression(.logicalNegation(operand), at: range(from: start))
    }
    let operand = try parseOperand(from: Precedence.product)
    return Expression(.negation(operand), at: range(from: start))
  }
}

extension Expression {
  /// A side of a comparison: a name in quotes is a text when it stands beside a dimension.
  func asText(beside other: Expression) -> Expression {
    guard case .name(let text) = kind, text.isQuoted, case .name(let dimension) = other.kind,
      !dimension.isQuoted, Dimension.isWord(dimension.folded)
    else { return self }
    return Expression(.string(text.text), at: range)
  }
}

extension Dimension {
  /// Whether a folded word is a dimension in the singular.
  static func isWord(_ folded: String) -> Bool { Vocabulary.dimensions.contains(folded) }
}
