import Diagnostics

/// Cuts a source text into tokens and finds where its statements end.
///
/// The lexer works on the bytes as typed. Full-width forms are read as their ASCII forms on the way,
/// but every range points at the original bytes, so that a caret stands where the person looks.
///
/// It alone decides where a statement ends, because that depends on line breaks, indentation and
/// open brackets, about which the parser should know nothing: the parser sees one token of kind
/// `end` per statement. A forgotten bracket or quote must not swallow the rest of a script, so a line
/// that begins, without indentation, with the first word of a statement ends whatever is open above.
///
/// Nothing here fails. What is no token of the language becomes a token that says so, and the parser
/// reports it if it gets there; the parts of a release's name, for one, may look like a wrong date.
struct Lexer {
  let bytes: [UInt8]
  var index = 0
  var tokens: [Token] = []
  /// Whether white space was skipped since the last token.
  private(set) var hasSpace = true

  /// White space that stands before every line and so means nothing.
  private let commonIndentation: Int
  /// White space at the start of the current line.
  private var indentation = 0
  private var isAtLineStart = true
  /// Whether a backslash joined the current line to the one above.
  private var isJoined = false
  private var openBraces = 0
  private var openOthers = 0
  /// Strings that open before this offset are known not to close on a later line.
  var stringsStayOnLineBefore = 0
  var endsInsideString = false

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    commonIndentation = Lexer.commonIndentation(of: bytes)
    tokens.reserveCapacity(bytes.count / 6 + 8)
  }

  /// The tokens of a text.
  static func lex(_ source: SourceText) -> LexedText {
    var lexer = Lexer(source.utf8)
    lexer.lexAll()
    return lexer.finished()
  }

  /// Whether the current statement has begun.
  private var hasStatement: Bool { tokens.last.map { $0.kind != .end } ?? false }

  private mutating func lexAll() {
    while index < bytes.count {
      let glyph = Glyph(at: index, of: bytes)
      switch glyph.code {
      case UInt8(ascii: "\n"): breakLine()
      case UInt8(ascii: "#"): skipToLineEnd()
      case UInt8(ascii: "\\") where joinsLines(from: index + glyph.length): joinLines()
      case _ where glyph.isSpace:
        if isAtLineStart { indentation += 1 }
        hasSpace = true
        index += glyph.length
      default:
        if isAtLineStart { endStatementAtLineStart() }
        lexToken(glyph)
        hasSpace = false
      }
    }
  }

  private mutating func finished() -> LexedText {
    let isOpen =
      endsInsideString || isJoined
      || (hasStatement && (isInsideBrackets || tokens.last?.continuesLine == true))
    endStatement()
    tokens.append(
      Token(kind: .endOfText, hasSpaceBefore: true, range: SourceRange(index, index)))
    return LexedText(
      tokens: tokens, isOpen: isOpen, endsInsideString: endsInsideString)
  }

  // MARK: - Lines and statements

  private mutating func breakLine() {
    if isAtLineStart { isJoined = false }
    isAtLineStart = true
    indentation = 0
    hasSpace = true
    index += 1
  }

  private mutating func joinLines() {
    skipToLineEnd()
    if index < bytes.count { breakLine() }
    isJoined = true
  }

  /// Whether nothing but white space stands between `offset` and the end of its line.
  private func joinsLines(from offset: Int) -> Bool {
    var offset = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      let glyph = Glyph(at: offset, of: bytes)
      if !glyph.isSpace { return false }
      offset += glyph.length
    }
    return true
  }

  private mutating func skipToLineEnd() {
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
  }

  /// Ends the statement above when the line that starts here is not a part of it.
  private mutating func endStatementAtLineStart() {
    isAtLineStart = false
    defer { isJoined = false }
    guard hasStatement, !isJoined, indentation <= commonIndentation else { return }
    let isOpen = isInsideBrackets || tokens.last?.continuesLine == true
    if !isOpen || startsStatement(at: index) { endStatement() }
  }

  private var isInsideBrackets: Bool { openBraces + openOthers > 0 }

  private mutating func endStatement() {
    guard hasStatement, let last = tokens.last else { return }
    let end = SourceRange(last.range.upper, last.range.upper)
    tokens.append(Token(kind: .end, hasSpaceBefore: true, range: end))
    openBraces = 0
    openOthers = 0
  }

  /// Whether the word at `offset` begins a statement, and is not a call or an item of a list.
  private func startsStatement(at offset: Int) -> Bool {
    var end = offset
    while end < bytes.count, Glyph(at: end, of: bytes).continuesWord {
      end += Glyph(at: end, of: bytes).length
    }
    let word = Vocabulary.words[Int(Vocabulary.lookup.index(of: bytes[offset..<end]))]
    guard !word.roles.isDisjoint(with: [.statement, .verb]) else { return false }
    if end < bytes.count, bytes[end] == UInt8(ascii: "(") { return false }
    while end < bytes.count, Glyph(at: end, of: bytes).isSpace {
      end += Glyph(at: end, of: bytes).length
    }
    guard end < bytes.count else { return true }
    return !",;:)[]{}=".utf8.contains(Glyph(at: end, of: bytes).code)
  }

  /// Whether the line that starts at `offset` begins a statement that ends what is open above.
  func lineStartsStatement(at offset: Int) -> Bool {
    var offset = offset
    var width = 0
    while offset < bytes.count {
      let glyph = Glyph(at: offset, of: bytes)
      guard glyph.isSpace else { break }
      width += 1
      offset += glyph.length
    }
    return width <= commonIndentation && offset < bytes.count && startsStatement(at: offset)
  }

  // MARK: - Tokens

  /// Adds the token that begins at `start` and ends here.
  mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(
      Token(kind: kind, hasSpaceBefore: hasSpace, range: SourceRange(start, index)))
  }

  private mutating func lexToken(_ glyph: Glyph) {
    if glyph.startsWord {
      lexWord(startingWithDigit: glyph.isDigit)
    } else if glyph.code == UInt8(ascii: "\"") {
      lexString(quoteLength: glyph.length)
    } else {
      lexSign(glyph)
    }
  }

  private mutating func lexSign(_ glyph: Glyph) {
    let start = index
    index += glyph.length
    let kind = signKind(glyph.code)
    switch kind {
    case .openBrace: openBraces += 1
    case .closeBrace: openBraces = max(0, openBraces - 1)
    case .openParenthesis, .openBracket: openOthers += 1
    case .closeParenthesis, .closeBracket: openOthers = max(0, openOthers - 1)
    case .semicolon where openBraces == 0: return endStatement()
    default: break
    }
    add(kind, from: start)
  }

  /// The kind of the sign that begins with `code`, of which the index is already past.
  private mutating func signKind(_ code: UInt8) -> Token.Kind {
    switch code {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "("): .openParenthesis
    case UInt8(ascii: ")"): .closeParenthesis
    case UInt8(ascii: "["): .openBracket
    case UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: "{"): .openBrace
    case UInt8(ascii: "}"): .closeBrace
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "="): .equal
    case UInt8(ascii: "<"): take("=") ? .lessOrEqual : .less
    case UInt8(ascii: ">"): take("=") ? .greaterOrEqual : .greater
    case UInt8(ascii: "!"): take("=") ? .notEqual : .strayCharacter
    case UInt8(ascii: "*"): take("*") ? .starStar : .star
    case UInt8(ascii: "."): take("*") ? (take("*") ? .dotStarStar : .dotStar) : .dot
    case UInt8(ascii: "$"): takeVariableName() ? .variable : .strayCharacter
    case Glyph.dash: .dash
    default: .strayCharacter
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count else { return false }
    let glyph = Glyph(at: index, of: bytes)
    guard glyph.code == UInt8(ascii: character) else { return false }
    index += glyph.length
    return true
  }

  private mutating func takeVariableName() -> Bool {
    let start = index
    while index < bytes.count {
      let glyph = Glyph(at: index, of: bytes)
      guard index == start ? glyph.startsWord : glyph.continuesWord else { break }
      index += glyph.length
    }
    return index > start
  }
}
