import Diagnostics
import Metrics

extension CanonicalText {
  /// Adds a name, in quotes where it needs them.
  mutating func add(_ name: Name) {
    if name.isVariable { return add("$" + name.text) }
    let isBare = !name.isQuoted && CanonicalText.isWord(name.text)
    if isBare { add(name.text) } else { addQuoted(name.text) }
  }

  /// Adds the name of a release, which may hold hyphens and dots.
  mutating func addRelease(_ name: Name) {
    if name.isVariable { return add("$" + name.text) }
    let isBare =
      !name.isQuoted && CanonicalText.isReleaseWord(name.text)
      && !CanonicalText.continuesLine(name.text)
    if isBare { add(name.text) } else { addQuoted(name.text) }
  }

  /// Adds a text in quotes, with escapes for what can't stand between them on one line.
  mutating func addQuoted(_ string: String) {
    if string.utf8.allSatisfy(CanonicalText.isPlainByte) { return add("\"\(string)\"") }
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where CanonicalText.needsEscape(scalar):
        quoted += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    add(quoted + "\"")
  }

  /// Whether a byte is printable ASCII that stands for itself between quotes.
  private static func isPlainByte(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Adds what was typed freely, such as the value of a setting, in quotes unless it is plain.
  mutating func addPhrase(_ phrase: String) {
    if CanonicalText.isPlain(phrase) { add(phrase) } else { addQuoted(phrase) }
  }

  /// Adds a number with its percent sign or scale.
  mutating func add(_ number: NumberLiteral) {
    add(number.text)
    if number.scaleExponent == -2 {
      add("%")
    } else if let word = UnitText.scaleWord(of: number.scaleExponent) {
      add(" " + word)
    }
  }

  /// Adds a unit with its scale behind it.
  mutating func add(_ phrase: UnitPhrase) {
    let unit = phrase.unit
    if unit.scaleExponent == -2 { return add("percent") }
    let scale = UnitText.scaleWord(of: unit.scaleExponent)
    if unit.isScaleOnly, let scale { return add(scale) }
    add((unit.numerator.isEmpty ? ["ratio"] : unit.numerator).joined(separator: "*"))
    for name in unit.denominator { add("/" + name) }
    if let scale { add(" " + scale) }
  }

  /// Whether a text reads as one word, so that it needs no quotes.
  static func isWord(_ text: String) -> Bool {
    if text == Grain.calendarQuarter.rawValue || text == Grain.calendarYear.rawValue { return true }
    let tokens = Lexer.lex(SourceText(name: "name", text)).tokens
    return tokens.count == 3 && tokens[0].kind == .word
      && tokens[0].range == SourceRange(0, text.utf8.count)
  }

  private static func isReleaseWord(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let glyph = Glyph(at: index, of: bytes)
      let isSign = glyph.code == UInt8(ascii: "-") || glyph.code == UInt8(ascii: ".")
      guard index == 0 ? glyph.startsWord : glyph.continuesWord || isSign else { return false }
      index += glyph.length
    }
    return index > 0
  }

  /// Whether a phrase is words of ASCII with single spaces, which read back as they are.
  private static func isPlain(_ phrase: String) -> Bool {
    let words = phrase.split(separator: " ", omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      isReleaseWord(String(word)) && word.utf8.allSatisfy { $0 < 0x80 }
        && word.last != "-" && word.last != "."
    } && !continuesLine(words.last ?? "")
  }

  /// Whether a line that ends in a phrase would go on with the next line.
  private static func continuesLine(_ phrase: some StringProtocol) -> Bool {
    phrase.hasSuffix("-") || ["and", "or", "not"].contains(phrase.lowercased())
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
