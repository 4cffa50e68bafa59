import QuerySyntax

/// A part of what is entered or read: statements that belong together, or a dot command.
enum PromptPiece: Equatable {
  /// Statements, behind as many line breaks as there are lines above them, so that messages name the
  /// right line.
  case statements(String)
  /// A line that begins with a dot, where no statement is open, and its number, from 1.
  case command(String, line: Int)

  /// The pieces of a text, in their order.
  static func pieces(of text: String) -> [PromptPiece] {
    var pieces: [PromptPiece] = []
    var pending: [Substring] = []
    var lineNumber = 0
    func flush() {
      guard pending.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
      let breaks = String(repeating: "\n", count: lineNumber - pending.count)
      pieces.append(.statements(breaks + pending.joined(separator: "\n")))
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let isOpen = QueryParser.needsAnotherLine(pending.joined(separator: "\n"))
      if !isOpen, line.first(where: { !$0.isWhitespace }) == "." {
        flush()
        pending = []
        pieces.append(.command(String(line), line: lineNumber + 1))
      } else {
        pending.append(line)
      }
      lineNumber += 1
    }
    flush()
    return pieces
  }
}
