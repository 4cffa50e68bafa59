import Diagnostics
import TextForm

/// Turns the tokens of a script into trees, one method for one production of the grammar.
///
/// The grammar is read by recursive descent without backtracking: every production looks at the
/// current token, seldom at the next one or two, and either takes what is its own or throws the one
/// thing that is wrong. The methods are spread over files by the area of the grammar: statements,
/// declarations, queries, clauses, periods, expressions, units and names.
///
/// A production throws a `SyntaxError`; `parseScript` alone catches it, states it, and goes on behind
/// the end of the statement, which the lexer has marked. So a script tells all its errors, and one
/// error doesn't breed others. Where a well-known slip has one right form, the production that meets
/// it says what to type; those are in `Parser+Slips.swift`.
///
/// Whatever is typed, reading ends and never overflows the stack. Nesting and the number of
/// operators have limits, because a tree is walked and released by recursion. Long chains are read
/// in loops, and every loop makes progress because each turn takes a token or throws.
struct Parser {
  /// How deep brackets, calls and signs may nest.
  static let nestingLimit = 256
  /// How many operators a statement may have; a chain of sums is as deep as it is long.
  static let operatorLimit = 1_000
  /// How many bytes a name or a label may have.
  static let nameLimit = 1_000
  /// After how many errors reading stops.
  static let errorLimit = 200

  let source: SourceText
  let tokens: [Token]
  var position = 0
  /// The token at which the current production has to stop, as if the statement ended there.
  var boundary: Int
  var nesting = 0
  var operatorCount = 0
  /// Whether comparisons may stand in the expression that is being read.
  var isInCondition = false
  /// Whether a name behind a number belongs to the number.
  var numbersTakeNames = true
  /// Whether a comma between digits separates items and can't be meant within a number.
  var isInList = false
  /// The parameters, folded, of the query that is being saved.
  var parameters: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  /// A parser at the start of a text.
  init(_ source: SourceText) {
    self.source = source
    tokens = Lexer.lex(source).tokens
    boundary = tokens.count - 1
  }

  /// Reads every statement.
  mutating func parseScript() -> ParsedScript {
    var statements: [Statement] = []
    while current.kind != .endOfText {
      if current.kind == .end {
        position += 1
        continue
      }
      let start = position
      do throws(SyntaxError) {
        statements.append(try parseWholeStatement())
      } catch {
        state(error)
        recover(from: start, reported: error.range)
        if diagnostics.count >= Parser.errorLimit {
          stopReading()
          break
        }
      }
    }
    return ParsedScript(statements: statements, diagnostics: diagnostics)
  }

  private mutating func parseWholeStatement() throws(SyntaxError) -> Statement {
    boundary = tokens.count - 1
    nesting = 0
    operatorCount = 0
    isInCondition = false
    numbersTakeNames = true
    isInList = false
    parameters = []
    let statement = try parseStatement()
    guard current.kind == .end else { throw unexpected(.anotherStatement) }
    return statement
  }

  // MARK: - Errors

  private mutating func state(_ error: SyntaxError) {
    diagnostics.append(error.diagnostic)
  }

  /// Skips to the end of the statement, and states on the way what no grammar could read.
  private mutating func recover(from start: Int, reported: SourceRange) {
    boundary = tokens.count - 1
    position = start
    while current.kind != .end, current.kind != .endOfText {
      if current.isLexicalError, current.range != reported { state(lexicalError(of: current)) }
      position += 1
    }
  }

  private mutating func stopReading() {
    diagnostics.removeLast(diagnostics.count - Parser.errorLimit)
    state(SyntaxError(.tooManyErrors(limit: Parser.errorLimit), at: current.range))
  }

  /// Enters a bracket, a call or a sign; throws where the nesting gets too deep.
  mutating func enter() throws(SyntaxError) {
    nesting += 1
    if nesting > Parser.nestingLimit {
      throw SyntaxError(.nestedTooDeeply(limit: Parser.nestingLimit), at: current.range)
    }
  }

  /// Leaves what `enter` entered.
  mutating func leave() {
    nesting -= 1
  }

  /// Counts an operator of the statement; throws where there are too many.
  mutating func countOperator() throws(SyntaxError) {
    operatorCount += 1
    if operatorCount > Parser.operatorLimit {
      throw SyntaxError(.operatorsTooMany(limit: Parser.operatorLimit), at: current.range)
    }
  }
}
