extension Lexer {
  /// The white space that stands before every line of a text that is not blank or a comment.
  ///
  /// A script pasted from an indented place would otherwise be one statement.
  static func commonIndentation(of bytes: [UInt8]) -> Int {
    var common = Int.max
    var index = 0
    while index < bytes.count, common > 0 {
      var width = 0
      while index < bytes.count {
        let glyph = Glyph(at: index, of: bytes)
        guard glyph.isSpace else { break }
        width += 1
        index += glyph.length
      }
      guard index < bytes.count else { break }
      if !"\n#".utf8.contains(bytes[index]) { common = min(common, width) }
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      index += 1
    }
    return common == Int.max ? 0 : common
  }
}
