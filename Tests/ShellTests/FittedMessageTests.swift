import TextForm
import Testing

@testable import Shell

@Suite("A message on a terminal") struct FittedMessageTests {
  @Test("ends its lines between words, and begins them where it did") func words() {
    let message = "error: there is no metric of this name\n  did you mean revenue or cost?"
    #expect(
      FittedMessage.text(message, width: 24) == """
        error: there is no
        metric of this name
          did you mean revenue
          or cost?
        """)
    #expect(FittedMessage.text(message, width: nil) == message)
  }

  @Test(
    "shows what stands around the carets",
    arguments: [
      ("show abc", 5, 3, "show abc", "     ^~~"),
      ("show abc for 2Q04, 3Q04, 4Q04", 5, 3, "show abc for 2Q04,…", "     ^~~"),
      (
        "show revenue for 2Q04, 3Q04 by abc, quarter", 31, 3, "…04 by abc, quarter",
        "       ^~~"
      ),
      (
        "show revenue for 2Q04 by segment, abc", 34, 3, "…04 by segment, abc",
        "                ^~~"
      ),
      ("show 売上高売上高売上高売上高 by abc", 33, 3, "…上高売上高 by abc", "               ^~~"),
      ("show abcdefghijklmnopqrstuvwxyz", 5, 26, "show abcdefghijklm…", "     ^~~~~~~~~~~~~~"),
    ]) func window(line: String, start: Int, length: Int, shown: String, carets: String)
  {
    let marks = "^" + String(repeating: "~", count: length - 1)
    let message = "    \(line)\n    \(String(repeating: " ", count: start))\(marks)"
    let fitted = FittedMessage.text(message, width: 23)
    #expect(fitted == "    \(shown)\n    \(carets)")
    #expect(fitted.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 23 })
  }

  @Test(
    "has colours where the terminal is of a known kind",
    arguments: [
      ("xterm", ["/usr/share/terminfo", "/usr/share/terminfo/x/xterm"], true),
      ("xterm", ["/lib/terminfo", "/lib/terminfo/78/xterm"], true),
      ("nonsense", ["/usr/share/terminfo", "/usr/share/terminfo/x/xterm"], false),
      ("mine", ["/home/a/.terminfo", "/home/a/.terminfo/m/mine"], true), ("xterm", [], true),
      ("dumb", [], false), ("../x", [], false), ("", [], false),
    ] as [(String, [String], Bool)]) func kinds(name: String, files: [String], isKnown: Bool)
  {
    let environment = ["HOME": "/home/a"]
    #expect(
      TerminalKind.isKnown(name, environment: { environment[$0] }, exists: files.contains)
        == isKnown)
  }

  @Test("stands beside answers that are alike, the first and the later") func spacing() throws {
    let prompt = ScriptedPrompt()
    let line = LineReading.line("show revenue si for 2Q04")
    let size = (width: 100, height: 40)
    let once = try prompt.run([line], terminalSize: size).results
    #expect(try prompt.run([line, line], terminalSize: size).results == once + once)
    #expect(try prompt.run([line, line]).results == once + "\n" + once)
    let mode = LineReading.line(".mode csv")
    let csv = try prompt.run([mode, line], terminalSize: size).results
    #expect(try prompt.run([mode, line, line], terminalSize: size).results == csv + csv)
  }
}
