/// Why a file isn't the UTF-8 text that it should be.
enum EncodingFault: Hashable, Sendable {
  /// A NUL byte, which no text holds.
  case nulByte(offset: Int)
  /// A byte that UTF-8 doesn't allow at its place, and what the file seems to be written in.
  case invalidByte(UInt8, offset: Int, guess: TextEncoding?)
  /// The file begins, or goes on, like UTF-16.
  case utf16
  /// The file begins as no text does.
  case otherFormat(FileFormat)
}

/// The formats, other than text, in which tables come to people.
enum FileFormat: Hashable, Sendable {
  case workbook
  case oldWorkbook
  case pdf
  case compressed
  case json
  case markup

  /// The format of a text that is no table of fields; nil for any other.
  init?(ofText bytes: [UInt8]) {
    let signs = Array(bytes.lazy.filter { $0 > UInt8(ascii: " ") }.prefix(2))
    switch signs.first {
    case UInt8(ascii: "{"): self = .json
    case UInt8(ascii: "[") where signs == Array("[{".utf8): self = .json
    case UInt8(ascii: "<"): self = .markup
    default: return nil
    }
  }

  /// The format that the first bytes of a file tell; nil for a text.
  init?(of bytes: [UInt8]) {
    let signatures: [([UInt8], FileFormat)] = [
      ([0x50, 0x4B, 0x03, 0x04], .workbook), ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook),
      (Array("%PDF-".utf8), .pdf), ([0x1F, 0x8B], .compressed),
    ]
    guard let format = signatures.first(where: { bytes.starts(with: $0.0) })?.1 else { return nil }
    self = format
  }
}

/// The encodings, other than UTF-8, that a file of figures is likely to be in.
package enum TextEncoding: Hashable, Sendable {
  case latin1
  case windows1252
  case shiftJIS

  /// What the bytes from the first that isn't UTF-8 look like; nil when they look like nothing.
  ///
  /// Nothing is ever read on a guess: it only finds the words for the error.
  static func guess(_ bytes: [UInt8]) -> TextEncoding? {
    if looksLikeShiftJIS(bytes) { return .shiftJIS }
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    var result = TextEncoding.latin1
    for byte in bytes where (0x80...0x9F).contains(byte) {
      if undefined.contains(byte) { return nil }
      result = .windows1252
    }
    return result
  }

  /// Whether every high byte has its place in Shift_JIS, and kana or common kanji stand side by
  /// side, as the signs that Windows-1252 has in their place hardly do.
  private static func looksLikeShiftJIS(_ bytes: [UInt8]) -> Bool {
    var (index, endOfLast, neighbours) = (0, -1, 0)
    while index < bytes.count {
      switch bytes[index] {
      case 0x81...0x9F, 0xE0...0xFC:
        guard index + 1 < bytes.count, isSecondOfPair(bytes[index + 1]) else { return false }
        if bytes[index] <= 0x9F {
          if endOfLast == index { neighbours += 1 }
          endOfLast = index + 2
        }
        index += 2
      case 0x80, 0xA0, 0xFD...0xFF: return false
      default: index += 1
      }
    }
    return neighbours > 0
  }

  private static func isSecondOfPair(_ byte: UInt8) -> Bool {
    (0x40...0xFC).contains(byte) && byte != 0x7F
  }
}

extension TextEncoding {
  /// What keeps `bytes` from being UTF-8 text; nil when nothing does.
  static func fault(in bytes: [UInt8]) -> EncodingFault? {
    if let format = FileFormat(of: bytes) { return .otherFormat(format) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    guard let offset = firstFault(in: bytes) else { return nil }
    if bytes[offset] == 0 { return isUTF16(bytes) ? .utf16 : .nulByte(offset: offset) }
    return .invalidByte(bytes[offset], offset: offset, guess: guess(bytes))
  }

  /// The offset of the first byte that is NUL or not UTF-8; nil when there is none.
  private static func firstFault(in bytes: [UInt8]) -> Int? {
    var index = 0
    while true {
      index = endOfPlainText(in: bytes, from: index)
      guard index < bytes.count else { return nil }
      guard let length = sequenceLength(in: bytes, at: index) else { return index }
      index += length
    }
  }

  /// Skips ASCII eight bytes at a time, because nearly all of a file of figures is that.
  private static func endOfPlainText(in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      var index = start
      while index + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // A high bit is left in the first byte that is zero or not ASCII, and in none before it.
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 != 0 { break }
        index += 8
      }
      while index < buffer.count, buffer[index] > 0, buffer[index] < 0x80 { index += 1 }
      return index
    }
  }

  /// The number of bytes of the character at `index`; nil when it is none.
  private static func sequenceLength(in bytes: [UInt8], at index: Int) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    let rest = bytes[index + 2..<index + length]
    return rest.allSatisfy { (0x80...0xBF).contains($0) } ? length : nil
  }

  /// Whether about every other byte is NUL, as in UTF-16 without its mark.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(256)
    let nulCount = sample.count { $0 == 0 }
    return nulCount * 5 >= sample.count * 2 && nulCount * 5 <= sample.count * 3
  }
}
