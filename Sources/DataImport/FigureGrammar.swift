/// Reads figures as people print them: `2,832,355`, `(829,760)`, `△829,760`, `13.2%`, `¥1,234`.
///
/// A lenient number parser is a silent loss: it reads `12abc` as 12 and `1,000` as 1. This one takes
/// the whole text or says why not, and counts only in integers, so that no digit changes.
package enum FigureGrammar {
  /// The figure in a stretch of UTF-8 bytes; nil when the text says that there is none.
  ///
  /// Nothing, `.`, `n/a`, `NA` and `#N/A` say so. A dash alone is a printed nil.
  ///
  /// - Parameters:
  ///   - bytes: The text that holds it.
  ///   - range: Where it stands.
  ///   - mark: What stands before decimals; nil where that is uncertain, and a figure with either mark
  ///     is refused.
  /// - Returns: The figure; nil when there is none.
  /// - Throws: Why the text is no figure.
  package static func figure(
    in bytes: [UInt8], _ range: Range<Int>, decimalMark mark: DecimalMark? = .point
  ) throws(FigureFault) -> Figure? {
    let range = ByteText.trimmed(bytes, range)
    if isMissing(bytes, range) { return nil }
    let isFolded = bytes[range].allSatisfy { mark == .point ? $0 < 0x80 : ByteText.isDigit($0) }
    guard isFolded else {
      return try figure(folding: String(decoding: bytes[range], as: UTF8.self), mark)
    }
    if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "-") { return .printedNil }
    var reader = FigureReader(bytes, range)
    return try reader.figure()
  }

  /// The figure in a text; nil when the text says that there is none.
  package static func figure(
    in text: String, decimalMark mark: DecimalMark? = .point
  ) throws(FigureFault) -> Figure? {
    let bytes = Array(text.utf8)
    return try figure(in: bytes, bytes.indices, decimalMark: mark)
  }

  private static func figure(
    folding text: String, _ mark: DecimalMark?
  ) throws(FigureFault) -> Figure? {
    var folded = FigureFolding.fold(text)
    let range = ByteText.trimmed(folded, folded.indices)
    if isMissing(folded, range) { return nil }
    if FigureFolding.isDash(folded[range]) { return .printedNil }
    switch mark {
    case .point: break
    case .comma: folded = FigureFolding.pointForm(of: folded)
    case nil: if FigureFolding.hasMark(folded) { throw .unsaidDecimalMark }
    }
    var reader = FigureReader(folded, range)
    let figure = try reader.figure()
    return Figure(
      mantissa: figure.mantissa, places: figure.places, unit: figure.unit, isPlain: false)
  }

  private static func isMissing(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    switch range.count {
    case 0: true
    case 1: bytes[range.lowerBound] == UInt8(ascii: ".")
    case 2: ByteText.matches(bytes, range, "na")
    case 3: ByteText.matches(bytes, range, "n/a")
    case 4: ByteText.matches(bytes, range, "#n/a")
    default: false
    }
  }
}

/// Turns the signs of print into those of ASCII.
///
/// This isn't the folding of names: that one makes a digit of the footnote mark in `5²`.
private enum FigureFolding {
  /// The text with full-width forms made narrow, every minus sign made `-`, and without what has no
  /// width.
  static func fold(_ text: String) -> [UInt8] {
    var folded = ""
    for scalar in text.unicodeScalars where !isWithoutWidth(scalar) {
      folded.unicodeScalars.append(fold(scalar))
    }
    return Array(folded.utf8)
  }

  /// Whether a scalar is one of the marks that pages and spreadsheets put around figures.
  ///
  /// One that shows digits in another order than they are written in isn't among them, nor is a hyphen
  /// that shows at the end of a line only: either could change what is read.
  private static func isWithoutWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202D, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Whether the text is one dash of any width.
  static func isDash(_ text: ArraySlice<UInt8>) -> Bool {
    ["-", "—", "―"].contains { $0.utf8.elementsEqual(text) }
  }

  /// A figure with a decimal comma as it is written with a decimal point.
  ///
  /// Points group its thousands, and so may spaces and apostrophes between two digits.
  static func pointForm(of text: [UInt8]) -> [UInt8] {
    text.indices.map { index in
      switch text[index] {
      case UInt8(ascii: ","): UInt8(ascii: ".")
      case UInt8(ascii: "."): UInt8(ascii: ",")
      case UInt8(ascii: " "), UInt8(ascii: "'"):
        standsBetweenDigits(index, in: text) ? UInt8(ascii: ",") : text[index]
      default: text[index]
      }
    }
  }

  /// Whether a comma or a point stands beside a digit.
  static func hasMark(_ text: [UInt8]) -> Bool {
    text.indices.contains { index in
      let isMark = text[index] == UInt8(ascii: ",") || text[index] == UInt8(ascii: ".")
      let isBehindDigit = index > 0 && ByteText.isDigit(text[index - 1])
      let isBeforeDigit = index + 1 < text.count && ByteText.isDigit(text[index + 1])
      return isMark && (isBehindDigit || isBeforeDigit)
    }
  }

  private static func standsBetweenDigits(_ index: Int, in text: [UInt8]) -> Bool {
    index > 0 && index + 1 < text.count && ByteText.isDigit(text[index - 1])
      && ByteText.isDigit(text[index + 1])
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFFE5: "¥"
    case 0xFFE1: "£"
    case 0x2010...0x2013, 0x2212, 0xFE63, 0x25B3, 0x25B2: "-"
    case 0x00A0, 0x2009, 0x202F, 0x3000: " "
    case 0x2019: "'"
    default: scalar
    }
  }
}
