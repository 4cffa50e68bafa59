import Foundation
import FoundationXML
import Metrics
import Tabular
import Testing

@Suite("A result as a page")
struct HTMLTests {
  /// A page as a tree; the declaration and tags without an end are none of XML's.
  private func parsed(_ page: String) throws -> XMLDocument {
    var text = page.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
    for line in text.split(separator: "\n") where line.hasPrefix("<meta ") {
      text = text.replacingOccurrences(of: line, with: line.dropLast() + "/>")
    }
    return try XMLDocument(xmlString: text)
  }

  private func texts(_ page: String, _ path: String) throws -> [String] {
    try parsed(page).nodes(forXPath: path).map { $0.stringValue ?? "" }
  }

  private let table: ResultTable = {
    var table = ResultTable.millions(
      columns: [
        ["1Q04", "revenue"], ["1Q04", "margin"], ["2Q04", "revenue"], ["2Q04", "margin"],
      ],
      rows: [
        .init(
          labels: ["si"],
          cells: [.million(-829), .thousandths(223), .empty(.missing), .empty(.undefined)]),
        .init(
          labels: ["total"],
          cells: [.million(29), .thousandths(1), .empty(.uncovered), .thousandths(2)],
          isTotal: true),
      ], notes: ["a <note>"], negative: .parentheses)
    table.heading = "iij & others"
    table.origin = .init(statement: "show \"a\" < b", basis: "as restated", storeHead: "abc")
    return table
  }()

  @Test("the table, its heading, its notes and what reproduces it")
  func page() throws {
    let page = OutputFormat.html.render(table)
    #expect(try texts(page, "//title") == ["iij & others"])
    #expect(try texts(page, "//caption") == ["iij & others"])
    #expect(try texts(page, "//tbody//th") == ["si", "total"])
    #expect(
      try texts(page, "//td") == [
        "(829)", "22.3%", "–", "n.m.", "29\u{2007}", "0.1%", "*", "0.2%",
      ])
    #expect(try texts(page, "//li") == ["a <note>"])
    #expect(try texts(page, "//dd") == ["show \"a\" < b", "as restated", "abc"])
    #expect(try texts(page, "//tr[@class='total']/th") == ["total"])
  }

  @Test("a title of several columns stands above all of them, once")
  func spans() throws {
    let page = OutputFormat.html.render(table)
    #expect(try texts(page, "//thead/tr[1]/th") == ["segment", "1Q04", "2Q04"])
    #expect(try texts(page, "//thead/tr[1]/th/@colspan") == ["2", "2"])
    #expect(try texts(page, "//thead/tr[1]/th/@rowspan") == ["2"])
    #expect(try texts(page, "//thead/tr[2]/th") == ["revenue", "margin", "revenue", "margin"])
  }

  @Test("figures stand to the right, texts don't")
  func alignment() throws {
    let page = OutputFormat.html.render(
      .millions(
        columns: [["a"], ["b"]], rows: [.init(labels: ["x"], cells: [.text("y"), .million(1)])]))
    #expect(try texts(page, "//th[@class='figure']") == ["b"])
    #expect(try texts(page, "//td[@class='figure']") == ["1"])
  }

  @Test(
    "any label comes back, and none is a mark",
    arguments: ["<script>alert(1)</script>", "&amp;", "\"'", "]]>", "<!--", "</td>", "売上 <高>"])
  func labels(label: String) throws {
    var table = ResultTable.millions(
      columns: [[label]], rows: [.init(labels: [label], cells: [.text(label)])], notes: [label])
    table.heading = label
    table.origin.statement = label
    let page = OutputFormat.html.render(table)
    for path in ["//title", "//caption", "//thead//th[2]", "//tbody//th", "//td", "//li", "//dd"] {
      #expect(try texts(page, path) == [label], "\(path)")
    }
  }

  @Test("what is written from right to left moves nothing around it")
  func directions() throws {
    var table = ResultTable.millions(
      columns: [["עוד"], ["c"]],
      rows: [.init(labels: ["בדיקה 64"], cells: [.text("عربي"), .million(1)])],
      notes: ["– בדיקה 3Q03"])
    table.heading = "בדיקה · 3Q03"
    table.origin.statement = "show \"\u{202E}x\""
    let page = OutputFormat.html.render(table)
    #expect(try texts(page, "//bdi") == ["עוד", "בדיקה 64", "عربي"])
    #expect(try texts(page, "//caption") == ["בדיקה\u{200E} · 3Q03"])
    #expect(try texts(page, "//li") == ["– בדיקה\u{200E} 3Q03"])
    #expect(try texts(page, "//dd") == ["show \"\\u{202E}x\""])
  }

  @Test("a text between results is read in its own direction")
  func proseDirection() {
    var document = ResultDocument(format: .html)
    #expect(document.add(.text("עוד (a)"))?.hasSuffix("<p dir=\"auto\">עוד (a)</p>\n") == true)
    #expect(document.add(.heading("a"))?.hasSuffix("<h2>a</h2>\n") == true)
  }

  @Test("headings and labels are on one line, unless they are on paper")
  func lines() throws {
    let page = OutputFormat.html.render(table)
    let print = try #require(page.range(of: "@media print"))
    #expect(
      page[..<print.lowerBound].matches(of: /(caption|tbody th) \{.*white-space: (nowrap|pre);/)
        .count == 2)
    #expect(
      page[print.upperBound...].matches(of: /(caption|tbody th) \{ white-space: (normal|pre-wrap);/)
        .count == 2)
  }

  @Test("the page asks for nothing from anywhere")
  func selfContained() {
    let page = OutputFormat.html.render(table)
    for word in ["http:", "https:", "src=", "href=", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("tabular-nums") && page.contains("color-scheme: light dark"))
  }
}
