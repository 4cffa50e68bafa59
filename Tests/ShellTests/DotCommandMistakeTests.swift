import Foundation
import Testing

@testable import Shell

@Suite("Mistakes in dot commands") struct DotCommandMistakeTests {
  private let prompt = ScriptedPrompt()

  @Test(
    "are told, not passed over",
    arguments: [
      (
        ".sql select 1; select 2",
        "error: one SELECT is run at a time, and 'select 2' stands behind the ;\n"
      ),
      (
        ".sql select 1; garbage",
        "error: one SELECT is run at a time, and 'garbage' stands behind the ;\n"
      ),
      (".quit now", "error: .quit takes nothing: leave 'now' out\n"),
      (".version x", "error: .version takes nothing: leave 'x' out\n"),
      (".schema x", "error: .schema takes nothing: leave 'x' out\n"),
      (".set mode csv", "error: mode isn't changed by .set: type .mode csv\n"),
    ]) func told(line: String, message: String) throws
  {
    let (results, messages) = try prompt.run(line)
    #expect(results.isEmpty && messages == message)
  }

  @Test(
    "are none where nothing is wrong",
    arguments: [
      (".set negative", "negative is minus\n"), (".set as of", "as of is latest\n"),
      (".set mode", "mode is table; .mode changes it\n"), (".mode # which", "mode is table\n"),
      (".set negative # which", "negative is minus\n"),
    ]) func fine(line: String, message: String) throws
  {
    #expect(try prompt.run(line).messages == message)
  }

  @Test("take a comment behind a word") func comment() throws {
    #expect(try prompt.run(".mode csv # for a spreadsheet", ".mode").messages == "mode is csv\n")
  }

  @Test("in SQL end nowhere but at the end", arguments: [";", ";;", "; -- one", "; /* one */ ;"])
  func endOfSelect(end: String) throws {
    let (results, messages) = try prompt.run(".mode csv", ".sql select 1 as one\(end)")
    #expect(results == "one\n1\n" && messages.isEmpty)
  }

  @Test("name the file and the line, and say that the rest wasn't run") func place() throws {
    let path = try prompt.file("a.kq", "let x = 1\n\n.mod csv\nshow revenue\n")
    #expect(
      try prompt.run(".read \(path)") == (
        "",
        """
        $x is 1
        \(path):3: error: there is no command '.mod'
          did you mean .mode?
        the rest of '\(path)' wasn't run

        """
      ))
  }

  @Test(
    "leave out what stands behind them, and say so",
    arguments: [
      ("let x = 1; show nothing; let y = 2", "the rest of what was entered wasn't run\n"),
      ("let x = 1; show nothing", nil), ("show revenue si for", nil),
      ("let y = 2; show revenue si for", "the statements beside it weren't run\n"),
      ("show nothing\n.mode csv", "the rest of what was entered wasn't run\n"),
    ]) func rest(text: String, note: String?) throws
  {
    let messages = try prompt.run(text).messages
    #expect(messages.contains("error"))
    #expect(note.map { messages.hasSuffix($0) } ?? !messages.contains("wasn't run"))
  }

  @Test("in a setting of a file name its line") func settingPlace() throws {
    let path = try prompt.file("a.kq", "\n\n.set negative nowhere\n")
    #expect(try prompt.run(".read \(path)").messages.hasPrefix("\(path):3:16: error:"))
  }

  @Test("don't come from a tilde") func home() throws {
    let home = try #require(ProcessInfo.processInfo.environment["HOME"])
    #expect(
      try prompt.run(".open ~/no.db").messages == "error: \(home)/no.db: there is no such file\n")
    #expect(
      try prompt.run(".read \"~/no.kq\"").messages.hasPrefix("error: '\(home)/no.kq' can't be read")
    )
    #expect(try prompt.run(".read ~no").messages.hasPrefix("error: '~no' can't be read"))
  }

  @Test("settings that a prompt begins with need no word, and appends do") func initialFile() throws
  {
    let path = try prompt.file(
      "init.kq",
      "set negative = parentheses\nlet quarter = 2Q04\n.layout wide\n.set growth signed\n"
        + "define results(q) = show revenue si for q\n")
    let messages = try prompt.run([.line("show revenue si for $quarter")], initialFile: path)
      .messages
    #expect(messages.hasPrefix("appended 1 declaration") && !messages.contains(" is "))
  }

  @Test("show the tables in SQL, for people as it is") func schema() throws {
    let results = try prompt.run(".schema").results
    #expect(results.contains(";\n\nCREATE TABLE ") && results.hasSuffix(";\n"))
    #expect(results.contains("\n  ") && !results.contains("│") && !results.contains("\\n"))
  }
}
