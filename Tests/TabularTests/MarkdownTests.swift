import Metrics
import Tabular
import Testing

@Suite("A result as Markdown")
struct MarkdownTests {
  /// The cells of a pipe table's lines, with their escapes taken off.
  private func cells(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
      var cells: [String] = []
      var cell = ""
      var isEscaped = false
      for scalar in line.unicodeScalars {
        if !isEscaped, scalar == "|" {
          cells.append(cell)
          cell = ""
        } else if !isEscaped, scalar == "\\" {
          isEscaped = true
        } else {
          cell.unicodeScalars.append(scalar)
          isEscaped = false
        }
      }
      return cells.dropFirst().map { trimmed($0) }
    }
  }

  private func trimmed(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  @Test("a pipe table under its heading, with the notes as a list")
  func table() {
    var table = ResultTable.millions(
      columns: [["2Q04", "revenue (JPY million)"], ["2Q03"]],
      rows: [
        .init(labels: ["si"], cells: [.million(-10_512, .derived), .empty(.missing)]),
        .init(labels: ["e"], cells: [.empty(.uncovered), .empty(.undefined)]),
      ], notes: ["~ derived", "- a note"])
    table.heading = "iij · as restated"
    #expect(
      OutputFormat.markdown.render(table) == """
        **iij · as restated**

        | segment | 2Q04 revenue (JPY million) | 2Q03 |
        | ------- | -------------------------: | ---: |
        | si      |                  \\~-10,512 |    – |
        | e       |                         \\* | n.m. |

        - \\~ derived
        - \\- a note

        """)
  }

  @Test(
    "any label comes back out of its cell",
    arguments: [
      "a|b", "a\\|b", "\\", "`x`", "*x*", "_x_", "gross_margin", "[a](b)", "<b>", "&amp;", "$x$",
      "~~x~~", "# a", "===", "売上|高", "a|\u{301}b",
    ])
  func labels(label: String) {
    let table = ResultTable.millions(
      columns: [[label]], rows: [.init(labels: [label], cells: [.text(label)])])
    let found = cells(OutputFormat.markdown.render(table))
    #expect(found.first?.last == label && found.last == [label, label])
  }

  @Test("names of metrics read without escapes, and marks don't")
  func underscores() {
    let table = ResultTable.millions(
      columns: [["2Q04"]], rows: [.init(labels: ["gross_margin _x_"], cells: [.million(1)])])
    #expect(OutputFormat.markdown.render(table).contains("gross_margin \\_x\\_"))
  }
}
