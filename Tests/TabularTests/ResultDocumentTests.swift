import Foundation
import Metrics
import Tabular
import Testing

@Suite("Several results in one place")
struct ResultDocumentTests {
  private let listing = ResultTable.millions(
    columns: [["2Q04"]], rows: [.init(labels: ["si"], cells: [.million(1)])])

  private func text(
    _ tables: [ResultTable], _ format: OutputFormat, hasByteOrderMark: Bool = false
  ) -> String {
    var document = ResultDocument(format: format, hasByteOrderMark: hasByteOrderMark)
    return tables.map { document.add($0).text }.joined() + document.end().text
  }

  @Test("nothing has no text", arguments: OutputFormat.allCases)
  func nothing(format: OutputFormat) {
    #expect(text([], format, hasByteOrderMark: true).isEmpty)
  }

  @Test(
    "people tell tables apart by an empty line",
    arguments: [OutputFormat.table, .plain, .markdown, .latex])
  func separated(format: OutputFormat) {
    let one = format.render(listing)
    #expect(text([listing, listing], format) == one + "\n" + one)
  }

  @Test("lines of objects follow one another")
  func lines() {
    let one = OutputFormat.ndjson.render(listing)
    #expect(text([listing, listing], .ndjson) == one + one)
  }

  @Test("one object stands alone, and several are an array", arguments: [1, 2, 3])
  func array(count: Int) throws {
    let text = text(Array(repeating: listing, count: count), .json)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect((value as? [[String: Any]])?.count == (count == 1 ? nil : count))
    #expect((value as? [String: Any] == nil) == (count > 1))
    #expect(text.hasSuffix("\n") && !text.contains("\n\n"))
  }

  @Test("to somebody who waits, objects follow one another")
  func atOnce() {
    var document = ResultDocument(format: .json, showsAtOnce: true)
    let one = OutputFormat.json.render(listing)
    #expect(
      [document.add(listing).text, document.add(listing).text, document.end().text] == [
        one, one, "",
      ])
  }

  @Test("a page holds them all")
  func page() {
    let page = text([listing, listing], .html)
    for part in ["<!DOCTYPE html>", "<html", "<body>", "</body>", "</html>"] {
      #expect(page.components(separatedBy: part).count == 2, "\(part)")
    }
    #expect(page.components(separatedBy: "<table>").count == 3)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
  }

  @Test("rows under the same columns have one header, and others an empty line and their own")
  func headers() {
    let tidy = ResultTable.tidy([.secondQuarter(.missing)])
    let text = text([tidy, tidy, listing, listing, tidy], .csv)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.map { $0.prefix(3) } == [
        "com", "iij", "iij", "", "seg", "si,", "si,", "", "com", "iij", "",
      ])
  }

  @Test(
    "what a report says stands among results for people, as the format has it",
    arguments: [
      (OutputFormat.table, "a < b\n═════\n1*\n2\n\n"), (.plain, "a < b\n═════\n1*\n2\n\n"),
      (.markdown, "## a \\< b\n\n1\\*\n\n2\n\n"),
      (.html, "<body>\n<h2>a &lt; b</h2>\n\n<p>1*</p>\n\n<p>2</p>\n\n<section>"),
      (.latex, "\\section*{a \\textless{} b}\n\n\\noindent 1{*}\\par\n\n\\noindent 2\\par\n\n"),
    ])
  func prose(format: OutputFormat, text: String) {
    var document = ResultDocument(format: format)
    let parts = [Prose.heading("a < b"), .text("1*"), .text("2")].map { document.add($0) ?? "" }
    #expect((parts.joined() + document.add(listing).text).contains(text))
  }

  @Test(
    "machines are told nothing but results", arguments: [OutputFormat.csv, .tsv, .json, .ndjson])
  func proseForMachines(format: OutputFormat) {
    var document = ResultDocument(format: format)
    #expect(document.add(.text("1")) == nil)
    #expect(document.add(listing).text + document.end().text == format.render(listing))
  }

  @Test("a byte order mark stands at the beginning, once")
  func mark() {
    let marked = text([listing, listing], .csv, hasByteOrderMark: true)
    #expect(marked == "\u{FEFF}" + text([listing, listing], .csv))
  }

  @Test("after its end a document begins anew")
  func anew() {
    var document = ResultDocument(format: .html)
    let first = document.add(listing).text + document.end().text
    #expect(document.add(listing).text + document.end().text == first)
  }
}
