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
    #expect(editor.prompts == ["kessan (sample)> ", "            ...> ", "kessan (sample)> "])
  }

  @Test("forgets a statement that is interrupted") func interruption() throws {
    let (editor, results, messages) = try run([
      .line("show revenue,"), .interrupted, .line("show revenue si for 2Q04"), .endOfInput,
    ])
    #expect(results.contains("3,837,711") && messages.isEmpty)
    #expect(editor.history.dropFirst() == ["show revenue si for 2Q04"])
  }

  @Test("takes no notice of an empty line") func emptyLine() throws {
    let (editor, results, messages) = try run([.line(""), .line("   "), .endOfInput])
    #expect(results.isEmpty && messages.isEmpty && editor.history.count == 1)
  }
}

@Suite("What Tab offers") struct StatementCompleterTests {
  private func candidates(_ text: String, after earlier: String = "") throws -> [String] {
    let completer = StatementCompleter(session: try Session.sample())
    return completer.completion(for: text, after: earlier).candidates.map(\.text)
  }

  @Test("begins with what can begin a statement") func beginnings() throws {
    let offered = try candidates("")
    #expect(offered.starts(with: ["show", "ratio", "plot", "sum"]))
    #expect(!offered.contains("revenue") && !offered.contains("define"))
  }

  @Test("gives what follows the first word of a statement") func subjects() throws {
    #expect(try candidates("inc") == ["include"])
    #expect(try candidates("help per") == ["periods"])
    #expect(try candidates("describe ii") == ["iij"])
    #expect(try candidates("list rel") == ["releases"])
    #expect(try candidates("describe iij ") == [])
    #expect(try candidates("check ii") == ["iij", "iij-2q04"])
  }

  @Test("gives metrics behind a verb") func metrics() throws {
    #expect(try candidates("ratio gross_ma") == ["gross_margin"])
    #expect(try candidates("show cash_and") == ["cash_and_cash_equivalents"])
    #expect(try candidates("show revenue,cost_of") == ["cost_of_revenue"])
  }

  @Test("gives verbs and metrics behind `expect`") func expectations() throws {
    let offered = try candidates("expect r")
    #expect(offered.contains("ratio") && offered.contains("revenue"))
    #expect(try candidates("expect gross_ma") == ["gross_margin"])
    #expect(try candidates("expect revenue si b") == ["by", "bottom"])
    #expect(try candidates("history gross_ma") == ["gross_margin"])
  }

  @Test("gives only segments that report the metric") func segments() throws {
    let offered = try candidates("show backbone_cost ")
    #expect(offered.contains("connectivity") && !offered.contains("equipment"))
  }

  @Test("gives clauses that aren't there yet") func clauses() throws {
    #expect(try candidates("show revenue si b") == ["by", "bottom"])
    #expect(try candidates("show revenue by quarter b") == ["bottom"])
  }

  @Test("gives releases where a basis needs one") func releases() throws {
    #expect(try candidates("show revenue as of ") == ["iij-2q04"])
    #expect(try candidates("set as of = ") == ["iij-2q04", "latest"])
    #expect(try candidates("show revenue a").contains("as of"))
    #expect(try candidates("set as") == ["as of"])
    #expect(try candidates("compare ") == ["release"])
    #expect(try candidates("compare release ") == ["iij-2q04"])
    #expect(try candidates("compare release iij-2q04 ") == ["with"])
    #expect(try candidates("compare release iij-2q04 with ") == ["iij-2q04"])
    #expect(try candidates("compare release iij-2q04 with iij-2q04 ").isEmpty)
  }

  @Test("gives the variables that are set") func variables() throws {
    let session = try Session.sample()
    _ = session.run(
      SourceText(name: "test", "let quarter = 2Q04; let part = si"), readFile: { _ in [] },
      emit: { _ in })
    let completer = StatementCompleter(session: session)
    let offered = completer.completion(for: "show revenue for $q", after: "").candidates
    #expect(offered.map(\.text) == ["$quarter"])
  }

  @Test("knows the lines above") func continuation() throws {
    #expect(try candidates("  cost_of", after: "show revenue,") == ["cost_of_revenue"])
  }
}
