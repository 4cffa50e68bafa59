import Metrics
import Tabular
import Testing

@Suite("Results as workbooks")
struct WorkbookTests {
  private func workbook(_ tables: [ResultTable], prose: [Prose] = []) throws -> Workbook {
    var document = ResultDocument(format: .xlsx)
    for words in prose { #expect(document.add(words) == "") }
    for table in tables { #expect(document.add(table).text == "") }
    return try #require(document.end().workbook)
  }

  private func cell(_ cell: TableCell, formats: [NumberFormat] = []) throws -> Workbook.Cell {
    var table = ResultTable.millions(
      columns: [["2Q04"]], rows: [.init(labels: ["si"], cells: [cell])])
    table.formats += formats
    return try #require(try workbook([table]).sheets[0].rows.last?.last)
  }

  private static let amount = TableCell.figure(
    Cell(.amount(Amount(printed: 10_512_328, exponent: 3)), origin: .reported), format: 0)

  @Test(
    "a figure is a number in the unit that its table names, shown as every table shows it",
    arguments: [
      (amount, 10512.328, "#,##0"),
      (.million(-1_234), -1234, "#,##0"),
      (.million(5, .derived), 5, "\"~\"#,##0;\"~\"-#,##0"),
      (.million(5, isConflicting: true), 5, "#,##0\"!\""),
      (.thousandths(223), 0.223, "#,##0.0%"),
      (.empty(Cell(.amount(.zero), origin: .reported)), 0, "#,##0"),
      (.figure(.quotient(1, 8, origin: .computed), format: 1), 0.125, "#,##0.0%"),
      (.figure(.quotient(1, 8, origin: .computed), format: 3), 12.5, "#,##0.0\" pp\""),
      (.figure(.quotient(1, 8, origin: .computed), format: 4), 0.125, "#,##0.0000"),
      (.million(-5), -5, "#,##0"),
      (.figure(Cell(.binary(0.5), origin: .computed), format: 4), 0.5, "#,##0.0000"),
    ] as [(TableCell, Double, String)])
  func figure(cell: TableCell, number: Double, code: String) throws {
    let found = try self.cell(
      cell,
      formats: [
        NumberFormat(style: .percentagePoints(decimals: 1)),
        NumberFormat(style: .quotient(significantDigits: 4)),
      ])
    #expect(found.content == .number(number))
    #expect(found.style.numberFormat == code)
    #expect(found.style.alignment == .right)
  }

  @Test("parentheses and half-widths are part of how a number is shown")
  func negative() throws {
    let format = NumberFormat(
      style: .amount(scaleExponent: 6, decimals: 0), negative: .parentheses, showsPrecision: true)
    let amount = Amount(printed: -10_512_328, exponent: 3)
    let found = try cell(
      .figure(Cell(.amount(amount), origin: .derived), format: 3), formats: [format])
    #expect(found.content == .number(-10512.328))
    #expect(
      found.style.numberFormat
        == "\"~\"#,##0.000_)\" ±0.0005\";\"~\"(#,##0.000)\" ±0.0005\"")
  }

  @Test(
    "what is no number is told apart",
    arguments: [
      (.empty(.missing), .empty), (.empty(.undefined), .text("n.m.")), (.text(""), .empty),
      (.empty(.uncovered), .text("*")), (.text("=1+1"), .text("=1+1")),
    ] as [(TableCell, Workbook.Content)])
  func states(cell: TableCell, content: Workbook.Content) throws {
    #expect(try self.cell(cell).content == content)
  }

  @Test("digits that a spreadsheet would lose are kept as a text, and that is noted")
  func longFigures() throws {
    let rows = [1_234_567_890_123_456, 123_456_789_012_345].map { (digits: Int64) in
      ResultTable.Row(
        labels: ["si"],
        cells: [.figure(Cell(.amount(Amount(exact: digits)), origin: .reported), format: 0)])
    }
    let sheets = try workbook([.millions(columns: [["2Q04"]], rows: rows)]).sheets
    #expect(
      sheets[0].rows.suffix(2).map { $0[1].content } == [
        .text("1234567890.123456"), .number(123456789.012345),
      ])
    #expect(sheets[1].rows.contains { $0.first?.content == .text("note") })
  }

  @Test("the header stays in view, titles stand above their columns, and nothing is merged")
  func layout() throws {
    var table = ResultTable.millions(
      columns: [["1Q04", "revenue"], ["1Q04", "margin"], ["2Q04", "revenue"]],
      rows: [
        .init(labels: ["  vas"], cells: [.million(1), .thousandths(1), .million(3)]),
        .init(labels: ["株式"], cells: [.million(1), .thousandths(1), .million(3)], isTotal: true),
      ])
    table.heading = "iij"
    let sheet = try workbook([table]).sheets[0]
    #expect(sheet.headerRowCount == 3 && sheet.labelColumnCount == 1)
    #expect(
      sheet.rows.prefix(3).map { $0.map(\.content) } == [
        [.text("iij")], [.empty, .text("1Q04"), .empty, .text("2Q04")],
        [.text("segment"), .text("revenue"), .text("margin"), .text("revenue")],
      ])
    #expect(
      sheet.rows[1].map(\.style.alignment) == [.left, .centerAcross, .centerAcross, .centerAcross])
    #expect(sheet.rows[3][0].content == .text("vas") && sheet.rows[3][0].style.indent == 1)
    #expect(sheet.rows[4].map(\.style.hasRuleAbove) == [true, true, true, true])
    #expect(sheet.widths == [9, 9, 8, 9])
  }

  @Test("what reproduces a result, its notes, and what a report says stand on a sheet of their own")
  func notes() throws {
    let sheets = try workbook([.tidy([])], prose: [.heading("Sales"), .text("a\nb")]).sheets
    #expect(sheets.map(\.name) == ["Sales", "notes"])
    #expect(
      sheets[1].rows.map { $0.map(\.content) } == [
        [.text("Sales")], [], [.text("a")], [.text("b")], [],
        [.text("sheet"), .text("Sales")], [.text("statement"), .text("show \"売上\"\\u{A}")],
        [.text("basis"), .text("as restated")], [.text("store"), .text("abc")],
        [.text("note"), .text("a \"note\"")],
      ])
  }

  @Test("a document without results is none")
  func nothing() {
    var document = ResultDocument(format: .xlsx)
    #expect(document.end().workbook == nil)
    _ = document.add(.text("1"))
    #expect(document.end().workbook?.sheets.map(\.name) == ["notes"])
    #expect(document.end().workbook == nil)
  }

  @Test(
    "names of sheets are allowed, short and there once",
    arguments: [
      ("show revenue", ["revenue", "revenue (2)"]),
      ("show a[b] / 2 into \"x.xlsx\"", ["a(b) ÷ 2", "a(b) ÷ 2 (2)"]),
      ("\\x:?\n* ", ["-x-- ×", "-x-- × (2)"]),
      ("History", ["History (2)", "History (3)"]), ("'a'", ["a", "a (2)"]),
      ("NOTES", ["NOTES (2)", "NOTES (3)"]), ("", ["result", "result (2)"]),
      (
        "ratio gross_margin si by quarter",
        ["ratio gross_margin si by quart…", "ratio gross_margin si by q… (2)"]
      ),
      (
        String(repeating: "売", count: 40),
        [String(repeating: "売", count: 30) + "…", String(repeating: "売", count: 26) + "… (2)"]
      ),
    ])
  func names(statement: String, names: [String]) throws {
    var table = ResultTable.millions(columns: [], rows: [])
    table.origin.statement = statement
    #expect(try workbook([table, table]).sheets.dropLast().map(\.name) == names)
  }
}
