import Diagnostics
import Foundation
import QueryEngine
import Tabular
import Testing

@testable import Shell

/// A prompt over the sample that is given lines as if they were typed.
struct ScriptedPrompt {
  let folder = TemporaryFolder()

  /// Runs the prompt, and gives back what it wrote; somebody has used it before.
  func run(
    _ readings: [LineReading], isFirst: Bool = false, initialFile: String? = nil,
    terminalSize: (width: Int, height: Int)? = nil, pager: Pager? = nil
  ) throws -> (editor: ScriptedLineEditor, results: String, messages: String) {
    Terminal.letWritesFail()
    let editor = ScriptedLineEditor(readings)
    if !isFirst { editor.addToHistory("show revenue") }
    let paths = [folder.path + "/results", folder.path + "/messages"]
    let files = try paths.map { path in
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      return try #require(FileHandle(forWritingAtPath: path))
    }
    let messages = OutputStream(descriptor: files[1].fileDescriptor)
    let output = PromptOutput(
      screen: OutputStream(descriptor: files[0].fileDescriptor), pager: pager,
      terminalSize: { terminalSize })
    try Prompt(
      session: Session.sample(), editor: editor, output: output, messages: messages, name: "sample",
      open: { path throws(UnopenedStore) in
        guard path == "other.db", let session = try? Session.sample() else {
          throw UnopenedStore(reason: "\(path): there is no such file")
        }
        return (session, path)
      }
    ).run(initialFile: initialFile)
    let texts = try paths.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return (editor, texts[0], texts[1])
  }

  /// Runs the prompt on some lines.
  func run(_ lines: String...) throws -> (results: String, messages: String) {
    let outcome = try run(lines.map { .line($0) })
    return (outcome.results, outcome.messages)
  }

  /// A question, and its answer as a row of CSV.
  static let question = "show revenue si for 2Q04"
  static let fact = "iij,si,2Q04,2004-07-01,2004-09-30,revenue,3837711000,JPY,reported,\n"

  /// A prompt that hasn't begun.
  static func prompt(_ editor: ScriptedLineEditor, name: String) throws -> Prompt {
    let stream = OutputStream(descriptor: 1)
    return try Prompt(
      session: Session.sample(), editor: editor,
      output: PromptOutput(screen: stream, pager: nil, terminalSize: { nil }), messages: stream,
      name: name, open: { path throws(UnopenedStore) in throw UnopenedStore(reason: path) })
  }

  /// What stands in a file of the prompt's folder.
  func content(of name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }

  /// Puts a file into the prompt's folder, and gives back its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder.path + "/" + name
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }
}

@Suite("The prompt, without a terminal") struct PromptTests {
  private func run(
    _ readings: [LineReading]
  ) throws -> (editor: ScriptedLineEditor, results: String, messages: String) {
    try ScriptedPrompt().run(readings)
  }

  @Test("answers a statement and goes on") func answers() throws {
    let (editor, results, messages) = try run([
      .line("ratio gross_margin si for 2Q04"), .line("show revenue si for 2Q04"), .endOfInput,
    ])
    #expect(results.contains("22.3%") && results.contains("3,837,711"))
    #expect(messages.isEmpty)
    #expect(editor.prompts == ["kessan (sample)> ", "kessan (sample)> ", "kessan (sample)> "])
  }

  @Test("goes on after a mistake, which is no result") func mistake() throws {
    let (_, results, messages) = try run([
      .line("show gross_margn"), .line("show revenue si for 2Q04"), .endOfInput,
    ])
    #expect(messages.contains("prompt:1:6: error: there is no metric named 'gross_margn'"))
    #expect(results.contains("3,837,711"))
  }

  @Test("says whether an expectation is met") func expectation() throws {
    let (_, results, messages) = try run([
      .line("expect revenue for 2Q04 in million = 10512"),
      .line("expect revenue for 2Q04 in million = 10513"), .endOfInput,
    ])
    #expect(results.isEmpty)
    #expect(messages.hasPrefix("met\nprompt:1:38: error: expected 10513, found 10512\n"))
  }

  @Test("continues a statement under a prompt as wide, and keeps it as one entry")
  func continuation() throws {
    let (editor, results, _) = try run([
      .line("show revenue,"), .line("  cost_of_revenue si for 2Q04"), .endOfInput,
    ])
    #expect(results.contains("2,982,577"))
    #expect(editor.history.dropFirst() == ["show revenue,\n  cost_of_revenue si for 2Q04"])
    #expect(editor.prompts == ["kessan (sample)> ", "           ,...> ", "kessan (sample)> "])
  }

  @Test("forgets a statement that is interrupted") func interruption() throws {
    let (editor, results, messages) = try run([
      .line("show revenue,"), .interrupted, .line("show revenue si for 2Q04"), .endOfInput,
    ])
    #expect(results.contains("3,837,711") && messages.isEmpty)
    #expect(editor.history.dropFirst() == ["show revenue si for 2Q04"])
  }

  @Test(
    "shows what is open",
    arguments: [
      ("show abs(revenue", "           (...> "), ("print \"a", "           \"...> "),
      ("show revenue \\", "           \\...> "),
      ("show revenue where value > 1 and", "         and...> "),
    ]) func openSign(line: String, prompt: String) throws
  {
    #expect(try run([.line(line), .interrupted, .endOfInput]).editor.prompts[1] == prompt)
  }

  @Test("keeps a statement that Ctrl-D leaves unfinished, and goes on") func endOfInput() throws {
    let (editor, results, messages) = try run([
      .line("show revenue,"), .line("gross_profit,"), .endOfInput,
      .line("show revenue si for 2Q04"), .endOfInput,
    ])
    #expect(messages == "the statement was left unfinished; Up brings it back, Ctrl-D leaves\n")
    #expect(results.contains("3,837,711"))
    #expect(
      editor.history.dropFirst() == ["show revenue,\ngross_profit,", "show revenue si for 2Q04"])
  }

  @Test("does a command in the middle of a statement, which goes on") func command() throws {
    let (editor, results, messages) = try run([
      .line("show revenue,"), .line(".mode csv"), .line("gross_profit si for 2Q04"), .endOfInput,
    ])
    #expect(messages.isEmpty && results.contains("iij,si,2Q04,2004-07-01,2004-09-30,gross_profit"))
    #expect(editor.prompts[1] == editor.prompts[2])
    let (leaving, _, _) = try run([.line("show revenue,"), .line(".quit")])
    #expect(leaving.prompts.count == 2 && leaving.history.last == "show revenue,")
  }

  @Test(
    "takes a line that begins with a dot for a part of the statement where it is one",
    arguments: [("print \"a", ".quit\"", "a\n.quit\n"), ("eval 1 +", ".5", "")])
  func noCommand(first: String, second: String, result: String) throws {
    let (editor, results, _) = try run([.line(first), .line(second), .endOfInput])
    #expect(results == result && editor.history.last == first + "\n" + second)
  }

  @Test("shortens the name of the store to a third of the window") func longName() throws {
    // An ellipsis has no width where the C library reads single bytes.
    useUTF8Characters()
    let editor = ScriptedLineEditor([])
    editor.width = 40
    let prompt = try ScriptedPrompt.prompt(editor, name: "a-store-with-a-very-long-name.db")
    #expect(prompt.prompt(after: []) == "kessan (a-store-with…)> ")
    #expect(prompt.prompt(after: ["show revenue,"]) == "                  ,...> ")
    editor.width = 120
    #expect(prompt.prompt(after: []) == "kessan (a-store-with-a-very-long-name.db)> ")
  }

  @Test("knows the lines above, for a screen that is cleared") func linesAbove() throws {
    let editor = ScriptedLineEditor([])
    let prompt = try ScriptedPrompt.prompt(editor, name: "sample")
    prompt.pending = ["show revenue,", "(gross_profit"]
    #expect(
      prompt.shownLines == ["kessan (sample)> show revenue,", "           ,...> (gross_profit"])
  }

  @Test("takes no notice of an empty line") func emptyLine() throws {
    let (editor, results, messages) = try run([.line(""), .line("   "), .endOfInput])
    #expect(results.isEmpty && messages.isEmpty && editor.history.count == 1)
  }
}
