import Metrics
import Tabular
import Testing

@Suite("A result as aligned text")
struct PlainTests {
  @Test("columns line up without a box, and no line ends in a space")
  func columns() {
    var table = ResultTable.millions(
      columns: [["2004年", "2Q04"], ["margin"]],
      rows: [
        .init(labels: ["接続"], cells: [.million(10_512), .thousandths(223)]),
        .init(labels: ["other"], cells: [.million(-7, isConflicting: true), .empty(.missing)]),
        .init(labels: ["total"], cells: [.empty(.undefined), .empty(.uncovered)], isTotal: true),
      ], notes: ["a note"])
    table.heading = "iij"
    #expect(
      OutputFormat.plain.render(table) == """
        iij
                  2004年
        segment     2Q04  margin
        -------  -------  ------
        接続     10,512    22.3%
        other        -7!       –
        -------  -------  ------
        total       n.m.       *
        a note

        """)
  }

  @Test("columns that don't fit follow below", arguments: [19, 20])
  func splitting(width: Int) {
    var document = ResultDocument(format: .plain)
    let text = document.add(
      .millions(
        columns: [["1Q04"], ["2Q04"], ["3Q04"]],
        rows: [.init(labels: ["si"], cells: [.million(1), .million(2), .million(3)])]),
      width: width
    ).text
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "segment  1Q04  2Q04" && lines[3] == "segment  3Q04")
  }
}
