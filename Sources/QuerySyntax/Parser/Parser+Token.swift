import Diagnostics
import TextForm

extension Parser {
  /// The token to read next; an end where the production has to stop.
  var current: Token { token(ahead: 0) }

  /// The token `count` places behind the next one.
  func token(ahead count: Int) -> Token {
    let index = position + count
    if index < boundary { return tokens[index] }
    let last = tokens[boundary]
    return last.kind == .endOfText
      ? last : Token(kind: .end, hasSpaceBefore: true, range: last.range)
  }

  /// The range from a token's place in the script to the last token read.
  func range(from start: Int) -> SourceRange {
    let last = tokens[max(start, position - 1)]
    return SourceRange(tokens[start].range.lower, last.range.upper)
  }

  /// Takes the next token and returns it.
  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if position < boundary { position += 1 }
    return token
  }

  /// Takes the next token if it is of that kind.
  mutating func take(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  /// Takes the next token if it is that word.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard current.keyword == keyword else { return false }
    advance()
    return true
  }

  /// Takes a token of that kind, or says what was wanted.
  @discardableResult
  mutating func expect(_ kind: Token.Kind, _ wanted: Wanted) throws(SyntaxError) -> Token {
    guard current.kind == kind else { throw unexpected(wanted) }
    return advance()
  }

  /// Takes that word, or says what was wanted.
  mutating func expect(_ keyword: Keyword, _ wanted: Wanted) throws(SyntaxError) {
    guard current.keyword == keyword else { throw unexpected(wanted) }
    advance()
  }

  /// Takes the bracket that closes the one at `opening`.
  mutating func close(_ kind: Token.Kind, opening: Token) throws(SyntaxError) {
    guard current.kind != kind else {
      advance()
      return
    }
    if current.kind == .end || current.kind == .endOfText {
      let message = SyntaxMessage.bracketNotClosed(
        opening: quoted(opening), found: description(of: current))
      throw SyntaxError(message, at: opening.range)
    }
    let wanted: Wanted =
      switch kind {
      case .closeBrace: .closingBrace
      case .closeBracket: .closingBracket
      default: .closingParenthesis
      }
    throw unexpected(wanted)
  }

  // MARK: - What a token is

  /// What the vocabulary knows of a token.
  func vocabulary(_ token: Token) -> Vocabulary.Word { Vocabulary.words[Int(token.word)] }

  /// Whether the token is a word that may name something.
  func isName(_ token: Token) -> Bool {
    token.kind == .word && (token.word == 0 || !vocabulary(token).roles.isReserved)
  }

  /// Whether the token names a segment: a name, a text in quotes, or `total`.
  func isSegmentName(_ token: Token) -> Bool {
    token.kind == .string || isName(token) || isTotal(token)
  }

  /// Whether the token is `total`, the root of the segments.
  func isTotal(_ token: Token) -> Bool {
    token.kind == .word && token.word != 0
      && vocabulary(token).roles.contains(.fixedName) && token.keyword != .latest
  }

  /// Whether the token is a word directly before a parenthesis, and so a call.
  func isCall(ahead count: Int = 0) -> Bool {
    let next = token(ahead: count + 1)
    return token(ahead: count).kind == .word && next.kind == .openParenthesis
      && !next.hasSpaceBefore
  }

  /// Whether the statement, or what may be read of it, ends here.
  var isAtEnd: Bool { current.kind == .end || current.kind == .endOfText }

  // MARK: - Text

  /// The text of a token, with full-width forms as their usual ones.
  func text(of token: Token) -> String {
    let text = source.text(in: token.range)
    return token.isASCII ? text : NameFolding.compatibilityComposed(text)
  }

  /// The text of a token in quotes for a message, cut where it is long.
  func quoted(_ token: Token) -> String { quoted(text(of: token)) }

  /// A text in quotes for a message, cut where it is long.
  func quoted(_ text: String) -> String {
    text.utf8.count > 60 ? "`\(text.prefix(40))…`" : "`\(text)`"
  }

  /// The words by which a message says that it found a token.
  func description(of token: Token) -> String {
    switch token.kind {
    case .endOfText: "the end of the text"
    case .end where token.range.lower == token.range.upper: "the end of the line"
    default: quoted(source.text(in: token.range))
    }
  }

  // MARK: - Faults

  /// The fault that the next token is not what is wanted.
  func unexpected(_ wanted: Wanted) -> SyntaxError {
    switch current.kind {
    case .unclosedString, .impossibleDate, .impossibleMonth, .strayCharacter:
      return lexicalError(of: current)
    default:
      if let fault = clauseBehindCommaFault { return fault }
      return SyntaxError(.expected(wanted, found: description(of: current)), at: current.range)
    }
  }

  /// The fault that the next word is none of those that may stand here.
  func unexpected(_ wanted: Wanted, among legal: [String]) -> SyntaxError {
    guard current.kind == .word, clauseBehindCommaFault == nil else { return unexpected(wanted) }
    let message = SyntaxMessage.unknownWord(
      wanted, found: description(of: current), suggestions: suggestions(for: current, among: legal))
    return SyntaxError(message, at: current.range)
  }

  /// The names that a mistyped word may have meant.
  func suggestions(for token: Token, among legal: [String]) -> String? {
    guard token.range.upper - token.range.lower <= 40 else { return nil }
    return Suggestions.note(for: NameFolding.fold(text(of: token)), among: legal)
  }

  /// The fault of a token that no grammar could read.
  func lexicalError(of token: Token) -> SyntaxError {
    let text = source.text(in: token.range)
    let message: SyntaxMessage =
      switch token.kind {
      case .unclosedString: .unclosedString
      case .impossibleDate: .impossibleDate(text)
      case .impossibleMonth: .impossibleMonth(text)
      default: .strayCharacter(quoted(text), instead: StrayCharacter.replacement(for: text))
      }
    return SyntaxError(message, at: token.range)
  }
}

/// Characters that people type out of habit, with what the language has in their place.
enum StrayCharacter {
  /// What to type instead of `text`; nil where nothing is like it.
  static func replacement(for text: String) -> String? {
    switch text.unicodeScalars.first {
    case "'", "“", "”", "„", "‘", "’", "«", "»", "「", "」", "『", "』": "\"…\""
    case "&": "and"
    case "|": "or"
    case "!": "not, or != to compare"
    case "≠": "!="
    case "≤": "<="
    case "≥": ">="
    case "×", "·", "・": "*"
    case "÷": "/"
    case "‐", "‑", "‒", "―": "-"
    case "。": ";"
    case "\\": "\\ at the end of a line only"
    default: nil
    }
  }
}
