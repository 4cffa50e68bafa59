package import Diagnostics

/// Writes a script with each statement in its canonical text, and everything else that a person put
/// there: comments where they were, and the empty lines that tell groups apart.
///
/// A comment on a line of its own stays before the statement below it, and one behind a statement
/// behind it. A comment inside a statement, which becomes one line, goes before it. Of several empty
/// lines one is kept.
struct ScriptFormatter {
  /// What stands on lines of its own, with the stretch of the script that it takes the place of.
  private struct Item {
    var lines: [String]
    var range: SourceRange
  }

  private let source: SourceText
  private var items: [Item] = []

  private init(_ source: SourceText) {
    self.source = source
  }

  /// The text of a script of those statements, which has no faults.
  static func format(_ statements: [Statement], of source: SourceText) -> String {
    var formatter = ScriptFormatter(source)
    formatter.add(statements)
    return formatter.text
  }

  // MARK: - Statements and comments

  private mutating func add(_ statements: [Statement]) {
    var comments = comments[...]
    for statement in statements {
      while let comment = comments.first, comment.upper <= statement.range.lower {
        add(comment)
        comments.removeFirst()
      }
      let inner = comments.prefix { $0.lower < statement.range.upper }
      comments.removeFirst(inner.count)
      items.append(
        Item(lines: inner.map(text) + [statement.canonicalText], range: statement.range))
    }
    for comment in comments { add(comment) }
  }

  private mutating func add(_ comment: SourceRange) {
    guard let last = items.last, breaks(between: last.range.upper, and: comment.lower) == 0 else {
      items.append(Item(lines: [text(of: comment)], range: comment))
      return
    }
    items[items.count - 1].lines[last.lines.count - 1] += "  " + text(of: comment)
    items[items.count - 1].range = last.range.union(comment)
  }

  /// A comment without the white space behind it.
  private func text(of comment: SourceRange) -> String {
    var text = source.text(in: comment)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The comments of the script, each up to the end of its line: what begins with `#` between tokens.
  private var comments: [SourceRange] {
    var comments: [SourceRange] = []
    var end = 0
    for token in Lexer.lex(source).tokens {
      comments += self.comments(from: end, to: token.range.lower)
      end = max(end, token.range.upper)
    }
    return comments
  }

  private func comments(from lower: Int, to upper: Int) -> [SourceRange] {
    var comments: [SourceRange] = []
    var index = lower
    while index < upper {
      let glyph = Glyph(at: index, of: source.utf8)
      if glyph.code == UInt8(ascii: "#") {
        let end = source.line(at: index).upper
        comments.append(SourceRange(index, end))
        index = end
      } else {
        index += glyph.length
      }
    }
    return comments
  }

  // MARK: - Lines

  private var text: String {
    var text = ""
    var end: Int?
    for item in items {
      if let end, breaks(between: end, and: item.range.lower) > 1 { text += "\n" }
      for line in item.lines { text += line + "\n" }
      end = item.range.upper
    }
    return text
  }

  private func breaks(between lower: Int, and upper: Int) -> Int {
    source.utf8[lower..<max(lower, upper)].count { $0 == UInt8(ascii: "\n") }
  }
}

extension ParsedScript {
  /// The script with each statement in its canonical text on a line of its own.
  ///
  /// Comments and the empty lines between groups stay; `source` is what the script was read from.
  /// Formatting the result again changes nothing.
  package func formatted(from source: SourceText) -> String {
    ScriptFormatter.format(statements, of: source)
  }
}
