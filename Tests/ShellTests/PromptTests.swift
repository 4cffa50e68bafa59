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
