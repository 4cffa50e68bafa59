import TextForm
import Testing

@testable import Shell

@Suite("The drawing of a line") struct LineDrawingTests {
  init() { useUTF8Characters() }

  private static let texts = [
    "", "x", "show revenue", "show revenue, cost_of_revenue si by quarter", "売上高売上高売上高売上高売上",
    "a売上高売上高売上高", "show revenue,\n\tcost_of_revenue\nprint \"x\"", "1234567890123", "a\tb\tc",
    "12345678901234567890123456789\n",
  ]

  @Test("writes every character where it belongs, whatever was there", arguments: texts)
  func cells(text: String) {
    for width in [3, 4, 5, 7, 8, 12, 24] {
      for split in 0...text.count {
        expectCells(
          of: EditedLine(String(text.prefix(split)), String(text.dropFirst(split))), width: width)
      }
    }
  }

  private func expectCells(of line: EditedLine, width: Int) {
    let drawing = LineDrawing(
      prompt: "ab> ", line: line,
      spans: line.text.isEmpty ? [] : [StyledSpan(0..<1, .strong), StyledSpan(2..<5, .figure)],
      width: width, height: 40)
    var expected = TerminalScreen(width: width, height: 40)
    expected.show("ab> ")
    for scalar in line.text.unicodeScalars {
      expected.settle()
      expected.show(Self.shown(scalar, at: expected.column, width: width))
    }
    var screen = TerminalScreen(width: width, height: 40)
    screen.show(String(repeating: "~", count: width * 40))
    screen.place(row: 0, column: width - 1)
    let (output, drawn) = drawing.drawing(over: LineDrawing.Drawn())
    screen.show(output)
    let place = ScreenPosition(after: "ab> " + line.beforeCursor, width: width)
    #expect(screen.rows == expected.rows, "\(line) at \(width)")
    #expect(screen.row == place.row && screen.column == place.column, "\(line) at \(width)")
    #expect(drawn.rowsAboveCursor == place.row && !drawn.isCut)
  }

  private static func shown(_ scalar: Unicode.Scalar, at column: Int, width: Int) -> String {
    switch scalar {
    case "\n": "\r\n"
    case "\t": String(repeating: " ", count: min(8 - column % 8, width - column))
    default: String(scalar)
    }
  }

  @Test("colours what has a style") func colors() {
    let drawing = LineDrawing(
      prompt: "> ", line: EditedLine("show 2Q04"),
      spans: [StyledSpan(0..<4, .strong), StyledSpan(5..<9, .figure)], width: 80, height: 24)
    #expect(
      drawing.drawing(over: LineDrawing.Drawn()).output
        == "\r> \u{1B}[m\u{1B}[1mshow\u{1B}[m \u{1B}[m\u{1B}[35m2Q04\u{1B}[m\u{1B}[J\r\u{1B}[11C")
  }

  @Test(
    "shows as much of a suggestion as there is room for, behind the end",
    arguments: [
      ("show re", "", 40, "> show revenue by quarter…"), ("show re", "", 16, "> show revenue…"),
      ("show re", "", 12, "> show re"), ("sho", "w", 40, "> show"),
    ]) func suggestion(before: String, after: String, width: Int, shown: String)
  {
    let drawing = LineDrawing(
      prompt: "> ", line: EditedLine(before, after), suggestion: "venue by quarter\n  for 2Q04",
      width: width, height: 24)
    var screen = TerminalScreen(width: width, height: 24)
    screen.show(drawing.drawing(over: LineDrawing.Drawn()).output)
    #expect(screen.rows[0] == shown && screen.column == 2 + before.count)
  }

  @Test(
    "shows the rows around the cursor of a line that is taller than the terminal",
    arguments: [
      ("at its end", "a\nb\nc\nd\ne", "", ["c", "d", "e", "… rows 3 to 5 of 5"], 2, 1),
      ("at its beginning", "", "a\nb\nc\nd\ne", ["> a", "b", "c", "… rows 1 to 3 of 5"], 0, 2),
      ("in its middle", "a\nb\nc", "\nd\ne", ["> a", "b", "c", "… rows 1 to 3 of 5"], 2, 1),
      (
        "where it wraps", "1234567890123456789012345678",
        "901234567890123456789012345678901234567890123456789012345",
        [
          "> 123456789012345678", "90123456789012345678", "90123456789012345678",
          "… rows 1 to 3 of 5",
        ],
        1, 10
      ),
      (
        "where a wide character doesn't fit", "", "12345678901234567売\n売上高売上高売上高売上高\n\n",
        ["> 12345678901234567", "売", "売上高売上高売上高売", "… rows 1 to 3 of 6"], 0, 2
      ),
      ("where it fits", "a\nb\nc\nd", "", ["> a", "b", "c", "d"], 3, 1),
    ]) func window(
      _: String, before: String, after: String, rows: [String], cursorRow: Int, cursorColumn: Int
    )
  {
    let drawing = LineDrawing(
      prompt: "> ", line: EditedLine(before, after), width: 20, height: 4)
    var screen = TerminalScreen(width: 20, height: 4)
    let (output, drawn) = drawing.drawing(over: LineDrawing.Drawn())
    screen.show(String(repeating: "~", count: 80))
    screen.place(row: 0, column: 0)
    screen.show(output)
    #expect(screen.rows == rows)
    #expect(screen.row == cursorRow && screen.column == cursorColumn)
    #expect(drawn.rowsAboveCursor == cursorRow && drawn.isCut == (rows[3].first == "…"))
    screen.show(drawing.drawing(over: drawn).output)
    #expect(screen.rows == rows, "drawn twice")
  }

  @Test("moves the rows shown no further than the cursor asks") func scrolling() {
    var drawn = LineDrawing.Drawn()
    var firstRows: [Int] = []
    let lines = (1...9).map { "\($0)" }
    for cursor in [9, 8, 7, 6, 3, 4, 5, 6, 9] {
      let before = lines.prefix(cursor).joined(separator: "\n")
      let rest = lines.dropFirst(cursor).map { "\n" + $0 }.joined()
      let drawing = LineDrawing(
        prompt: "> ", line: EditedLine(before, rest), width: 20, height: 4)
      drawn = drawing.drawing(over: drawn).drawn
      firstRows.append(drawn.firstRow)
    }
    #expect(firstRows == [6, 6, 6, 5, 2, 2, 2, 3, 6])
  }

  @Test(
    "gives characters without a width of their own a place",
    arguments: [
      ("a combining mark", "e\u{301}x", 4), ("a control character", "a\u{7}", 5),
      ("an unassigned character", "a\u{378}", 4),
    ]) func widths(_: String, text: String, column: Int)
  {
    #expect(ScreenPosition(after: "> " + text, width: 80).column == column)
  }
}

@Suite("Going back in an edited line") struct LineUndoTests {
  @Test("takes back typing by words, and other changes on their own") func words() {
    var undo = LineUndo()
    for end in 1...15 { undo.note(EditedLine(String("show revenue si".prefix(end)))) }
    undo.note(EditedLine("show revenue "))
    undo.note(EditedLine("show revenue costs"))
    var states: [String] = []
    while let state = undo.takeBack() { states.append(state.text) }
    #expect(states == ["show revenue ", "show revenue si", "show revenue", "show", ""])
  }

  @Test("takes the cursor back too, and a moved cursor alone is no change") func cursor() {
    var undo = LineUndo()
    undo.note(EditedLine("show revenue"))
    undo.note(EditedLine("show ", "revenue"))
    undo.note(EditedLine("", "revenue"))
    #expect(undo.takeBack() == EditedLine("show ", "revenue"))
    #expect(undo.takeBack() == EditedLine())
    #expect(undo.takeBack() == nil)
  }

  @Test("deletions in a row are brought back as one, others alone") func killed() {
    var killed = KilledText()
    killed.kill(before: "c", in: EditedLine("a b c", "d"))
    killed.kill(before: "b ", in: EditedLine("a b ", "d"))
    killed.kill(behind: "d", in: EditedLine("a ", "d"))
    #expect(killed.text == "b cd")
    killed.kill(before: "a", in: EditedLine("a"))
    #expect(killed.text == "a")
  }
}

@Suite("Moving in an edited line") struct LineMotionTests {
  @Test(
    "goes to the same column of the line above",
    arguments: [
      ("in the first line", "abc", nil), ("the same column", "abc\nde", "c\nde"),
      ("a shorter line", "a\nbcd", "\nbcd"), ("an empty one", "a\n\nb", "\nb"),
      ("a joined character counts once", "👩‍👩‍👧b\nc", "b\nc"),
    ]) func above(_: String, before: String, between: String?)
  {
    #expect(LineMotion.toLineAbove(before).map(String.init) == between)
  }

  @Test(
    "goes to the same column of the line below",
    arguments: [
      ("in the last line", "a\nb", "c", nil), ("the same column", "x\na", "b\ncd", "b\nc"),
      ("a shorter line", "abc", "\nd\ne", "\nd"), ("an empty one", "abc", "\n\ne", "\n"),
    ]) func below(_: String, before: String, after: String, between: String?)
  {
    #expect(LineMotion.toLineBelow(before, after).map(String.init) == between)
  }

  @Test(
    "goes by words",
    arguments: [
      (" by quarter", " by"), ("ow revenue", "ow"), ("_of_revenue si", "_of_revenue"), ("", ""),
      ("(revenue)", "(revenue"), ("…", "…"),
    ]) func wordBehind(text: String, word: String)
  {
    #expect(LineMotion.wordBehind(text) == word)
  }

  @Test(
    "goes back by words",
    arguments: [("show revenue, ", "revenue, "), ("show", "show"), ("", ""), ("a (", "a (")])
  func wordBefore(text: String, word: String) {
    #expect(LineMotion.wordBefore(text) == word)
  }
}

@Suite("The search in the lines below the line") struct LineSearchTests {
  @Test(
    "is told from the line",
    arguments: [
      ("show revenue\nbck:rev", "show revenue"), ("a\nb\nfwd?x", "a\nb"), ("a\nbck", "a\nbck"),
      ("bck:a", "bck:a"), ("", ""),
    ]) func removed(text: String, line: String)
  {
    #expect(LineSearch.removed(from: text) == line)
    #expect(LineSearch.isOpen(in: text) == (text != line))
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
