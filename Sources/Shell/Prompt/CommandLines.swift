import QuerySyntax
import TextForm

/// The dot commands among the lines of a text, for colouring them.
struct CommandLines {
  /// The text with spaces in place of the commands, so that everything else stays where it is.
  private(set) var statements = ""
  /// The names of the commands, in their order.
  private(set) var spans: [StyledSpan] = []

  /// Finds the commands, which stand where no statement is open.
  init(in text: String) {
    guard text.contains(".") else {
      statements = text
      return
    }
    var offset = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !statements.isEmpty || offset > 0 { statements += "\n" }
      if let call = DotCommand.call(in: line), !QueryParser.needsAnotherLine(statements) {
        addSpan(of: call.name, in: line, at: offset)
        statements += String(repeating: " ", count: line.utf8.count)
      } else {
        statements += line
      }
      offset += line.utf8.count + 1
    }
  }

  /// A name that can still become that of a command is shown plainly.
  private mutating func addSpan(of name: String, in line: Substring, at offset: Int) {
    let start = offset + line.utf8.prefix { $0 != UInt8(ascii: ".") }.count
    let isKnown = DotCommand.named(name) != nil
    let isBeginning = DotCommand.all.contains { $0.name.hasPrefix(name) }
    if isBeginning, !isKnown, start + name.utf8.count == offset + line.utf8.count { return }
    spans.append(StyledSpan(start..<start + name.utf8.count, isKnown ? .strong : .wrong))
  }
}
