import Foundation
import Testing

@testable import Shell

@Suite("Where answers go") struct AnswerPlaceTests {
  private let prompt = ScriptedPrompt()

  private func times(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  @Test(
    "holds for the next answer, whatever comes before it",
    arguments: ["show nothing", "show revenue si for", "let x = 1", ".sql select nobody", ".zzz"])
  func onceHolds(line: String) throws {
    let path = prompt.folder.path + "/one.csv"
    let (results, _) = try prompt.run(
      ".once \(path)", line, ScriptedPrompt.question, ScriptedPrompt.question)
    #expect(try prompt.content(of: "one.csv").hasSuffix(ScriptedPrompt.fact))
    #expect(times("3,837,711", in: results) == 1)
  }

  @Test(
    "is refused at once where nothing can be written",
    arguments: [
      ("/no/such/x.csv", "there is no folder '/no/such'"), ("/tmp", "is a directory"),
      ("/dev/null/x", "not a directory"), ("\"\"", "the name of the file is empty"),
    ], [".output", ".once"]) func refused(place: (path: String, reason: String), command: String)
    throws
  {
    let (results, messages) = try prompt.run("\(command) \(place.path)", ScriptedPrompt.question)
    let path = place.path == "\"\"" ? "" : place.path
    #expect(messages == "error: '\(path)' can't be written: \(place.reason)\n")
    #expect(times("3,837,711", in: results) == 1)
  }

  @Test("shows an answer that can't be written, and only that", arguments: [".output", ".once"])
  func unwritten(command: String) throws {
    let (results, messages) = try prompt.run(
      "\(command) /dev/full", ScriptedPrompt.question, ScriptedPrompt.question)
    #expect(times("3,837,711", in: results) == 2)
    #expect(
      messages.hasSuffix(
        "error: '/dev/full' can't be written: no space left on device; "
          + "it is shown here, and answers go to the screen again\n"))
  }

  @Test("shows an answer whose command isn't there, and none that it has taken")
  func missingCommand() throws {
    let (results, messages) = try prompt.run(
      ".once |exec no-such-command 2>&-", ScriptedPrompt.question)
    #expect(times("3,837,711", in: results) == 1)
    #expect(messages.contains("ended with status 127; the answer is shown here\n"))
    let taken = try prompt.run(".once |cat >/dev/null; exit 3", ScriptedPrompt.question)
    #expect(taken.results.isEmpty && taken.messages.hasSuffix("ended with status 3\n"))
  }

  @Test("tells where answers go, as what, and how much has gone there") func confirmations() throws
  {
    let path = prompt.folder.path + "/answers"
    let (_, messages) = try prompt.run(
      ".output \(path).csv", ScriptedPrompt.question, ".last", "let x = 1", ".output",
      ".once \(path).xyz",
      ".once |cat >/dev/null", ScriptedPrompt.question)
    #expect(
      messages == """
        answers go to '\(path).csv' as csv; .output sends them to the screen again
        wrote 1 row to \(path).csv
        wrote 2 rows to \(path).csv
        $x is 1
        answers go to the screen
        the next answer goes to '\(path).xyz' as table
        the next answer goes to `cat >/dev/null` as table

        """)
  }
}
