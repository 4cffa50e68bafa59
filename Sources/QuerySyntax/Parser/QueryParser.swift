package import Diagnostics

/// The statements of a script that could be read, and what was wrong with the others.
package struct ParsedScript: Sendable {
  /// The statements in the order typed, without those that have a fault.
  package let statements: [Statement]
  /// The faults in the order of their places.
  package let diagnostics: [Diagnostic]
}

/// The way from text to tree.
package enum QueryParser {
  /// Reads every statement of a text.
  ///
  /// A faulty statement is left out and reading goes on behind it, so that one run reports all
  /// errors of a script.
  ///
  /// For example, `parse(SourceText(name: "query", "show revenue si"))` has one statement.
  package static func parse(_ source: SourceText) -> ParsedScript {
    var parser = Parser(source)
    return parser.parseScript()
  }

  /// Whether a text typed at the prompt stops inside a bracket or a string, or ends in a comma, an
  /// operator or a backslash, and so needs another line before it can be run.
  package static func needsAnotherLine(_ text: String) -> Bool {
    Lexer.lex(SourceText(name: "query", text)).isOpen
  }
}
