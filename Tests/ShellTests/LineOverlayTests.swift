import TextForm
import Testing

@testable import Shell

@Suite("The overlay of a line") struct LineOverlayTests {
  init() { useUTF8Characters() }

  private static let texts = [
    "", "x", "show revenue", "show revenue, cost_of_revenue si by quarter", "売上高売上高売上高売上高売上",
    "a売上高売上高売上高", "show revenue,\n\tcost_of_revenue\nprint \"x\"", "1234567890123", "a\tb\tc",
    "12345678901234567890123456789\n",
  ]

  @Test("writes every character where it is, and comes back to the cursor", arguments: texts)
  func sameCells(text: String) throws {
    for width in 3...24 {
      for split in 0...text.count {
        try expectSameCells(text, cursor: split, width: width)
      }
    }
  }

  private func expectSameCells(_ text: String, cursor: Int, width: Int) throws {
    let line = (
      beforeCursor: String(text.prefix(cursor)), afterCursor: String(text.dropFirst(cursor))
    )
    let overlay = LineOverlay(
      prompt: "ab> ", line: line,
      spans: text.isEmpty ? [] : [StyledSpan(0..<1, .strong), StyledSpan(2..<5, .figure)],
      width: width, height: 40)
    let painting = try #require(overlay.painting)
    let place = try #require(ScreenPosition(after: "ab> " + line.beforeCursor, width: width))
    var drawn = TerminalScreen(width: width, height: 40)
    drawn.show("ab> ")
    for scalar in text.unicodeScalars {
      drawn.settle()
      drawn.show(Self.asLibEditShows(scalar, at: drawn.column, width: width))
    }
    drawn.place(row: place.row, column: place.column)
    var painted = drawn
    painted.show(painting)
    #expect(painted.rows == drawn.rows, "\(text) at \(width)")
    #expect(painted.row == place.row && painted.column == place.column, "\(text) at \(width)")
  }

  private static func asLibEditShows(
    _ scalar: Unicode.Scalar, at column: Int, width: Int
  ) -> String {
    switch scalar {
    case "\n": "\r\n"
    case "\t": String(repeating: " ", count: min(8 - column % 8, width - column))
    default: String(scalar)
    }
  }

  @Test("colours what has a style") func colors() {
    let overlay = LineOverlay(
      prompt: "> ", line: ("show 2Q04", ""),
      spans: [StyledSpan(0..<4, .strong), StyledSpan(5..<9, .figure)], width: 80, height: 24)
    #expect(
      overlay.painting
        == "\r\u{1B}[2C\u{1B}[m\u{1B}[1mshow\u{1B}[m \u{1B}[m\u{1B}[35m2Q04\u{1B}[m\u{1B}[J\r\u{1B}[11C"
    )
  }

  @Test(
    "shows as much of a suggestion as there is room for, behind the end",
    arguments: [
      ("show re", "", 40, "> show revenue by quarter"), ("show re", "", 16, "> show revenue…"),
      ("show re", "", 12, "> show re"), ("sho", "w", 40, "> show"),
    ]) func suggestion(before: String, after: String, width: Int, shown: String)
  {
    let overlay = LineOverlay(
      prompt: "> ", line: (before, after), suggestion: "venue by quarter", width: width, height: 24)
    var screen = TerminalScreen(width: width, height: 24)
    screen.show("> " + before)
    screen.show(overlay.painting ?? "nothing")
    #expect(screen.rows[0] == shown && screen.column == 2 + before.count)
    screen.show(LineOverlay.clearBelow)
    #expect(screen.rows[0] == "> " + before)
  }

  @Test(
    "stays away where it can't know what the screen holds",
    arguments: [
      ("a combining mark", "e\u{301}", 80, 24), ("a control character", "a\u{7}", 80, 24),
      ("more rows than the terminal has", "1234567890", 5, 2), ("no terminal", "a", 0, 24),
    ]) func nothing(_: String, text: String, width: Int, height: Int)
  {
    let overlay = LineOverlay(prompt: "> ", line: (text, ""), width: width, height: height)
    #expect(overlay.painting == nil)
  }
}

@Suite("A suggestion from history") struct HistorySuggestionTests {
  private static let entries = [
    "show revenue", "ratio gross_margin si", "show revenue by quarter", "売上\nx",
  ]

  @Test(
    "goes on with the newest entry that begins so",
    arguments: [
      ("sh", "ow revenue by quarter"), ("show revenue", " by quarter"),
      ("show revenue by quarter", nil),
      ("ratio gross_margin s", "i"), ("", nil), (" ", nil), ("Show", nil), ("売", "上\nx"),
    ] as [(String, String?)]) func suggestion(text: String, rest: String?)
  {
    #expect(historySuggestion(for: text, in: Self.entries) == rest)
  }

  @Test(
    "is taken word by word",
    arguments: [
      (" by quarter", " by"), ("ow revenue", "ow"), ("_of_revenue si", "_of_revenue"), ("", ""),
      ("(revenue)", "(revenue"), ("…", "…"),
    ]) func words(suggestion: String, word: String)
  {
    #expect(firstWord(of: suggestion) == word)
  }
}

@Suite("A pasted block") struct PastedBlockTests {
  @Test(
    "keeps its line breaks and tabs, and neither its end nor what controls a terminal",
    arguments: [
      ("a\r\n\tb\rc\n\n", "a\n\tb\nc"), ("show\u{1B}[31m revenue\u{7}", "show[31m revenue"),
      ("\n", ""), ("売上\u{7F}", "売上"), ("a\u{2028}b", "a\nb"),
    ]) func block(pasted: String, inserted: String)
  {
    #expect(insertable(pasted: pasted) == inserted)
  }

  @Test(
    "comes back from the history as it was, or as one line where it is one statement",
    arguments: [
      ("show revenue,\n  costs", "show revenue, costs"),
      ("show revenue\nshow costs", "show revenue\nshow costs"), ("show revenue", "show revenue"),
    ]) func recalled(entry: String, line: String)
  {
    #expect(recalledStatement(entry) == line)
  }
}

@Suite("Whether there are colours") struct ColorChoiceTests {
  @Test(
    "is asked of the option, the terminal and the environment",
    arguments: [
      (ColorChoice.auto, true, ["TERM": "xterm"], true), (.auto, false, ["TERM": "xterm"], false),
      (.auto, true, ["TERM": "dumb"], false), (.auto, true, [:], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
      (.always, false, ["TERM": "dumb", "NO_COLOR": "1"], true),
      (.never, true, ["TERM": "xterm"], false),
    ]) func allowsColor(
      choice: ColorChoice, isTerminal: Bool, environment: [String: String], isAllowed: Bool
    )
  {
    #expect(
      choice.allowsColor(isTerminal: isTerminal, environment: { environment[$0] }) == isAllowed)
  }
}
