package import Diagnostics

/// A token as `explain` shows it: its text and what the lexer takes it for.
package struct TokenText: Sendable {
  /// The text as typed.
  package let text: String
  /// The word for what it is: `word`, `name`, `number`, `period`, `sign` and so on.
  package let kind: String
}

extension QueryParser {
  /// The tokens of a text, without the ends of its statements.
  package static func tokens(of source: SourceText) -> [TokenText] {
    Lexer.lex(source).tokens.compactMap { token in
      guard token.kind != .end, token.kind != .endOfText else { return nil }
      return TokenText(text: source.text(in: token.range), kind: token.kindName)
    }
  }
}

extension Token {
  /// The word for what the token is.
  fileprivate var kindName: String {
    switch kind {
    case .word: word == 0 ? "name" : "word"
    case .number: "number"
    case .period: "period"
    case .date: "date"
    case .string: "string"
    case .variable: "variable"
    default: "sign"
    }
  }
}
