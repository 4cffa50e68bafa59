import Diagnostics
import MetricStore
import QueryEngine
import QuerySyntax
import TextForm

/// The colours of a statement that is being typed.
///
/// They say what the language takes each word for. A name that nobody declared is told as long as it
/// can't become one that somebody did; in a statement that gives names, none is.
final class StatementHighlighter {
  private let session: Session
  private var names: KnownNames?
  /// The head of the store that the names are of.
  private var head: Digest?

  /// A highlighter for statements of a session.
  init(session: Session) {
    self.session = session
  }

  /// Looks the names up anew where anything has been appended: it may have declared some.
  func forgetNames() {
    let head = try? session.store.head()
    if head == nil || head != self.head { names = nil }
    self.head = head
  }

  /// The styled parts of `line`; `earlier` holds the statement's lines above.
  func spans(of line: String, after earlier: String) -> [StyledSpan] {
    let start = earlier.isEmpty ? 0 : earlier.utf8.count + 1
    let text = earlier.isEmpty ? line : earlier + "\n" + line
    return spans(of: text).compactMap { span in
      guard span.range.upperBound > start else { return nil }
      let lower = max(0, span.range.lowerBound - start)
      return StyledSpan(lower..<span.range.upperBound - start, span.style)
    }
  }

  private func spans(of text: String) -> [StyledSpan] {
    let commands = CommandLines(in: text)
    let spans = statementSpans(of: commands.statements) + commands.spans
    return commands.spans.isEmpty
      ? spans : spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func statementSpans(of text: String) -> [StyledSpan] {
    let source = SourceText(name: "prompt", text)
    var usesNames = true
    var given: Set<String> = []
    var definesNames = false
    var previous = ""
    return QueryParser.coloredTokens(of: source).compactMap { token in
      let word = NameFolding.fold(source.text(in: token.range))
      defer { previous = word }
      if token.kind == .beginning {
        usesNames = Self.usesNames(word)
        // What stands before the sign is given names: that of the saved query and of its parameters.
        definesNames = word == "define"
      }
      if word == "=" { definesNames = false }
      if previous == "as" || definesNames, token.kind == .name { given.insert(word) }
      guard let style = style(of: token.kind) else {
        guard usesNames, !given.contains(word), token.kind != .sign else { return nil }
        return span(ofName: token, word, isLast: token.range.upper == source.utf8.count)
      }
      return StyledSpan(token.range.lower..<token.range.upper, style)
    }
  }

  /// A name is shown plainly unless it is unknown, or a saved query's, which a statement begins with.
  private func span(ofName token: ColoredToken, _ word: String, isLast: Bool) -> StyledSpan? {
    let names = self.names ?? KnownNames(session: session)
    self.names = names
    let range = token.range.lower..<token.range.upper
    if names.savedQueries.contains(word) { return StyledSpan(range, .strong) }
    if names.contains(word) { return nil }
    if token.kind == .wordOrName { return StyledSpan(range, .word) }
    if isLast, names.hasName(beginningWith: word) || Self.isBeginningOfWord(word) { return nil }
    return StyledSpan(range, .wrong)
  }

  /// The style of whatever is no name and no sign.
  private func style(of kind: ColoredToken.Kind) -> StyledSpan.Style? {
    switch kind {
    case .beginning: .strong
    case .word, .variable: .word
    case .number, .period: .figure
    case .string: .text
    case .comment: .faint
    case .unclosed, .stray: .wrong
    case .name, .wordOrName, .sign: nil
    }
  }

  /// Whether what begins with `word` names things that are there, and gives no names itself.
  private static func usesNames(_ word: String) -> Bool {
    Vocabulary.verbs.contains(word) || statementsWithNames.contains(word)
  }

  private static let statementsWithNames: Set<String> = [
    "bridge", "check", "compare", "describe", "expect", "explain", "why",
  ]

  private static let words =
    Vocabulary.verbs + Vocabulary.statementWords + Vocabulary.clauseWords
    + Vocabulary.scalarFunctions + Vocabulary.dimensions + Vocabulary.extras

  private static func isBeginningOfWord(_ word: String) -> Bool {
    words.contains { $0.hasPrefix(word) }
  }
}
