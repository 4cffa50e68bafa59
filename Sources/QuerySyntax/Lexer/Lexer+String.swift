extension Lexer {
  /// Reads a string from its opening quote to the closing one, which has the same width.
  ///
  /// A string may go on over lines. One that never closes ends with the line on which it opens, so
  /// that the statements below it are still read.
  mutating func lexString(quoteLength: Int) {
    let start = index
    index += quoteLength
    var lineEnd: Int?
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += hasEscapedByte ? 2 : 1
      case UInt8(ascii: "\n"):
        lineEnd = lineEnd ?? index
        if start < stringsStayOnLineBefore || lineStartsStatement(at: index + 1) {
          return addUnclosedString(from: start, lineEnd: lineEnd)
        }
        index += 1
      case _ where closesString(quoteLength: quoteLength):
        index += quoteLength
        return add(.string, from: start)
      default: index += 1
      }
    }
    endsInsideString = true
    addUnclosedString(from: start, lineEnd: lineEnd)
  }

  private var hasEscapedByte: Bool {
    index + 1 < bytes.count && bytes[index + 1] != UInt8(ascii: "\n")
  }

  private func closesString(quoteLength: Int) -> Bool {
    if quoteLength == 1 { return bytes[index] == UInt8(ascii: "\"") }
    let glyph = Glyph(at: index, of: bytes)
    return glyph.code == UInt8(ascii: "\"") && glyph.length == quoteLength
  }

  private mutating func addUnclosedString(from start: Int, lineEnd: Int?) {
    stringsStayOnLineBefore = max(stringsStayOnLineBefore, index)
    index = lineEnd ?? index
    if index > start + 1, bytes[index - 1] == UInt8(ascii: "\r") { index -= 1 }
    add(.unclosedString, from: start)
  }
}
