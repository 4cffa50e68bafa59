import Diagnostics
import Testing

@testable import QuerySyntax

@Suite("saved queries as trees") struct SavedQueryTests {
  private func definition(_ text: String) throws -> SavedQueryDeclaration {
    guard case .declaration(.savedQuery(let definition)) = parse(text).statements.first?.kind else {
      throw Missing()
    }
    return definition
  }

  private func call(_ text: String) throws -> SavedQueryCall {
    guard case .invocation(let call) = parse(text).statements.first?.kind else { throw Missing() }
    return call
  }

  private struct Missing: Error {}

  private static let bodies: [(definition: String, call: String, body: String)] = [
    ("define f(p) = show a for p, p - 1 year", "f(2Q04)", "show a for 2Q04, 2Q04 - 1 year"),
    ("define f(m) = show m / 2, m", "f(a + b)", "show (a + b) / 2, a + b"),
    // Both at once: what is put in is not looked through again.
    ("define f(a, b) = show a, b", "f(b, a)", "show b, a"),
    ("define f(s, p) = show a s p", "f(si, 2Q04)", "show a si 2Q04"),
    ("define f(s, p) = show a s.* for p", "f(\"A B\", latest)", "show a \"A B\".* for latest"),
    ("define f(s) = show 2 * a s", "f(si)", "show 2 * a si"),
    ("define f(s) = show a * 2 s", "f(si)", "show a * 2 si"),
    ("define f(m) = show m[si], \"m\"", "f(a)", "show a[si], \"m\""),
    ("define f(p) = g(p, si) in million", "f(2Q04)", "g(2Q04, si) in million"),
    ("define f(d) = show a as of d", "f(\"iij-2q04\")", "show a as of \"iij-2q04\""),
  ]

  @Test("have arguments in the places of parameters", arguments: bodies)
  func body(definition text: String, call: String, body: String) throws {
    let arguments = try self.call(call).arguments
    let statement = try definition(text).body(with: arguments, movedBy: 0)
    #expect(statement.canonicalText == body)
  }

  @Test("keep the places of arguments, and move those of the definition")
  func places() throws {
    let definition = try definition("define f(p) = show a + b for p")
    let arguments = try call("f(2Q04)").arguments
    guard case .query(let query) = try definition.body(with: arguments, movedBy: 1_000).kind,
      case .columns(let columns) = query.clauses[0].kind,
      case .period(let period) = columns[0].kind
    else {
      Issue.record("the statement is another one")
      return
    }
    #expect(query.range == SourceRange(1_014, 1_030))
    #expect(query.measures[0].expression.range == SourceRange(1_019, 1_024))
    #expect(period.range == SourceRange(2, 6))
  }

  @Test("tell what belongs in the places of names") func roles() throws {
    let definition = try definition(
      "define f(a) = show a[b, c], d e.* for f where g > 1 order by h of i as of j in USD at k")
    let uses = definition.body.nameUses.map { "\($0.name.text) \($0.role.word)" }
    #expect(
      uses == [
        "a metric", "b segment", "c period", "d measure", "f period", "g value", "h value",
        "i company", "j date or release", "k value", "e segment",
      ])
  }

  @Test("keep a value that is called like a parameter apart from it") func hygiene() throws {
    let definition = parse("define f(si, p) = show a si, $s for p").statements[0]
    #expect(
      try TreeRewriting(Segment()).statement(definition).canonicalText
        == "define f(si, p) = show a si, \"si\" for p")
  }

  @Test("refuse a parameter with the sign of variables") func sign() throws {
    let definition = parse("define f(s) = show a $s").statements[0]
    let fault = #expect(throws: Diagnostic.self) {
      try TreeRewriting(Segment()).statement(definition)
    }
    #expect(fault?.message == "s is a parameter, and $ stands before variables")
    #expect(fault?.range == SourceRange(21, 23))
  }

  /// The segment `si` for `$s`.
  private struct Segment: Substitution {
    func value(of name: Name, as role: NameRole) -> Expression? {
      guard name.isVariable else { return nil }
      let place = SourceRange(0, 0)
      return Expression(.name(Name("si", at: place)), at: place)
    }
  }
}
