package import Diagnostics

/// A part of a text with what it is, as an editor colours it.
package struct ColoredToken: Equatable, Sendable {
  /// What a part can be.
  package enum Kind: Equatable, Sendable {
    /// The word that a statement begins with.
    case beginning
    /// A word of a clause, a function or an operator.
    case word
    /// A word that the language doesn't know, and so a name.
    case name
    /// A word that means something in one place only, and is free to be a name elsewhere.
    case wordOrName
    /// A number, or the sign that makes it a percentage.
    case number
    /// A period or a day.
    case period
    /// A text in quotation marks.
    case string
    /// A variable with its sign.
    case variable
    /// A bracket, a comma, an operator.
    case sign
    /// What stands behind `#` to the end of its line.
    case comment
    /// A bracket that nothing closes or opens, or a text without its end.
    case unclosed
    /// What is no part of the language.
    case stray
  }

  /// Where it stands.
  package let range: SourceRange
  /// What it is.
  package let kind: Kind
}

extension QueryParser {
  /// The parts of a text that may stop anywhere, in their order; white space is none.
  package static func coloredTokens(of source: SourceText) -> [ColoredToken] {
    let tokens = Lexer.lex(source).tokens
    let unclosed = unmatchedBrackets(tokens)
    var colored: [ColoredToken] = []
    var end = 0
    var isBeginning = true
    for (index, token) in tokens.enumerated() {
      colored += comments(in: source, from: end, to: token.range.lower)
      end = max(end, token.range.upper)
      if token.kind == .end { isBeginning = true }
      guard token.kind != .end, token.kind != .endOfText else { continue }
      let kind = unclosed.contains(index) ? .unclosed : token.color(isBeginning: isBeginning)
      colored.append(ColoredToken(range: token.range, kind: kind))
      isBeginning = false
    }
    return colored
  }

  /// How many statements a text holds, the last one finished or not.
  package static func statementCount(in text: String) -> Int {
    Lexer.lex(SourceText(name: "query", text)).tokens.count { $0.kind == .end }
  }

  /// The comments between two tokens, which the lexer leaves out.
  private static func comments(
    in source: SourceText, from start: Int, to end: Int
  ) -> [ColoredToken] {
    var comments: [ColoredToken] = []
    var index = start
    while index < end {
      if source.utf8[index] == UInt8(ascii: "#") {
        let line = source.utf8[index..<end].prefix { $0 != UInt8(ascii: "\n") }
        comments.append(
          ColoredToken(range: SourceRange(line.startIndex, line.endIndex), kind: .comment))
        index = line.endIndex
      }
      index += 1
    }
    return comments
  }

  /// The indices of the brackets that have no other half in their statement.
  static func unmatchedBrackets(_ tokens: [Token]) -> Set<Int> {
    var unmatched: Set<Int> = []
    var open: [(index: Int, closing: Token.Kind)] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .openParenthesis: open.append((index, .closeParenthesis))
      case .openBracket: open.append((index, .closeBracket))
      case .openBrace: open.append((index, .closeBrace))
      case .closeParenthesis, .closeBracket, .closeBrace:
        if open.last?.closing == token.kind {
          open.removeLast()
        } else {
          unmatched.insert(index)
        }
      case .end:
        unmatched.formUnion(open.map(\.index))
        open = []
      default: break
      }
    }
    return unmatched
  }
}

extension Token {
  /// What the token is to an editor; `isBeginning` says whether its statement begins with it.
  fileprivate func color(isBeginning: Bool) -> ColoredToken.Kind {
    switch kind {
    case .word:
      let roles = Vocabulary.words[Int(word)].roles
      if word == 0 { return .name }
      if roles.contains(.verb) || isBeginning && roles.contains(.statement) { return .beginning }
      return roles == .contextual ? .wordOrName : .word
    case .number, .percent: return .number
    case .period, .date: return .period
    case .string: return .string
    case .variable: return .variable
    case .unclosedString: return .unclosed
    case .strayCharacter, .impossibleDate, .impossibleMonth: return .stray
    default: return .sign
    }
  }
}
