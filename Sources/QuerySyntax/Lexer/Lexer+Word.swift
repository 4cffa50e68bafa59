import Diagnostics
import Metrics
import TextForm

extension Lexer {
  /// Reads what begins with a letter or a digit: a number, a date, a period, a word or a path.
  mutating func lexWord(startingWithDigit: Bool) {
    let start = index
    var isASCII = true
    let hash = skipRun(&isASCII)
    if startingWithDigit, isDigitRun(from: start, to: index) { return lexNumber(from: start) }
    if mayBePeriod(from: start, startingWithDigit: startingWithDigit), takePeriod(from: start) {
      return add(.period, from: start, isASCII: isASCII)
    }
    if skipPath(&isASCII) { return add(.word, from: start, isASCII: isASCII) }
    if isASCII {
      addWord(from: start, Vocabulary.lookup.index(of: bytes[start..<index], hash: hash))
    } else {
      addFoldedWord(from: start)
    }
  }

  /// Skips letters and digits, and hashes them.
  private mutating func skipRun(_ isASCII: inout Bool) -> UInt32 {
    var hash = WordLookup.emptyHash
    while index < bytes.count {
      let glyph = Glyph(at: index, of: bytes)
      guard glyph.continuesWord else { break }
      if glyph.length > 1 { isASCII = false }
      hash = WordLookup.combine(hash, bytes[index])
      index += glyph.length
    }
    return hash
  }

  /// Skips the further segments of a dotted path; false when there are none.
  private mutating func skipPath(_ isASCII: inout Bool) -> Bool {
    let start = index
    while let dot = glyph(at: index), dot.code == UInt8(ascii: "."),
      glyph(at: index + dot.length)?.startsWord == true
    {
      if dot.length > 1 { isASCII = false }
      index += dot.length
      _ = skipRun(&isASCII)
    }
    return index > start
  }

  private func glyph(at offset: Int) -> Glyph? {
    offset < bytes.count ? Glyph(at: offset, of: bytes) : nil
  }

  private mutating func add(_ kind: Token.Kind, from start: Int, isASCII: Bool) {
    add(kind, from: start)
    tokens[tokens.count - 1].isASCII = isASCII
  }

  private mutating func addWord(from start: Int, _ word: UInt8, isASCII: Bool = true) {
    add(.word, from: start, isASCII: isASCII)
    tokens[tokens.count - 1].word = word
    tokens[tokens.count - 1].keyword = Vocabulary.words[Int(word)].keyword
  }

  /// Adds a word that holds more than ASCII, which may be an ASCII word in another form.
  private mutating func addFoldedWord(from start: Int) {
    let folded = NameFolding.fold(text(from: start))
    if folded.utf8.allSatisfy({ (48...57).contains($0) }) {
      return add(.number, from: start, isASCII: false)
    }
    if folded.utf8.allSatisfy({ $0 < 0x80 }), PeriodLabel(parsing: folded) != nil {
      return add(.period, from: start, isASCII: false)
    }
    addWord(from: start, Vocabulary.lookup.index(of: folded.utf8), isASCII: false)
  }

  /// The text from `start` to here, in compatibility-composed form.
  private func text(from start: Int) -> String {
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    return text.utf8.count == text.unicodeScalars.count
      ? text : NameFolding.compatibilityComposed(text)
  }

  // MARK: - Numbers and dates

  /// Whether a run is digits, with single underscores between them at most.
  private func isDigitRun(from start: Int, to end: Int) -> Bool {
    var offset = start
    var follows = false
    while offset < end {
      let glyph = Glyph(at: offset, of: bytes)
      if glyph.isDigit {
        follows = true
      } else if glyph.code == UInt8(ascii: "_"), follows {
        follows = false
      } else {
        return false
      }
      offset += glyph.length
    }
    return follows
  }

  private mutating func lexNumber(from start: Int) {
    if let kind = takeDateTail(from: start) { return add(kind, from: start, isASCII: false) }
    if let dot = glyph(at: index), dot.code == UInt8(ascii: "."),
      glyph(at: index + dot.length)?.isDigit == true
    {
      index += dot.length
      skipDigits()
    }
    let isASCII = bytes[start..<index].allSatisfy { $0 < 0x80 }
    add(.number, from: start, isASCII: isASCII)
  }

  private mutating func skipDigits() {
    while let glyph = glyph(at: index) {
      let joins =
        glyph.code == UInt8(ascii: "_") && self.glyph(at: index + glyph.length)?.isDigit == true
      guard glyph.isDigit || joins else { return }
      index += glyph.length
    }
  }

  /// Takes `-11-11` or `-09` behind a year, and says what it makes of it; nil leaves a number.
  private mutating func takeDateTail(from start: Int) -> Token.Kind? {
    guard digitCount(from: start, to: index) == 4, let month = endOfTwoDigits(behind: index)
    else { return nil }
    if let day = endOfTwoDigits(behind: month), !continuesWord(at: day) {
      index = day
      return CalendarDate(parsing: text(from: start)) == nil ? .impossibleDate : .date
    }
    if continuesWord(at: month) { return nil }
    index = month
    return PeriodLabel(parsing: text(from: start)) == nil ? .impossibleMonth : .period
  }

  private func digitCount(from start: Int, to end: Int) -> Int {
    var count = 0
    var offset = start
    while offset < end, count < 5 {
      count += 1
      offset += Glyph(at: offset, of: bytes).length
    }
    return count
  }

  /// The offset behind a hyphen and two digits at `offset`.
  private func endOfTwoDigits(behind offset: Int) -> Int? {
    guard let hyphen = glyph(at: offset), hyphen.code == UInt8(ascii: "-"),
      let first = glyph(at: offset + hyphen.length), first.isDigit,
      let second = glyph(at: offset + hyphen.length + first.length), second.isDigit
    else { return nil }
    return offset + hyphen.length + first.length + second.length
  }

  private func continuesWord(at offset: Int) -> Bool { glyph(at: offset)?.continuesWord == true }

  // MARK: - Periods

  /// Whether the first characters of the word are those of a period, so that it pays to try.
  private func mayBePeriod(from start: Int, startingWithDigit: Bool) -> Bool {
    guard index - start <= 40, let first = glyph(at: start),
      let second = glyph(at: start + first.length)
    else { return false }
    if startingWithDigit { return true }
    switch first.code | 0x20 {
    case UInt8(ascii: "q"), UInt8(ascii: "h"): return second.isDigit
    case UInt8(ascii: "f"), UInt8(ascii: "c"): return second.code | 0x20 == UInt8(ascii: "y")
    default: return false
    }
  }

  /// Whether the word is a period; `Q2 FY04` is one word more, which is taken too.
  private mutating func takePeriod(from start: Int) -> Bool {
    let word = text(from: start)
    if PeriodLabel(parsing: word) != nil { return true }
    guard word.utf8.count == 2, let end = endOfFiscalYear(behind: index) else { return false }
    let before = index
    index = end
    if PeriodLabel(parsing: text(from: start).filter { $0 != " " && $0 != "\t" }) != nil {
      return true
    }
    index = before
    return false
  }

  /// The offset behind white space and a word that begins with `FY`.
  private func endOfFiscalYear(behind offset: Int) -> Int? {
    var offset = offset
    while let glyph = glyph(at: offset), glyph.isSpace { offset += glyph.length }
    guard let first = glyph(at: offset), first.code | 0x20 == UInt8(ascii: "f"),
      let second = glyph(at: offset + first.length), second.code | 0x20 == UInt8(ascii: "y")
    else { return nil }
    while let glyph = glyph(at: offset), glyph.continuesWord { offset += glyph.length }
    return offset
  }
}
