import Tabular
import Testing

@testable import Spreadsheet

@Suite("Workbooks as bytes")
struct WorkbookFileTests {
  private func sheet(
    _ rows: [[Workbook.Cell]] = [[.init(.text("a")), .init(.number(1))]], named name: String = "one"
  ) -> Workbook.Sheet {
    Workbook.Sheet(name: name, rows: rows, widths: [10, 10], headerRowCount: 1)
  }

  @Test("are an archive, and always the same")
  func reproducible() throws {
    let workbook = Workbook(sheets: [sheet(), sheet(named: "売上")])
    let bytes = try WorkbookFile.bytes(of: workbook)
    #expect(bytes.starts(with: [0x50, 0x4B]))
    #expect(try WorkbookFile.bytes(of: workbook) == bytes)
  }

  @Test("refuse what no sheet has room for")
  func tooLarge() {
    #expect(throws: SpreadsheetFailure.tooManyRows(1_048_577)) {
      try WorkbookFile.bytes(
        of: Workbook(sheets: [sheet(Array(repeating: [], count: 1_048_577))]))
    }
    #expect(throws: SpreadsheetFailure.tooManyColumns(16_385)) {
      try WorkbookFile.bytes(
        of: Workbook(sheets: [
          .init(name: "a", rows: [], widths: Array(repeating: 1, count: 16_385))
        ]))
    }
  }

  @Test("refuse a text that is too long for a cell, in words")
  func longText() {
    let text = String(repeating: "a", count: 40_000)
    let failure = #expect(throws: SpreadsheetFailure.self) {
      try WorkbookFile.bytes(of: Workbook(sheets: [sheet([[.init(.text(text))]])]))
    }
    #expect(failure?.message.contains("string exceeds") == true)
  }

  @Test(
    "a part that is cut off anywhere is told from a whole one",
    arguments: [
      ("<?xml version=\"1.0\"?>\n<a b=\"c\"><d/></a>", true), ("<a></a>\n", true), ("<a/>", false),
      ("<?xml version=\"1.0\"?>\n<sheet><row></row>", false), ("<?xml version=\"1.0\"?>\n", false),
      ("", false), ("<a></a", false), ("<a></b>", false), ("<", false),
    ])
  func cutOff(text: String, isWhole: Bool) {
    var ends = PartEnds()
    for byte in Array(text.utf8) { ends.add([byte]) }
    #expect(ends.isWhole == isWhole)
  }
}
