import Diagnostics

extension QueryParser {
  /// What keeps a text typed at the prompt open, as a person would look for it; nil where it is complete.
  ///
  /// It is the quotation mark of a string, the innermost bracket, the comma or operator at the end, or the
  /// backslash there, whichever comes first in this order: what is closed last counts most.
  package static func openSign(of text: String) -> String? {
    let source = SourceText(name: "query", text)
    let lexed = Lexer.lex(source)
    guard lexed.isOpen else { return nil }
    if lexed.endsInsideString { return "\"" }
    let tokens = lexed.tokens.dropLast().filter { $0.kind != .end }
    guard let last = tokens.last else { return "\\" }
    let bracket = unmatchedBrackets(lexed.tokens).max().map { lexed.tokens[$0] }
    if let bracket, bracket.range.lower >= startOfLastStatement(lexed.tokens) {
      return source.text(in: bracket.range)
    }
    return last.continuesLine ? source.text(in: last.range) : "\\"
  }

  /// Where the last statement begins, finished or not.
  private static func startOfLastStatement(_ tokens: [Token]) -> Int {
    let ends = tokens.indices.filter { tokens[$0].kind == .end }
    return ends.dropLast().last.map { tokens[$0].range.upper } ?? 0
  }
}
