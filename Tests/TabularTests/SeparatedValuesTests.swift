import Metrics
import Tabular
import Testing

@Suite("Values between tabs, and the table as shown for machines")
struct SeparatedValuesTests {
  @Test(
    "between tabs a comma needs no quotes and a tab does",
    arguments: [
      ("comma", "a,b", "a,b"), ("tab", "a\tb", "\"a\tb\""), ("quote", "a\"b", "\"a\"\"b\""),
      ("formula", "=1", "'=1"), ("tab first", "\t=1", "\"'\t=1\""),
      ("line feed", "a\nb", "\"a\nb\""),
    ])
  func tabs(name: String, label: String, field: String) {
    let text = OutputFormat.tsv.render(.tidy([.secondQuarter(.missing, segment: label)]))
    let row = "iij\t\(field)\t2Q04\t2004-07-01\t2004-09-30\trevenue\t\tJPY\tmissing\t\n"
    #expect(text.hasSuffix("release\n" + row))
  }

  private let wide: ResultTable = {
    var table = ResultTable.millions(
      columns: [["2Q04", "revenue (JPY)"], ["yoy(2Q04)"]],
      rows: [
        .init(labels: ["-si"], cells: [.million(-829, .derived), .thousandths(223)]),
        .init(labels: ["equipment"], cells: [.empty(.missing), .empty(.undefined)]),
      ])
    table.layout = .wide
    return table
  }()

  @Test("the table as shown has exact figures, and the states of a row behind them")
  func wideTable() {
    #expect(
      OutputFormat.csv.render(wide) == """
        segment,2Q04 revenue (JPY),yoy(2Q04),status
        '-si,-829000000,0.223,derived computed
        equipment,,,missing undefined

        """)
  }

  @Test("in JSON the states of a row are a list")
  func wideObject() {
    #expect(
      OutputFormat.ndjson.render(wide).hasPrefix(
        "{\"segment\": \"-si\", \"2Q04 revenue (JPY)\": -829000000, \"yoy(2Q04)\": 0.223, "
          + "\"status\": [\"derived\", \"computed\"]}\n"))
    #expect(
      OutputFormat.json.render(wide).contains(
        "\"2Q04 revenue (JPY)\": null, \"yoy(2Q04)\": null, \"status\": [\"missing\", \"undefined\"]"
      ))
  }

  @Test("columns of one name are told apart, and rows without a label have no column for it")
  func distinctColumns() {
    var table = ResultTable.millions(
      columns: [["2Q04"], ["2Q04"], ["status"], ["2Q04"]],
      rows: [.init(labels: [""], cells: (1...4).map { .million($0) })])
    table.labelTitles = [""]
    table.layout = .wide
    #expect(
      OutputFormat.csv.render(table).hasPrefix("2Q04,2Q04 (2),status,2Q04 (3),status (2)\n1000000,")
    )
  }
}
