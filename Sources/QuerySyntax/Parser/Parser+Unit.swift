import Diagnostics
import Metrics

extension Parser {
  /// Reads a unit, a scale, or both in either order: `JPY`, `million`, `million yen`, `JPY/share`.
  mutating func parseUnitPhrase() throws(SyntaxError) -> UnitPhrase {
    let start = position
    guard startsUnit(current) || current.kind == .percent else { throw unexpected(.unit) }
    var text = try parseUnitTerm()
    let isScale = UnitText.scales[text.lowercased()] != nil
    if isScale ? startsUnit(current) : isScaleWord(current) { text += " " + (try parseUnitTerm()) }
    let range = range(from: start)
    guard let unit = UnitText(parsing: text) else {
      throw SyntaxError(.unitAmiss(quoted(text)), at: range)
    }
    return UnitPhrase(unit: unit, at: range)
  }

  /// Whether the token can begin a unit.
  ///
  /// Units have names of their own, so most words of the
  /// language are free; those that begin a clause are not, as they go on with the statement.
  func startsUnit(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    let excluded: WordRoles = [.clause, .operator]
    return vocabulary(token).roles.isDisjoint(with: excluded) && token.keyword != .alias
  }

  /// Whether the token is a scale such as `million`.
  func isScaleWord(_ token: Token) -> Bool {
    token.kind == .word && token.word == 0 && UnitText.scales[folded(token)] != nil
  }

  private mutating func parseUnitTerm() throws(SyntaxError) -> String {
    if take(.percent as Token.Kind) { return "%" }
    var text = text(of: advance())
    while take(.slash) {
      guard current.kind == .word else { throw unexpected(.unit) }
      text += "/" + self.text(of: advance())
    }
    return text
  }
}
