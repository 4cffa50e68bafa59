import Diagnostics
import QueryEngine
import Tabular
import TextForm
import Testing

@testable import Shell

@Suite("Colours") struct PaletteTests {
  @Test(
    "show in a message what is wrong, where, and what to do",
    arguments: [
      ("error: there is no result yet", "[31merror:[m there is no result yet"),
      (
        "prompt:1:6: error: no metric 'x'\n    show x\n         ^~~\n  did you mean y?",
        "prompt:1:6: [31merror:[m no metric 'x'\n    show x\n         [31m^~~[m\n"
          + "  [35mdid you mean y?[m"
      ),
      ("two words error: here", "two words error: here"), ("", ""),
      ("Such as:\n  show revenue\n  ^", "Such as:\n  show revenue\n  ^"),
      ("wrote 2 rows to a.csv", "wrote 2 rows to a.csv"),
    ]) func messages(plain: String, colored: String)
  {
    let painted = PaintedMessage.text(plain, in: .colored)
    #expect(
      painted.split(separator: "\u{1B}", omittingEmptySubsequences: false).joined() == colored)
    #expect(PaintedMessage.text(plain, in: .plain) == plain)
  }

  @Test(
    "change nothing in a result but weights",
    arguments: [
      "show revenue, gross_margin si for 2Q04, 3Q04", "show revenue by segment, quarter",
      "plot revenue si by quarter", "why gross_margin si for 2Q04", "describe revenue",
      "heading \"a\"; print \"b\"", "list metrics",
    ], [OutputFormat.table, .plain, .markdown, .csv, .json]) func results(
      statement: String, format: OutputFormat
    ) throws
  {
    let plain = try answer(to: statement, format, isColored: false)
    let colored = try answer(to: statement, format, isColored: true)
    #expect(Pager.withoutColors(colored) == plain)
    #expect((colored != plain) == [.table, .plain].contains(format))
  }

  private func answer(
    to statement: String, _ format: OutputFormat, isColored: Bool
  ) throws -> [UInt8] {
    let session = try Session.sample()
    session.isForMachines = format.isForMachines
    var document = ResultDocument(format: format, isColored: isColored)
    var output: [UInt8] = []
    let isFine = session.run(
      SourceText(name: "test", statement), readFile: { _ in [] },
      emit: { outcome in
        switch outcome {
        case .table(let table): output += document.add(table, width: 60).bytes
        case .prose(let prose): output += Array((document.add(prose) ?? "").utf8)
        default: Issue.record("\(outcome)")
        }
      })
    #expect(isFine)
    return output
  }
}
