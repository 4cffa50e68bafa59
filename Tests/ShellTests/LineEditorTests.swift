import Testing

@testable import Shell

@Suite("The scripted line editor") struct ScriptedLineEditorTests {
  @Test("hands out its readings, and then the end") func readings() {
    let editor = ScriptedLineEditor([.line("show revenue"), .interrupted, .line("")])
    let readings = (1...5).map { editor.readLine(prompt: "\($0)> ") }
    #expect(
      readings == [.line("show revenue"), .interrupted, .line(""), .endOfInput, .endOfInput])
    #expect(editor.prompts == ["1> ", "2> ", "3> ", "4> ", "5> "])
  }

  @Test("records the history") func history() {
    let editor = ScriptedLineEditor([])
    editor.addToHistory("show revenue,\n  costs")
    editor.addToHistory("show eps")
    #expect(editor.history == ["show revenue,\n  costs", "show eps"])
  }

  @Test("reports an error of the history once") func historyError() {
    let error = HistoryFileError(operation: .write, path: "/h", code: 28)
    let editor = ScriptedLineEditor([], historyError: error)
    #expect(editor.takeHistoryError() == error)
    #expect(editor.takeHistoryError() == nil)
  }
}

@Suite("A statement recalled as one line") struct StatementRecallTests {
  @Test(
    "joins lines with one space",
    arguments: [
      ("one line stays as typed", "show  revenue  # all", "show  revenue  # all"),
      ("indentation", "show revenue,\n    costs\n\tby quarter", "show revenue, costs by quarter"),
      ("white space at the end", "show revenue,  \n  costs", "show revenue, costs"),
      ("line breaks of other systems", "show revenue,\r\n  costs", "show revenue, costs"),
      ("a continuation mark", "show revenue \\\nby quarter", "show revenue by quarter"),
      ("a comment", "show revenue, # \"both\n  costs", "show revenue, costs"),
      ("a line that is a comment", "show revenue,\n  # both\n  costs", "show revenue, costs"),
      ("a sign in quotation marks", "show \"a # b\",\n  costs", "show \"a # b\", costs"),
      ("an escaped quotation mark", "show \"a \\\" # b\",\n  costs", "show \"a \\\" # b\", costs"),
      ("an empty line", "show revenue,\n\n  costs", "show revenue, costs"),
    ]) func recall(_: String, statement: String, line: String)
  {
    #expect(singleLine(recalling: statement) == line)
  }
}
