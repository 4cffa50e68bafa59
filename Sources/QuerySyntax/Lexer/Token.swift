import Diagnostics

/// A word, a sign or a break of the text, with its place in the bytes as typed.
///
/// A token holds no text of its own: names, numbers and strings are read from the source when a
/// production needs them, so that a long script costs few allocations.
struct Token: Sendable {
  /// What a token can be.
  enum Kind: UInt8, Sendable {
    case word, number, period, date, string, variable
    case comma, semicolon, colon, dot, dotStar, dotStarStar
    case openParenthesis, closeParenthesis, openBracket, closeBracket, openBrace, closeBrace
    case plus, minus, star, starStar, slash, percent
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    /// `–`, which stands for a missing cell in the table of a test.
    case dash
    /// The end of a statement.
    case end
    case endOfText
    // What is no token of the language; the parser says so when it gets there.
    case strayCharacter, unclosedString, impossibleDate, impossibleMonth
  }

  /// Which token it is.
  var kind: Kind
  /// Whether white space or the start of a line stands before it.
  var hasSpaceBefore: Bool
  /// Whether every byte of it is ASCII, so that its text needs no folding of forms.
  var isASCII: Bool = true
  /// The index of a word in the vocabulary; 0 for any other token or name.
  var word: UInt8 = 0
  /// The keyword that the word is.
  var keyword: Keyword?
  /// Where it stands.
  var range: SourceRange

  /// Whether the text can't be read here whatever the grammar wants.
  var isLexicalError: Bool {
    switch kind {
    case .unclosedString, .impossibleDate, .impossibleMonth: true
    default: false
    }
  }

  /// Whether a line that ends in it goes on with the next line.
  var continuesLine: Bool {
    switch kind {
    case .comma, .plus, .minus, .slash, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual:
      true
    case .star: !hasSpaceBefore
    case .word: keyword == .and || keyword == .or || keyword == .not
    default: false
    }
  }
}

/// A text cut into tokens.
struct LexedText: Sendable {
  /// The tokens; each statement ends in one of kind `end`, and the last of all is `endOfText`.
  var tokens: [Token]
  /// Whether the text stops inside a bracket or a string, or says that it goes on.
  var isOpen: Bool
  /// Whether it stops inside a string.
  var endsInsideString: Bool
}
