import Diagnostics
import Testing

@Suite("A diagnostic in lines for a person")
struct DiagnosticFormatterTests {
  @Test("place, message, line, caret and notes")
  func everything() {
    let text = """
      query:1:6: error: there is no metric revenu
          show revenu si
               ^~~~~~
        did you mean revenue?
      """
    let notes = ["did you mean revenue?"]
    #expect(format("show revenu si", 5, 11, "there is no metric revenu", notes) == text)
  }

  @Test("the caret stands under a Japanese label, two cells a character")
  func japanese() {
    let text = """
      query:1:10: error: two segments are called 接続
          show 売上高 接続 2Q04
                      ^~~~
      """
    #expect(format("show 売上高 接続 2Q04", 15, 21, "two segments are called 接続") == text)
  }

  @Test("a tab is one cell, before the caret as under it")
  func tab() {
    #expect(format("show\tx\ty", 5, 8, "m") == "query:1:6: error: m\n    show x y\n         ^~~")
  }

  @Test("a range at the end of the text has a caret behind it", arguments: [4, 5, 99])
  func endOfText(upper: Int) {
    #expect(format("show", 4, upper, "m") == "query:1:5: error: m\n    show\n        ^")
  }

  @Test("an empty text has a caret of its own")
  func emptyText() {
    #expect(format("", 0, 0, "m") == "query:1:1: error: m\n    \n    ^")
  }

  @Test("a range over several lines marks what is on the first")
  func severalLines() {
    #expect(format("show a,\n  b", 5, 11, "m") == "query:1:6: error: m\n    show a,\n         ^~")
  }

  @Test(
    "a line break of two characters is not shown",
    arguments: [(5, 5), (5, 6), (5, 8), (6, 7), (6, 8)])
  func carriageReturn(lower: Int, upper: Int) {
    #expect(format("show \r\nx", lower, upper, "m").hasSuffix("error: m\n    show \n         ^"))
  }

  @Test("a second line is found by its number")
  func secondLine() {
    #expect(format("a\r\nbc d\n", 6, 7, "m") == "query:2:4: error: m\n    bc d\n       ^")
  }

  @Test("a long line is cut on either side of the mark")
  func longLine() {
    let side = String(repeating: "x", count: 100)
    let kept = String(repeating: "x", count: 48)
    let text =
      "query:1:101: error: m\n    …\(kept)BAD\(kept)…\n    " + String(repeating: " ", count: 49)
      + "^~~"
    #expect(format(side + "BAD" + side, 100, 103, "m") == text)
  }

  @Test("a long mark is cut too, and its line of tildes with it")
  func longMark() {
    let lines = format(String(repeating: "y", count: 500), 0, 500, "m").split(separator: "\n")
    #expect(lines[1] == "    " + String(repeating: "y", count: 48) + "…")
    #expect(lines[2] == "    ^" + String(repeating: "~", count: 48))
  }

  @Test("nothing in it can steer the terminal")
  func hostile() {
    let source = SourceText(name: "a\u{1B}.kq", "x\u{202E}y")
    let diagnostic = Diagnostic("id", "no \u{1B}", at: SourceRange(4, 5), notes: ["\u{7}"])
    let text = "a\\u{1B}.kq:1:3: error: no \\u{1B}\n    x\\u{202E}y\n             ^\n  \\u{7}"
    #expect(DiagnosticFormatter.format(diagnostic, in: source) == text)
  }

  @Test("a tab in the middle of bytes that are no text doesn't trap")
  func brokenBytes() {
    let source = SourceText(name: "q", utf8: [0xFF, 0x09, 0xE5, 0x96])
    let diagnostic = Diagnostic("id", "m", at: SourceRange(3, 4))
    #expect(DiagnosticFormatter.format(diagnostic, in: source).hasPrefix("q:1:4: error: m\n"))
  }

  @Test(
    "without a place there is the message alone", arguments: [Diagnostic.Severity.warning, .note])
  func placeless(severity: Diagnostic.Severity) {
    let diagnostic = Diagnostic("id", severity: severity, "m", notes: ["n"])
    let text = "\(severity.rawValue): m\n  n"
    #expect(DiagnosticFormatter.format(diagnostic, in: SourceText(name: "q", "x")) == text)
    #expect(DiagnosticFormatter.format(diagnostic, in: nil) == text)
  }

  private func format(
    _ text: String, _ lower: Int, _ upper: Int, _ message: String, _ notes: [String] = []
  ) -> String {
    DiagnosticFormatter.format(
      Diagnostic("id", message, at: SourceRange(lower, upper), notes: notes),
      in: SourceText(name: "query", text))
  }
}
