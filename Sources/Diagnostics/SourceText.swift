/// A text that somebody wrote, with the name by which messages call it.
package struct SourceText: Sendable {
  /// What messages call the text: a file's path as it was typed, or `query`.
  package let name: String
  /// The text itself.
  package let utf8: [UInt8]
  private let lineStarts: [Int]

  /// A text to be read, called `name` in messages.
  package init(name: String, _ text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }

  /// A text to be read, given by its bytes.
  package init(name: String, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8
    lineStarts = SourceText.lineStarts(of: utf8)
  }

  private static let onlyLine = [0]

  /// Where the lines of a text begin; most texts are one line, of which there are thousands in a store.
  private static func lineStarts(of utf8: [UInt8]) -> [Int] {
    guard utf8.contains(UInt8(ascii: "\n")) else { return onlyLine }
    return onlyLine
      + utf8.indices.lazy.filter { utf8[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The text between the bounds of `range`.
  package func text(in range: SourceRange) -> String {
    let upper = min(max(0, range.upper), utf8.count)
    return String(decoding: utf8[min(max(0, range.lower), upper)..<upper], as: UTF8.self)
  }

  /// The place of an offset.
  package func place(at offset: Int) -> SourcePlace {
    let index = lineIndex(at: offset)
    let before = text(in: SourceRange(lineStarts[index], offset))
    return SourcePlace(line: index + 1, column: before.count + 1)
  }

  /// The range of the line that holds an offset, without its line break.
  package func line(at offset: Int) -> SourceRange {
    let index = lineIndex(at: offset)
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : utf8.count
    if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }

  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// A line and a column, both counted from 1; the column counts characters.
package struct SourcePlace: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The character in the line, from 1.
  package let column: Int
}
