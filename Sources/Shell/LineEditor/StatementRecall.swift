/// A statement as one line, for a list of statements.
///
/// In a statement a line break with the white space around it means no more than a space: so it becomes
/// one. A `\` at the end of a line has done its work and goes, and so does a comment. A statement of one
/// line stays as typed. In a text in quotation marks the line breaks are lost, so that the line is for
/// looking at, and not for running.
///
/// For example: `show revenue,\n    costs  # both\n  by quarter` → `show revenue, costs by quarter`.
package func singleLine(recalling statement: String) -> String {
  let lines = statement.split(whereSeparator: \.isNewline)
  guard lines.count > 1 else { return statement }
  var scanner = StatementLineScanner()
  return lines.map { scanner.code(of: $0) }.filter { !$0.isEmpty }.joined(separator: " ")
}

/// Takes the comment and the continuation mark off one line after the other.
private struct StatementLineScanner {
  /// Whether a quotation mark of an earlier line is still open.
  private var isQuoted = false

  mutating func code(of line: Substring) -> Substring {
    var code = line[..<endOfCode(line)]
    if !isQuoted, trimmed(code).last == "\\" { code = trimmed(code).dropLast() }
    return trimmed(code)
  }

  private mutating func endOfCode(_ line: Substring) -> Substring.Index {
    var isEscaped = false
    for index in line.indices {
      switch line[index] {
      case _ where isEscaped: isEscaped = false
      case "\\" where isQuoted: isEscaped = true
      case "\"": isQuoted.toggle()
      case "#" where !isQuoted: return index
      default: break
      }
    }
    return line.endIndex
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
