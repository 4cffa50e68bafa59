/// One character of a source text, told by what it is for the lexer.
///
/// Full-width forms are their ASCII forms here, so that `２Q04` and `2Q04` take the same path; the
/// length says how many bytes were really there.
struct Glyph {
  /// An ASCII code, or one of the classes below for what has none.
  let code: UInt8
  /// The number of bytes.
  let length: Int

  /// A letter or a number sign outside ASCII.
  static let letter: UInt8 = 0x80
  /// A mark that combines with the letter before it.
  static let mark: UInt8 = 0x81
  /// A dash longer than a minus.
  static let dash: UInt8 = 0x82
  /// Anything else outside ASCII, bytes that are no UTF-8 included.
  static let other: UInt8 = 0x83

  /// Whether a word can begin with it.
  var startsWord: Bool {
    switch code {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), Glyph.letter:
      true
    default: false
    }
  }

  /// Whether a word can go on with it.
  var continuesWord: Bool { startsWord || code == Glyph.mark }

  /// Whether it is one of the digits from 0 to 9.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(code) }

  /// Whether it is white space inside a line.
  var isSpace: Bool { code == 0x20 || code == 0x09 || code == 0x0D || code == 0x0C || code == 0x0B }

  /// The character at `index` of `bytes`, which must be inside.
  @inline(__always)
  init(at index: Int, of bytes: [UInt8]) {
    let first = bytes[index]
    if first < 0x80 {
      code = first
      length = 1
    } else {
      (code, length) = Glyph.decoded(at: index, of: bytes)
    }
  }

  private static func decoded(at index: Int, of bytes: [UInt8]) -> (UInt8, Int) {
    let window = bytes[index..<min(index + 4, bytes.count)]
    var decoder = UTF8()
    var iterator = window.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (other, 1) }
    return (code(of: scalar), UTF8.width(scalar))
  }

  private static func code(of scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
    case 0x3001: UInt8(ascii: ",")
    case 0x2212: UInt8(ascii: "-")
    case 0x2013, 0x2014: dash
    case 0xFEFF: 0x20
    default: classCode(of: scalar.properties.generalCategory)
    }
  }

  private static func classCode(of category: Unicode.GeneralCategory) -> UInt8 {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber:
      letter
    case .nonspacingMark, .spacingMark: mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: 0x20
    default: other
    }
  }
}
