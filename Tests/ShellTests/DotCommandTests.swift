import Foundation
import Testing

@testable import Shell

@Suite("Dot commands") struct DotCommandTests {
  private let prompt = ScriptedPrompt()

  @Test(
    "that can't be done say what to type",
    arguments: [
      (".mod csv", "error: there is no command '.mod'\n  did you mean .mode?\n"),
      (".zzz", "error: there is no command '.zzz'\n  `.help` lists them all\n"),
      (".mode tabel", "error: there is no format 'tabel'\n  did you mean table?\n"),
      (
        ".mode svg", "error: svg holds one drawing: end the query with into \"FILE.svg\"\n"
      ),
      (
        ".mode xlsx",
        "error: xlsx is no text for a screen: type .output FILE.xlsx, "
          + "or end the query with into \"FILE.xlsx\"\n"
      ),
      (".timer maybe", "error: .timer can't be 'maybe'\n  it is on or off\n"),
      (".timer", "error: .timer needs more: .timer on or off\n"),
      (".once", "error: .once needs more: .once FILE or |COMMAND\n"),
      (".output |cat", "error: .output takes a file; .once takes a command\n"),
      (".last", "error: there is no result yet\n"),
      (".open no.db", "error: no.db: there is no such file\n"),
      (".read no.kq", "error: 'no.kq' can't be read: no such file or directory\n"),
      (
        ".set negativ x", "error: there is no setting named 'negativ x'\n  did you mean negative?\n"
      ),
      (
        ".sql DELETE FROM link", "error: only SELECT, WITH and VALUES are run, and they only read\n"
      ),
      (".sql select nobody", "error: no such column: nobody\n"),
      (".history x", "error: .history takes how many statements to list, and 'x' is none\n"),
    ]) func refused(line: String, message: String) throws
  {
    let (results, messages) = try prompt.run(line)
    #expect(messages == message && results.isEmpty)
  }

  @Test("choose the format of what follows") func mode() throws {
    let (results, messages) = try prompt.run(
      ".mode csv", ScriptedPrompt.question, ".mode", ".layout wide")
    #expect(results.hasSuffix(ScriptedPrompt.fact) && messages == "mode is csv\nlayout is wide\n")
  }

  @Test("leave a file in the one format that it has") func mixedFormats() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/answers.csv"
    let refusal = "error: answers go into '\(path)' as csv: type .output to end it\n"
    let (_, messages) = try prompt.run(
      ".output \(path)", ScriptedPrompt.question, ".mode json", ".last json", ".last csv",
      ".output",
      ".mode json")
    #expect(messages.components(separatedBy: refusal).count == 3)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.components(separatedBy: ScriptedPrompt.fact).count == 3 && !text.contains("{"))
  }

  @Test("show the last result again, in any format") func last() throws {
    let (results, _) = try prompt.run(ScriptedPrompt.question, ".last csv", ".last")
    #expect(results.contains(ScriptedPrompt.fact))
    #expect(results.components(separatedBy: "3,837,711").count == 3)
  }

  @Test("send answers to a file, in the format of its name") func output() throws {
    let path = prompt.folder.path + "/answers.csv"
    let (results, _) = try prompt.run(
      ".output \(path)", ScriptedPrompt.question, ScriptedPrompt.question, ".output",
      "show revenue for 2Q04")
    #expect(
      try prompt.content(of: "answers.csv").hasSuffix(ScriptedPrompt.fact + ScriptedPrompt.fact))
    #expect(results.contains("revenue (JPY") && !results.contains("3,837,711"))
  }

  @Test("send one answer to a file or a command") func once() throws {
    let path = prompt.folder.path + "/one.csv"
    let (results, _) = try prompt.run(
      ".once \(path)", ScriptedPrompt.question, ".once |cat >\(path).txt", ScriptedPrompt.question,
      ScriptedPrompt.question)
    #expect(try prompt.content(of: "one.csv").hasSuffix(ScriptedPrompt.fact))
    #expect(try prompt.content(of: "one.csv.txt").contains("3,837,711"))
    #expect(results.components(separatedBy: "3,837,711").count == 2)
  }

  @Test("complete the file after every answer", arguments: ["json", "html", "xlsx"])
  func completeFile(ending: String) throws {
    let path = prompt.folder.path + "/answers." + ending
    let copies = ["one", "two"].map { prompt.folder.path + "/\($0).\(ending)" }
    let (_, messages) = try prompt.run(
      ".output \(path)", ScriptedPrompt.question, ".mode csv", ".once \(copies[0])", ".last",
      ".output \(copies[1])", ScriptedPrompt.question, ScriptedPrompt.question)
    let first = try Data(contentsOf: URL(filePath: path))
    let single = try Data(contentsOf: URL(filePath: copies[0]))
    let double = try Data(contentsOf: URL(filePath: copies[1]))
    #expect(!first.isEmpty && first == single && double.count > first.count)
    #expect(messages.contains("answers go into a workbook") == (ending == "xlsx"))
  }

  @Test("send one answer to a command once, complete") func completeCommand() throws {
    let path = prompt.folder.path + "/log"
    _ = try prompt.run(
      ".mode html", ".once |cat >>\(path); echo end >>\(path)", ScriptedPrompt.question)
    let log = try prompt.content(of: "log")
    #expect(log.hasSuffix("</html>\nend\n") && log.components(separatedBy: "end\n").count == 2)
  }

  @Test("read files of statements and commands, with the right line in messages") func read() throws
  {
    let path = try prompt.file(
      "a.kq", ".mode csv\n\(ScriptedPrompt.question)\n\nshow nothing\n.mode json\n")
    let (results, messages) = try prompt.run(".read \(path)", ".mode")
    #expect(results.hasSuffix(ScriptedPrompt.fact))
    #expect(messages.contains("a.kq:4:6: error") && messages.hasSuffix("mode is csv\n"))
  }

  @Test("don't read a file that reads itself for ever") func recursion() throws {
    let path = try prompt.file("a.kq", "")
    _ = try prompt.file("a.kq", ".read \(path)\n")
    #expect(
      try prompt.run(".read \(path)").messages
        == "\(path):1: error: '\(path)' is being read already\n")
  }

  @Test("run from a file before anything else") func initialFile() throws {
    let path = try prompt.file("init.kq", ".mode csv\nlet quarter = 2Q04\n")
    let outcome = try prompt.run([.line("show revenue si for $quarter")], initialFile: path)
    #expect(outcome.results.hasSuffix(ScriptedPrompt.fact))
    #expect(outcome.messages.isEmpty)
  }

  @Test("open another store") func open() throws {
    let outcome = try prompt.run([.line(".open other.db"), .line(".open"), .endOfInput])
    #expect(outcome.messages == "other.db is open\n")
    #expect(outcome.editor.prompts.last == "kessan (other.db)> ")
  }

  @Test("tell the time and show statements") func timerAndEcho() throws {
    let (_, messages) = try prompt.run(".timer on", ".echo on", ScriptedPrompt.question)
    #expect(messages.hasPrefix(ScriptedPrompt.question + "\ntook ") && messages.hasSuffix("s\n"))
  }

  @Test("ask in SQL") func sql() throws {
    let (results, _) = try prompt.run(".mode csv", ".sql select name from release", ".schema")
    #expect(results.hasPrefix("name\niij-2q04\n") && results.contains("CREATE TABLE"))
  }

  @Test("leave") func quit() throws {
    let outcome = try prompt.run([.line(".quit"), .line("show revenue")])
    #expect(outcome.results.isEmpty && outcome.editor.prompts.count == 1)
  }

  @Test("list themselves, the settings, the history and the version") func lists() throws {
    let (results, messages) = try prompt.run(
      ".help", ".help mode", ".help yoy", ".set", ".version", ".history")
    for command in DotCommand.all { #expect(messages.contains("  \(command.name) ")) }
    #expect(messages.contains(".mode FORMAT: chooses") && messages.contains("kessan 0."))
    #expect(results.contains("yoy (verb)") && results.contains("negative"))
    #expect(messages.contains("    1  show revenue"))
  }

  @Test("are each in the table once, in the order of the alphabet") func table() {
    #expect(DotCommand.all.map(\.action) == DotCommand.Action.allCases)
    #expect(DotCommand.all.map(\.name) == DotCommand.all.map(\.name).sorted())
  }

  @Test("are told from statements, in a block of both") func pieces() {
    let block = "show a,\n  b\n.mode csv\n\nshow c\n.last\n"
    #expect(
      PromptPiece.pieces(of: block) == [
        .statements("show a,\n  b"), .command(".mode csv", line: 3),
        .statements("\n\n\n\nshow c"), .command(".last", line: 6),
      ])
    #expect(PromptPiece.pieces(of: "show a,\n.5") == [.statements("show a,\n.5")])
    #expect(PromptPiece.pieces(of: " \n ") == [])
  }
}

@Suite("What surrounds an answer") struct PromptSurroundingsTests {
  private let prompt = ScriptedPrompt()

  @Test("greets whoever is here for the first time with questions that are answered")
  func greeting() throws {
    let greeting = try prompt.run([], isFirst: true).messages
    let examples = greeting.split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(examples.count == 3)
    #expect(try prompt.run([]).messages.isEmpty)
    let outcome = try prompt.run(examples.map { .line(String($0)) })
    #expect(outcome.messages.isEmpty && outcome.results.contains("revenue"))
  }

  @Test("pages what is longer than the screen, and nothing else") func pager() throws {
    let paged = prompt.folder.path + "/paged"
    let pager = Pager(command: "cat >>'\(paged)'")
    let outcome = try prompt.run(
      [.line("show revenue by quarter"), .line("show revenue si for 2Q04"), .line("show nothing")],
      terminalSize: (width: 80, height: 9), pager: pager)
    #expect(try prompt.content(of: "paged").contains("3Q03"))
    #expect(!outcome.results.contains("3Q03") && outcome.results.contains("3,837,711"))
    #expect(outcome.messages.contains("error"))
  }

  @Test(
    "does without a pager that fails, and says so",
    arguments: [
      ("exec no-such-pager 2>&-", 127), ("cat >/dev/null; false", 1), ("kill -KILL $$", 137),
    ])
  func failingPager(command: String, status: Int) throws {
    let outcome = try prompt.run(
      [.line("show revenue by quarter")], terminalSize: (width: 80, height: 9),
      pager: Pager(command: command))
    #expect(outcome.results.contains("3Q03"))
    #expect(
      outcome.messages == """
        error: the pager `\(command)` ended with status \(status), so the answer is shown here
          PAGER names another; with PAGER=cat there is none

        """)
  }

  @Test(
    "takes a pager that is left for one that is done", arguments: ["kill -INT $$", "head -n 1"])
  func leftPager(command: String) throws {
    let outcome = try prompt.run(
      [.line("show revenue by quarter")], terminalSize: (width: 80, height: 9),
      pager: Pager(command: command))
    #expect(!outcome.results.contains("3Q03") && outcome.messages.isEmpty)
  }

  @Test(
    "measures rows as the terminal counts them",
    arguments: [
      ("", false), ("a\nb\n", false), ("a\nb\nc\n", true), ("12345678901\nb\n", true),
      ("\n\n\n", true), ("売上高売上\nb\n", false), ("売上高売上高\nb\n", true),
    ]) func rows(text: String, isNeeded: Bool)
  {
    useUTF8Characters()
    #expect(Pager.isNeeded(for: Array(text.utf8), width: 10, height: 3) == isNeeded)
  }

  @Test(
    "shows colours only where they are known to be shown",
    arguments: [
      (["PAGER": "less"], false), (["PAGER": "/usr/bin/less -S", "LESS": "FRX"], true),
      (["PAGER": "more", "LESS": "FRX"], false),
    ] as [([String: String], Bool)]) func pagerColors(environment: [String: String], takes: Bool)
  {
    #expect(Pager(environment: { environment[$0] })?.takesColor == takes)
  }

  @Test("is measured without colours") func pagedColors() {
    let line = Array("\u{1B}[1m123456789\u{1B}[m\n".utf8)
    #expect(!Pager.isNeeded(for: line + line, width: 10, height: 3))
    #expect(Pager.withoutColors(line) == Array("123456789\n".utf8))
  }

  @Test(
    "takes the pager that the environment names",
    arguments: [
      (["PAGER": "more -x"], "more -x"), (["PAGER": ""], nil), (["PAGER": "cat"], nil),
      (["PATH": "/no/such"], nil),
    ] as [([String: String], String?)]) func pagerCommand(
      environment: [String: String], command: String?
    )
  {
    #expect(Pager(environment: { environment[$0] })?.command == command)
  }

  @Test(
    "tells how long something took",
    arguments: [
      (0, "0.0 ms"), (1_240_000, "1.2 ms"), (999_949_999, "999.9 ms"), (1_000_000_000, "1.00 s"),
      (61_050_000_000, "61.05 s"),
    ] as [(UInt64, String)]) func elapsed(nanoseconds: UInt64, text: String)
  {
    #expect(ElapsedTime.text(nanoseconds: nanoseconds) == text)
  }
}
