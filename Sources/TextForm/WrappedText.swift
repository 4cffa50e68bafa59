/// Text in the room that a terminal has for it.
package enum WrappedText {
  /// The narrowest terminal on which anything is worth to be wrapped or shortened.
  package static let leastWidth = 20

  /// The least room behind the spaces that a line begins with; with less, it begins without them.
  private static let leastRoom = 12

  /// The lines of a text, none wider than `width` terminal cells.
  ///
  /// Lines end between words; a word that is wider than a line ends where the line does, or behind a
  /// sign that parts names. What follows
  /// begins as far to the right as the text does, and `hanging` cells further.
  package static func lines(of text: String, width: Int, hanging: Int = 0) -> [String] {
    if width < 2 || DisplayWidth.of(text) <= width { return [text] }
    let indent = text.prefix { $0 == " " }.count
    let start = width - indent - hanging < leastRoom ? 0 : indent + hanging
    var wrapping = Wrapping(width: width, start: start)
    var rest = text[...]
    while !rest.isEmpty {
      let gap = rest.prefix { $0 == " " }
      let word = rest[gap.endIndex...].prefix { $0 != " " }
      wrapping.add(word, behind: gap)
      rest = rest[word.endIndex...]
    }
    return wrapping.lines + [wrapping.line]
  }

  /// A text that ends in `…` where it is wider than `width` terminal cells.
  package static func shortened(_ text: String, to width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    return String(prefix(of: text[...], width: width - 1)) + "…"
  }

  /// As much of a text's begin as takes no more than `width` terminal cells.
  package static func prefix(of text: Substring, width: Int) -> Substring {
    var taken = 0
    return text.prefix { character in
      taken += DisplayWidth.of(character)
      return taken <= width
    }
  }
}

/// Lines that are filled word by word.
private struct Wrapping {
  let width: Int
  /// How many spaces every line but the first begins with.
  let start: Int
  private(set) var lines: [String] = []
  private(set) var line = ""
  private var taken = 0
  private var hasWord = false

  init(width: Int, start: Int) {
    self.width = width
    self.start = start
  }

  /// Adds a word; the spaces before it are left out where a line ends there.
  mutating func add(_ word: Substring, behind gap: Substring) {
    let wordWidth = DisplayWidth.of(String(word))
    let fitsBelow = wordWidth <= width - start || taken + gap.count >= width - 1
    if hasWord, taken + gap.count + wordWidth > width, fitsBelow, !word.isEmpty {
      endLine()
    } else {
      append(gap, width: gap.count)
    }
    var rest = word
    while taken + DisplayWidth.of(String(rest)) > width {
      let piece = Wrapping.part(of: WrappedText.prefix(of: rest, width: width - taken))
      if piece.isEmpty, taken <= start { break }
      append(piece, width: 0)
      rest = rest[piece.endIndex...]
      endLine()
    }
    append(rest, width: DisplayWidth.of(String(rest)))
    hasWord = hasWord || !word.isEmpty
  }

  /// What stays on a line of a word that goes on below: up to the last sign that parts names, where
  /// that leaves no more than half of the line.
  private static func part(of piece: Substring) -> Substring {
    guard let sign = piece.lastIndex(where: { "._/".contains($0) }) else { return piece }
    let part = piece[...sign]
    return part.count * 2 < piece.count ? piece : part
  }

  private mutating func append(_ text: Substring, width: Int) {
    line += text
    taken += width
  }

  private mutating func endLine() {
    lines.append(line)
    line = String(repeating: " ", count: start)
    taken = start
    hasWord = false
  }
}
