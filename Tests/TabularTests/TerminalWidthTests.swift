import Tabular
import TextForm
import Testing

@Suite("A result on a terminal that is too narrow for it")
struct TerminalWidthTests {
  private func lines(_ table: ResultTable, width: Int?, _ format: OutputFormat = .table) -> [String]
  {
    var document = ResultDocument(format: format)
    return document.add(table, width: width).text.split(separator: "\n").map(String.init)
  }

  private func listing(_ rows: [[String]], notes: [String] = []) -> ResultTable {
    ResultTable(
      heading: "", labelTitles: ["name"],
      columns: [.init(title: ["summary"]), .init(title: ["unit"])],
      rows: rows.map { .init(labels: [$0[0]], cells: [.text($0[1]), .text($0[2])]) },
      formats: [], notes: notes, layout: .listing,
      origin: .init(statement: "list", basis: nil, storeHead: nil))
  }

  private var long: ResultTable {
    listing([
      ["cash", "what is held in banks and can be taken out at once", "JPY"],
      ["cost", "all", "JPY"],
    ])
  }

  @Test("wraps texts within the box") func box() {
    #expect(
      lines(long, width: 40) == [
        "┌──────┬───────────────────────┬──────┐",
        "│ name │ summary               │ unit │",
        "├──────┼───────────────────────┼──────┤",
        "│ cash │ what is held in banks │ JPY  │",
        "│      │ and can be taken out  │      │",
        "│      │ at once               │      │",
        "│ cost │ all                   │ JPY  │",
        "└──────┴───────────────────────┴──────┘",
      ])
  }

  @Test("wraps texts without a box") func plain() {
    #expect(
      lines(long, width: 34, .plain) == [
        "name  summary                unit", "----  ---------------------  ----",
        "cash  what is held in banks  JPY", "      and can be taken out", "      at once",
        "cost  all                    JPY",
      ])
  }

  @Test(
    "leaves no line wider than the terminal", arguments: [20, 24, 30, 40, 60, 80, 100],
    [OutputFormat.table, .plain]) func widths(width: Int, format: OutputFormat)
  {
    let label = "売上高 with a name that goes on and on, as those of some segments do"
    let word = String(repeating: "word", count: 30)
    let table = listing(
      [[label, word, "JPY"], ["a", "b", word + " " + label]], notes: [label + word])
    let lines = lines(table, width: width, format)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    let shown = lines.joined().filter { !" │".contains($0) }
    #expect(shown.contains("word") && shown.contains("売上高"))
  }

  @Test("shortens a title that is wider than half of it") func title() {
    let title = String(repeating: "revenue + ", count: 200) + "revenue"
    let table = ResultTable.millions(
      columns: [[title]], rows: [.init(labels: [title], cells: [.million(1)])])
    let lines = lines(table, width: 80)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
    #expect(lines[1].hasSuffix("… │") && lines[3].hasSuffix(" 1 │"))
  }

  @Test("splits columns and no text where nothing of it could be read") func narrowest() {
    let lines = lines(long, width: 10)
    #expect(lines.filter { $0.hasPrefix("┌") }.count == 2)
    #expect(lines.contains { $0.contains("held in banks and can be taken out at once") })
  }

  @Test("is nothing to a file") func file() {
    #expect(lines(long, width: nil).contains { $0.contains("taken out at once") })
  }

  @Test(
    "wraps between words",
    arguments: [
      ("one two three", 8, ["one two", "three"]), ("one", 2, ["on", "e"]),
      ("a  b   c", 4, ["a  b", "c"]), ("  one two", 6, ["  one", "two"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("売上高", 4, ["売上", "高"]), ("", 4, [""]),
      ("a ", 4, ["a "]),
    ]) func wrapping(text: String, width: Int, lines: [String])
  {
    #expect(WrappedText.lines(of: text, width: width) == lines)
  }

  @Test("wraps below the begin of a text") func hanging() {
    let lines = WrappedText.lines(of: "  a note that is too long", width: 17, hanging: 2)
    #expect(lines == ["  a note that is", "    too long"])
  }
}
