import Metrics
import Tabular
import Testing

@Suite("A result as a box of aligned columns")
struct TableRendererTests {
  private func text(_ table: ResultTable, width: Int) -> String {
    var document = ResultDocument(format: .table)
    return document.add(table, width: width).text
  }

  @Test("figures line up on their points, and gaps stand to the right")
  func alignment() {
    let table = ResultTable.millions(
      columns: [["2Q04"], ["margin"]],
      rows: [
        .init(labels: ["si"], cells: [.million(10_512), .thousandths(223)]),
        .init(labels: ["equipment"], cells: [.empty(.missing), .empty(.undefined)]),
        .init(labels: ["other"], cells: [.million(-7), .empty(.uncovered)]),
      ])
    #expect(
      OutputFormat.table.render(table) == """
        ┌───────────┬────────┬────────┐
        │ segment   │   2Q04 │ margin │
        ├───────────┼────────┼────────┤
        │ si        │ 10,512 │  22.3% │
        │ equipment │      – │   n.m. │
        │ other     │     -7 │      * │
        └───────────┴────────┴────────┘

        """)
  }

  @Test(
    "a row from right to left keeps its figures in their columns",
    arguments: [
      (OutputFormat.table, "│ בדיקה\u{200E}   │    1 │    2 │"),
      (.plain, "בדיקה\u{200E}       1     2"),
    ])
  func directions(format: OutputFormat, row: String) {
    let table = ResultTable.millions(
      columns: [["2Q04"], ["2Q03"]],
      rows: [.init(labels: ["בדיקה"], cells: [.million(1), .million(2)])])
    #expect(format.render(table).contains("\n\(row)\n"))
  }

  @Test("amounts of several precisions line up on the point")
  func points() {
    let fine = TableCell.figure(
      Cell(.amount(Amount(printed: 1_250, exponent: 4)), origin: .reported), format: 2)
    let table = ResultTable.millions(
      columns: [["2Q04"]],
      rows: [
        .init(labels: ["a"], cells: [fine]), .init(labels: ["b"], cells: [.million(1_234)]),
      ])
    #expect(
      OutputFormat.table.render(table) == """
        ┌─────────┬──────────┐
        │ segment │     2Q04 │
        ├─────────┼──────────┤
        │ a       │    12.50 │
        │ b       │ 1,234    │
        └─────────┴──────────┘

        """)
  }

  @Test("marks stand around a figure and don't move its digits")
  func marks() {
    let table = ResultTable.millions(
      columns: [["2Q04"]],
      rows: [
        .init(labels: ["a"], cells: [.million(12, .derived)]),
        .init(labels: ["b"], cells: [.million(5, isConflicting: true)]),
        .init(labels: ["c"], cells: [.million(345, .derived, isConflicting: true)]),
        .init(labels: ["d"], cells: [.million(6, .computed)]),
      ])
    #expect(
      OutputFormat.table.render(table) == """
        ┌─────────┬───────┐
        │ segment │  2Q04 │
        ├─────────┼───────┤
        │ a       │  ~12  │
        │ b       │    5! │
        │ c       │ ~345! │
        │ d       │    6  │
        └─────────┴───────┘

        """)
  }

  @Test("Japanese labels are two cells a character")
  func japanese() {
    let table = ResultTable.millions(
      columns: [["2004年", "第2四半期"]],
      rows: [
        .init(labels: ["接続"], cells: [.million(1)]),
        .init(labels: ["ｼｽﾃﾑ構築"], cells: [.million(20)]),
      ])
    #expect(
      OutputFormat.table.render(table) == """
        ┌──────────┬───────────┐
        │          │    2004年 │
        │ segment  │ 第2四半期 │
        ├──────────┼───────────┤
        │ 接続     │         1 │
        │ ｼｽﾃﾑ構築 │        20 │
        └──────────┴───────────┘

        """)
  }

  @Test("a total has a rule above it and parentheses close behind the digits")
  func total() {
    let table = ResultTable.millions(
      columns: [["2Q04"]],
      rows: [
        .init(labels: ["a"], cells: [.million(-829)]),
        .init(labels: ["b"], cells: [.million(29)]),
        .init(labels: ["total"], cells: [.million(-800)], isTotal: true),
      ], notes: ["total ties to its parts"], negative: .parentheses)
    #expect(
      OutputFormat.table.render(table) == """
        ┌─────────┬───────┐
        │ segment │  2Q04 │
        ├─────────┼───────┤
        │ a       │ (829) │
        │ b       │   29  │
        ├─────────┼───────┤
        │ total   │ (800) │
        └─────────┴───────┘
        total ties to its parts

        """)
  }

  @Test("a table of a total alone has no second rule")
  func totalAlone() {
    let row = ResultTable.Row(labels: ["total"], cells: [.million(1)], isTotal: true)
    let text = OutputFormat.table.render(.millions(columns: [["2Q04"]], rows: [row, row]))
    #expect(text.filter { $0 == "├" }.count == 1)
  }

  @Test("columns that don't fit follow below, with the labels again", arguments: [22, 29])
  func splitting(width: Int) {
    let table = ResultTable.millions(
      columns: [["1Q04"], ["2Q04"], ["3Q04"]],
      rows: [.init(labels: ["si"], cells: [.million(1), .million(2), .million(3)])])
    let boxes = """
      ┌─────────┬──────┬──────┐
      │ segment │ 1Q04 │ 2Q04 │
      ├─────────┼──────┼──────┤
      │ si      │    1 │    2 │
      └─────────┴──────┴──────┘
      ┌─────────┬──────┐
      │ segment │ 3Q04 │
      ├─────────┼──────┤
      │ si      │    3 │
      └─────────┴──────┘

      """
    #expect((text(table, width: width) == boxes) == (width == 29))
    #expect(text(table, width: 25) == boxes)
  }

  @Test(
    "the columns of a quarter stay together where they fit",
    arguments: [
      (60, [4]), (49, [4]), (48, [2, 2]), (30, [2, 2]), (29, [1, 1, 1, 1]), (0, [1, 1, 1, 1]),
    ])
  func runs(width: Int, columns: [Int]) {
    let table = ResultTable.millions(
      columns: ["1Q04", "2Q04"].flatMap { [[$0, "revenue"], [$0, "margin"]] },
      rows: [.init(labels: ["si"], cells: (1...4).map { .million($0) })])
    let lines = text(table, width: width).split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("└") }.map { $0.split(separator: "┴").count - 1 } == columns)
    #expect(lines.filter { $0.hasPrefix("│ si ") }.count == columns.count)
    #expect(lines.allSatisfy { $0.count <= max(width, 21) })
  }

  @Test("a title of several columns stands above their middle, once")
  func spans() {
    let table = ResultTable.millions(
      columns: [
        ["revenue (JPY million)", "1Q04"], ["revenue (JPY million)", "2Q04"], ["売上", "1Q04"],
        ["売上", "2Q04"], ["spark"],
      ],
      rows: [.init(labels: ["si"], cells: (1...5).map { .million($0) })])
    #expect(
      OutputFormat.table.render(table) == """
        ┌─────────┬───────────────────────┬─────────────┬───────┐
        │         │ revenue (JPY million) │    売上     │       │
        │ segment │      1Q04 │      2Q04 │ 1Q04 │ 2Q04 │ spark │
        ├─────────┼───────────┼───────────┼──────┼──────┼───────┤
        │ si      │         1 │         2 │    3 │    4 │     5 │
        └─────────┴───────────┴───────────┴──────┴──────┴───────┘

        """)
  }

  @Test("plain columns repeat their titles, as a line has to be read alone")
  func plainSpans() {
    let table = ResultTable.millions(
      columns: [["revenue", "1Q04"], ["revenue", "2Q04"]],
      rows: [.init(labels: ["si"], cells: [.million(1), .million(2)])])
    #expect(OutputFormat.plain.render(table).hasPrefix("         revenue  revenue\n"))
  }

  @Test("periods under one measure too wide for the screen are cut between them")
  func wideRun() {
    let table = ResultTable.millions(
      columns: (1...4).map { ["revenue", "\($0)Q04"] } + [["margin", "4Q04"]],
      rows: [.init(labels: ["si"], cells: (1...5).map { .million($0) })])
    let lines = text(table, width: 32).split(separator: "\n").filter { $0.contains("Q04") }
    #expect(
      lines == [
        "│ segment │ 1Q04 │ 2Q04 │ 3Q04 │", "│ segment │    4Q04 │   4Q04 │",
      ])
  }

  @Test("a table of wide characters is as wide as its screen at most", arguments: 10...60)
  func wideCharacters(width: Int) {
    let table = ResultTable.millions(
      columns: [["第1四半期"], ["第2四半期"], ["第3四半期"]],
      rows: [.init(labels: ["接続サービス"], cells: [.million(1), .million(20), .million(-3)])])
    let narrowest = 1 + 15 + 12
    for line in text(table, width: width).split(separator: "\n") {
      let cells = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 2 : 1) }
      #expect(cells <= max(width, narrowest))
    }
  }

  @Test("a width too small for anything still shows every column", arguments: [-1, 0, 1, 10])
  func narrow(width: Int) {
    let table = ResultTable.millions(
      columns: [["1Q04"], ["2Q04"]],
      rows: [.init(labels: ["si"], cells: [.million(1), .million(2)])])
    let text = text(table, width: width)
    #expect(text.filter { $0 == "┌" }.count == 2 && text.contains("2Q04"))
  }

  @Test("a table without rows is a box with its titles")
  func empty() {
    let text = OutputFormat.table.render(.millions(columns: [["2Q04"]], rows: []))
    #expect(text.split(separator: "\n").count == 4)
  }

  @Test("somebody's label can't steer the terminal or break the row")
  func hostile() {
    let table = ResultTable.millions(
      columns: [["\u{1B}[2J"]],
      rows: [.init(labels: ["a\nb"], cells: [.text("\u{202E}x")])], notes: ["\u{7}"])
    let text = OutputFormat.table.render(table)
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(text.contains("a\\u{A}b") && text.contains("\\u{202E}x"))
  }
}
