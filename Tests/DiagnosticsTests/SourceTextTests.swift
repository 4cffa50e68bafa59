import Testing

@testable import Diagnostics

@Suite("Places in a text")
struct SourceTextTests {
  private static let source = SourceText(name: "q", "売上\r\nab\n\ncd")

  @Test(
    "an offset is a line and a character",
    arguments: [
      (0, 1, 1), (3, 1, 2), (6, 1, 3), (8, 2, 1), (10, 2, 3), (11, 3, 1), (12, 4, 1), (14, 4, 3),
      (99, 4, 3), (-5, 1, 1),
    ])
  func place(offset: Int, line: Int, column: Int) {
    #expect(Self.source.place(at: offset) == SourcePlace(line: line, column: column))
  }

  @Test(
    "a line is without its line break",
    arguments: [(0, "売上"), (7, "売上"), (8, "ab"), (10, "ab"), (11, ""), (12, "cd"), (99, "cd")])
  func line(offset: Int, text: String) {
    #expect(Self.source.text(in: Self.source.line(at: offset)) == text)
  }

  @Test(
    "a range outside the text gives what is inside it",
    arguments: [(-3, 3, "売"), (12, 99, "cd"), (50, 99, ""), (-9, -3, ""), (12, 3, "")])
  func text(lower: Int, upper: Int, text: String) {
    #expect(Self.source.text(in: SourceRange(lower, upper)) == text)
  }

  @Test("a text that ends with a line break has an empty last line")
  func lastLine() {
    let source = SourceText(name: "q", "a\n")
    #expect(source.place(at: 2) == SourcePlace(line: 2, column: 1))
    #expect(source.line(at: 2) == SourceRange(2, 2))
  }

  @Test("a character of several scalars is one column")
  func cluster() {
    #expect(SourceText(name: "q", "e\u{301}x").place(at: 3).column == 2)
  }

  @Test("ranges join to the smallest that holds both")
  func union() {
    #expect(SourceRange(5, 7).union(SourceRange(1, 2)) == SourceRange(1, 7))
    #expect(SourceRange(5, 3) == SourceRange(5, 5))
  }
}
