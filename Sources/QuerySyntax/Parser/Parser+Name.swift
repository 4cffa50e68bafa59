import Diagnostics
import Metrics
import TextForm

extension Parser {
  /// Takes the next token, which is a word or a text in quotes, as a name.
  mutating func takeName() throws(SyntaxError) -> Name {
    let token = advance()
    try requireLength(of: token.range)
    if token.kind == .string { return Name(try string(of: token), isQuoted: true, at: token.range) }
    return Name(text(of: token), at: token.range)
  }

  /// Refuses a name that no table has room for.
  private func requireLength(of range: SourceRange) throws(SyntaxError) {
    if range.upper - range.lower <= Parser.nameLimit { return }
    let shown = SourceRange(range.lower, range.lower + 1)
    throw SyntaxError(.nameTooLong(limit: Parser.nameLimit), at: shown)
  }

  /// Reads the text in quotes by which people call a thing.
  mutating func parseLabel(_ wanted: Wanted) throws(SyntaxError) -> String {
    if current.kind == .string { try requireLength(of: current.range) }
    return try parseString(wanted)
  }

  /// Reads a name that is no reserved word, or one in quotes.
  mutating func parseName(_ wanted: Wanted) throws(SyntaxError) -> Name {
    if current.kind == .variable { return takeVariable() }
    if current.kind == .string || isName(current) { return try takeName() }
    throw nameFault(wanted)
  }

  /// Reads the name of a segment: a path, a label in quotes, `total` or a variable.
  mutating func parseSegmentName() throws(SyntaxError) -> Name {
    if current.kind == .variable { return takeVariable() }
    if isSegmentName(current) { return try takeName() }
    throw nameFault(.segment)
  }

  /// Whether a segment's name comes next; a variable that is moved in time is a period.
  var startsSegmentName: Bool {
    if isSegmentName(current) { return true }
    let next = token(ahead: 1).kind
    return current.kind == .variable && next != .minus && next != .plus
  }

  /// Reads any word as a name, reserved or not, as `describe` does.
  mutating func parseAnyName(_ wanted: Wanted) throws(SyntaxError) -> Name {
    if current.kind == .word || current.kind == .string { return try takeName() }
    throw unexpected(wanted)
  }

  /// Reads the name that a declaration gives; `what` says to which sort of thing.
  mutating func parseDeclaredName(of what: String) throws(SyntaxError) -> Name {
    let token = current
    guard isName(token) else { throw nameFault(.name) }
    let name = try takeName()
    if what != "segment", name.text.utf8.contains(UInt8(ascii: ".")) {
      throw SyntaxError(.dottedName(quoted(name.text), what: what), at: name.range)
    }
    try checkFree(name)
    return name
  }

  /// Reads `alias` names behind the word itself.
  mutating func parseAliases() throws(SyntaxError) -> [Name] {
    try parseList { parser throws(SyntaxError) in
      let name = try parser.parseName(.name)
      try parser.checkFree(name)
      return name
    }
  }

  /// Reads items with commas between them.
  mutating func parseList<Item>(
    _ item: (inout Parser) throws(SyntaxError) -> Item
  ) throws(SyntaxError) -> [Item] {
    var items = [try item(&self)]
    while take(.comma) { items.append(try item(&self)) }
    return items
  }

  private func checkFree(_ name: Name) throws(SyntaxError) {
    let isPeriod = PeriodLabel(parsing: name.folded) != nil
    if isPeriod || Vocabulary.isReserved(name.folded) {
      throw SyntaxError(.reservedName(quoted(name.text), isPeriod: isPeriod), at: name.range)
    }
  }

  private func nameFault(_ wanted: Wanted) -> SyntaxError {
    if let fault = clauseBehindCommaFault { return fault }
    switch current.kind {
    case .word, .period:
      let isPeriod = current.kind == .period
      return SyntaxError(.reservedName(quoted(current), isPeriod: isPeriod), at: current.range)
    default: return unexpected(wanted)
    }
  }

  // MARK: - Releases

  /// Reads the name of a release whole, with its hyphens and dots, or one in quotes.
  mutating func parseReleaseName(_ wanted: Wanted = .releaseName) throws(SyntaxError) -> Name {
    if current.kind == .variable { return takeVariable() }
    if current.kind == .string { return try takeName() }
    guard let name = try takeReleaseWord() else { throw unexpected(wanted) }
    try checkFree(name)
    return name
  }

  /// The bytes that a release's name would take here.
  func releaseWordRange() -> SourceRange? {
    switch current.kind {
    case .word, .number, .period, .date, .impossibleDate, .impossibleMonth: break
    default: return nil
    }
    let start = current.range.lower
    var end = start
    while end < source.utf8.count {
      let glyph = Glyph(at: end, of: source.utf8)
      guard
        glyph.continuesWord || glyph.code == UInt8(ascii: "-") || glyph.code == UInt8(ascii: ".")
      else { break }
      end += glyph.length
    }
    return SourceRange(start, max(end, current.range.upper))
  }

  /// Takes the tokens that make up a release's name, without asking whether it is reserved.
  mutating func takeReleaseWord() throws(SyntaxError) -> Name? {
    guard let range = releaseWordRange() else { return nil }
    try requireLength(of: range)
    while !isAtEnd, current.range.lower < range.upper { advance() }
    return Name(NameFolding.compatibilityComposed(source.text(in: range)), at: range)
  }

  // MARK: - Texts

  /// Reads a text in quotes.
  mutating func parseString(_ wanted: Wanted) throws(SyntaxError) -> String {
    guard current.kind == .string else { throw unexpected(wanted) }
    let token = advance()
    return try string(of: token)
  }

  /// What a string token stands for, its escapes resolved.
  func string(of token: Token) throws(SyntaxError) -> String {
    let quote = source.utf8[token.range.lower] == UInt8(ascii: "\"") ? 1 : 3
    let bytes = source.utf8[token.range.lower + quote..<token.range.upper - quote]
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var reader = EscapedString(bytes)
    guard let text = reader.text() else {
      let range = reader.fault
      throw SyntaxError(.unknownEscape(quoted(source.text(in: range))), at: range)
    }
    return text
  }
}

/// Resolves the escapes between two quotes.
private struct EscapedString {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  /// The escape that stands for nothing, once `text` has returned nil.
  private(set) var fault = SourceRange(0, 0)

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  mutating func text() -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte != UInt8(ascii: "\\") {
        result.append(byte)
      } else if let scalar = escaped() {
        result.append(contentsOf: Array(String(scalar).utf8))
      } else {
        return nil
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func escaped() -> Unicode.Scalar? {
    let start = index - 1
    fault = SourceRange(start, min(index + 1, bytes.endIndex))
    guard index < bytes.endIndex else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return Unicode.Scalar(byte)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "u"): return codePoint(from: start)
    default: return nil
    }
  }

  /// Reads `{3042}` behind `\u`.
  private mutating func codePoint(from start: Int) -> Unicode.Scalar? {
    guard let close = bytes[index...].prefix(10).firstIndex(of: UInt8(ascii: "}")),
      bytes[index] == UInt8(ascii: "{")
    else { return nil }
    fault = SourceRange(start, close + 1)
    let digits = bytes[index + 1..<close]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    index = close + 1
    return scalar
  }
}
