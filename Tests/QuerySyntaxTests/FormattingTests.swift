import Diagnostics
import Testing

@testable import QuerySyntax

/// A script and its form; nil where it has that form already.
struct FormattingCase: CustomTestStringConvertible, Sendable {
  let name: String
  let script: String
  let formatted: String

  init(_ name: String, _ script: String, _ formatted: String? = nil) {
    self.name = name
    self.script = script
    self.formatted = formatted ?? script
  }

  var testDescription: String { name }
}

@Suite("formatted scripts") struct FormattingTests {
  @Test("have one form, and keep what people wrote", arguments: cases)
  func form(_ example: FormattingCase) {
    #expect(format(example.script) == example.formatted)
    #expect(format(example.formatted) == example.formatted)
  }

  @Test("of the sample keep every statement and comment", arguments: SampleScripts.names)
  func samples(_ name: String) throws {
    let text = try SampleScripts.text(name)
    let formatted = format(text)
    #expect(format(formatted) == formatted)
    let statements = parse(text).statements.map(\.canonicalText)
    #expect(parse(formatted).statements.map(\.canonicalText) == statements)
    #expect(comments(formatted) == comments(text))
    #expect(!statements.isEmpty)
  }

  private func format(_ text: String) -> String {
    let source = SourceText(name: "test", text)
    return QueryParser.parse(source).formatted(from: source)
  }

  /// The lines that are comments, which in the sample stand on lines of their own.
  private func comments(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.hasPrefix("#") }
  }

  private static let cases: [FormattingCase] = [
    .init("nothing", "", ""),
    .init("empty lines alone", "\n\n  \n", ""),
    .init("no line break at the end", "show a", "show a\n"),
    .init("words, spaces and signs", "SHOW  a ,b  SI 、c\n", "show a, b SI, c\n"),
    .init("several on a line", "show a; show b;;show c\n", "show a\nshow b\nshow c\n"),
    .init("a statement over lines", "show a,\n  b\n  for 2Q04\n", "show a, b for 2Q04\n"),
    .init("a joined line", "show a \\\nfor 2Q04\n", "show a for 2Q04\n"),
    .init("common indentation", "    show a\n    show b\n", "show a\nshow b\n"),
    .init("carriage returns", "show a\r\n\r\n# b \r\nshow c\r\n", "show a\n\n# b\nshow c\n"),
    .init("a byte order mark", "\u{FEFF}show a\n", "show a\n"),
    .init(
      "comments on lines of their own", "# one\n#two\nshow a\n  # three\nshow b\n# four\n",
      "# one\n#two\nshow a\n# three\nshow b\n# four\n"),
    .init(
      "comments behind statements", "show a # one\nshow b;#two\n", "show a  # one\nshow b  #two\n"),
    .init(
      "a comment behind the last of a line", "show a; show b # two\n", "show a\nshow b  # two\n"),
    .init(
      "comments inside a statement", "# zero\nshow a, # one\n  # two\n  b # three\nshow c\n",
      "# zero\n# one\n# two\nshow a, b  # three\nshow c\n"),
    .init(
      "comments inside a table", "expect a { # one\n  1, 2; # two\n}\n",
      "# one\n# two\nexpect a {1, 2}\n"),
    .init(
      "empty lines", "\n\nshow a\n\n\n\nshow b\nshow c\n \n# one\n\nshow d\n\n",
      "show a\n\nshow b\nshow c\n\n# one\n\nshow d\n"),
    .init("an empty line inside a statement", "show a,\n\n  b\nshow c\n", "show a, b\nshow c\n"),
    .init(
      "a sign of a comment in a text", "print \"# no comment\" # but this\n",
      "print \"# no comment\"  # but this\n"),
    .init("a text over lines", "print \"one\n# two\"\n", "print \"one\\n# two\"\n"),
    .init("full-width signs", "＃ one\nshow a；show b ＃ two\n", "＃ one\nshow a\nshow b  ＃ two\n"),
    .init("only comments", "# one\n\n\n# two", "# one\n\n# two\n"),
    .init(
      "a name that would go on with the next line", "describe not; results()\n",
      "describe \"not\"\nresults()\n"),
    .init("a name that ends in a sign", "describe a-; results()\n", "describe \"a-\"\nresults()\n"),
  ]
}
