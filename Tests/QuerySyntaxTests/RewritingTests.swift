import Diagnostics
import Testing

@testable import QuerySyntax

/// A statement, and what it is with values in the places of names.
struct RewritingCase: CustomTestStringConvertible, Sendable {
  let source: String
  let result: String

  init(_ source: String, _ result: String) {
    self.source = source
    self.result = result
  }

  var testDescription: String { source }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let statement = try #require(parse(source).statements.first, sourceLocation: sourceLocation)
    let rewritten = try TreeRewriting(Values()).statement(statement)
    #expect(rewritten.canonicalText == result, sourceLocation: sourceLocation)
    #expect(
      parse(result).statements.map(\.canonicalText) == [result], sourceLocation: sourceLocation)
  }
}

/// What stands for `$p` and `p`, and so on, in these tests.
private struct Values: Substitution {
  private static let texts = [
    "m": "revenue", "n": "-5%", "p": "2Q04", "q": "a + b", "r": "110.20", "s": "si",
    "t": "\"a b\"",
  ]

  func value(of name: Name, as role: NameRole) -> Expression? {
    guard let text = Values.texts[name.folded] else { return nil }
    let place = SourceRange(900, 900)
    switch parse("let x = \(text)").statements.first?.kind {
    case .assignment(_, .period(let period)): return Expression(.period(period), at: place)
    case .assignment(_, .number(let number)): return Expression(.number(number), at: place)
    case .assignment(_, .string(let text)): return Expression(.string(text), at: place)
    case .assignment(_, .name(let name)): return Expression(.name(name), at: place)
    default: return formula(text)
    }
  }

  private func formula(_ text: String) -> Expression? {
    guard case .query(let query) = parse("show x, \(text)").statements.first?.kind else {
      return nil
    }
    return query.measures.last?.expression
  }
}

@Suite("values in the places of names") struct RewritingTests {
  @Test("variables", arguments: variableCases)
  func variables(_ example: RewritingCase) throws { try example.check() }

  @Test("parameters, which are bare names", arguments: parameterCases)
  func parameters(_ example: RewritingCase) throws { try example.check() }

  @Test("a wrong use is told at its place", arguments: wrongCases)
  func wrongUses(_ marked: String, _ message: String) throws {
    let place = marked.utf8.count - marked.drop { $0 != "❯" }.utf8.count
    let text = marked.replacing("❯", with: "")
    let statement = try #require(parse(text).statements.first)
    let fault = #expect(throws: Diagnostic.self) {
      try TreeRewriting(Values()).statement(statement)
    }
    #expect(fault?.message == message)
    #expect(fault?.range?.lower == place)
  }

  @Test("every node of a value has the place of its name")
  func places() throws {
    let statement = try #require(parse("show x + $q for $p").statements.first)
    guard case .query(let query) = try TreeRewriting(Values()).statement(statement).kind,
      case .binary(_, _, let value) = query.measures[0].expression.kind,
      case .parenthesized(let inner) = value.kind, case .binary(let left, _, _) = inner.kind,
      case .name(let name) = left.kind, case .columns(let columns) = query.clauses[0].kind,
      case .period(let period) = columns[0].kind
    else {
      Issue.record("the statement is another one")
      return
    }
    for range in [value.range, inner.range, left.range, name.range] {
      #expect(range == SourceRange(9, 11))
    }
    #expect(period.range == SourceRange(16, 18))
  }

  private static let variableCases: [RewritingCase] = [
    .init("show $m $s for $p, yoy($p)", "show revenue si for 2Q04, yoy(2Q04)"),
    .init("show $m[$s, $p] - $m[$p]", "show revenue[si, 2Q04] - revenue[2Q04]"),
    .init("show $m[$p - 1 year]", "show revenue[2Q04 - 1 year]"),
    .init("show 2 * $q", "show 2 * (a + b)"),
    .init("show x - $n", "show x - -5%"),
    .init("show x $s, y $p", "show x si, y 2Q04"),
    .init("show x $p", "show x 2Q04"),
    .init("show x $p-$p", "show x 2Q04-2Q04"),
    .init("show x $p - 1 year", "show x 2Q04 - 1 year"),
    .init("show $t $t", "show \"a b\" \"a b\""),
    .init("show x from $p to $p + 1 year", "show x from 2Q04 to 2Q04 + 1 year"),
    .init("show x since $p until $p", "show x since 2Q04 until 2Q04"),
    .init("show x as of $s", "show x as of si"),
    .init("show x of $s in USD at $r", "show x of si in USD at 110.20"),
    .init(
      "show x where value > $n and segment = $t", "show x where value > -5% and segment = \"a b\""),
    .init("show x order by $p desc, $m", "show x order by 2Q04 desc, revenue"),
    .init("expect show x for $p = $n", "expect show x for 2Q04 = -5%"),
    .init("expect show x in [$n, $n]", "expect show x in [-5%, -5%]"),
    .init("why $m for $p", "why revenue for 2Q04"),
    .init("explain show $m for $p", "explain show revenue for 2Q04"),
    .init("define f(z) = show $m for z", "define f(z) = show revenue for z"),
    .init("f($p, $s)", "f(2Q04, si)"),
    .init("history $m $s for $p", "history revenue si for 2Q04"),
    .init("compare release $s with $t", "compare release si with \"a b\""),
    .init("bridge $m $s from $p to $p", "bridge revenue si from 2Q04 to 2Q04"),
    .init("metric a = b * $n", "metric a = b * -5%"),
    .init("identity a = b * $n", "identity a = b * -5%"),
    .init("segment a until $p", "segment a until 2Q04"),
    .init("show x for $p - 1 year + 2 quarters", "show x for 2Q04 - 2 quarters"),
    .init("show x for $p - 1 year + 1 year", "show x for 2Q04"),
  ]

  private static let parameterCases: [RewritingCase] = [
    .init("show m s for p, yoy(p)", "show revenue si for 2Q04, yoy(2Q04)"),
    .init("show x p", "show x 2Q04"),
    .init("show m[s, p] as s", "show revenue[si, 2Q04] as s"),
    .init("show x s.*", "show x si.*"),
    .init("show x as of s", "show x as of si"),
    .init("show \"m\" \"s\"", "show \"m\" \"s\""),
  ]

  private static let wrongCases: [(String, String)] = [
    ("show x for ❯$n", "$n is the number -5%, and a period such as 2Q04 belongs here"),
    ("show x for yoy(❯$s)", "$s is the name si, and a period such as 2Q04 belongs here"),
    ("show x ❯$n", "$n is the number -5%, and the name of a segment belongs here"),
    ("show x ❯$p, si", "$p is the period 2Q04, and the name of a segment belongs here"),
    ("show x of ❯$p", "$p is the period 2Q04, and the name of a company belongs here"),
    (
      "show x as of ❯$p",
      "$p is the period 2Q04, and a date or the name of a release belongs here"
    ),
    ("show ❯$q[si]", "$q is the expression a + b, and the name of a metric belongs here"),
    ("show x for ❯t", "t is the text \"a b\", and a period such as 2Q04 belongs here"),
    (
      "show x $p ❯for 1Q04",
      "`for` can't stand beside `2Q04`, because both choose the same thing"
    ),
  ]
}
