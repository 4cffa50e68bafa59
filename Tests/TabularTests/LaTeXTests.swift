import Metrics
import Tabular
import Testing

@Suite("A result as a tabular")
struct LaTeXTests {
  @Test("titles, rules, figures and notes")
  func tabular() {
    var table = ResultTable.millions(
      columns: [["1Q04", "revenue"], ["1Q04", "gross_margin"], ["2Q04", "revenue"]],
      rows: [
        .init(labels: ["si"], cells: [.million(-829, .derived), .thousandths(223), .million(5)]),
        .init(
          labels: ["total"],
          cells: [.million(1, isConflicting: true), .empty(.uncovered), .empty(.missing)],
          isTotal: true),
      ], notes: ["~ derived"])
    table.heading = "iij · as restated"
    table.origin = .init(statement: "show revenue", basis: "as restated", storeHead: "abc")
    #expect(
      OutputFormat.latex.render(table) == """
        % statement: show revenue
        % basis: as restated
        % store: abc
        \\noindent iij $\\cdot$ as restated\\\\
        \\begin{tabular}{lrrr}
        \\hline
         & \\multicolumn{2}{c}{1Q04} & 2Q04 \\\\
        segment & revenue & gross\\_margin & revenue \\\\
        \\hline
        si & \\textasciitilde{}$-$829\\phantom{!} & 22.3\\% & 5 \\\\
        \\hline
        total & 1! & {*} & -- \\\\
        \\hline
        \\end{tabular}
        \\par\\noindent {\\small \\textasciitilde{} derived}
        \\par

        """)
  }

  @Test(
    "nothing in a label is a command",
    arguments: [
      ("100%", "100\\%"), ("a&b", "a\\&b"), ("a_b", "a\\_b"), ("#1", "\\#1"), ("$x$", "\\$x\\$"),
      ("{a}", "\\{a\\}"), ("\\input{x}", "\\textbackslash{}input\\{x\\}"),
      ("^~", "\\textasciicircum{}\\textasciitilde{}"), ("[x]", "{[}x{]}"), ("*", "{*}"),
      ("a--b---c", "a-{}-b-{}-{}-c"), ("<|>", "\\textless{}\\textbar{}\\textgreater{}"),
      ("売上", "売上"), ("?`!``", "?{}`!{}`{}`"), (",,''", ",{},'{}'"),
    ])
  func labels(label: String, escaped: String) {
    let text = OutputFormat.latex.render(
      .millions(columns: [["c"]], rows: [.init(labels: [label], cells: [.text("x")])]))
    #expect(text.contains("\n\(escaped) & x \\\\\n"))
  }

  @Test("a statement can't leave its comment")
  func comment() {
    var table = ResultTable.millions(columns: [["c"]], rows: [])
    table.origin.statement = "show\n\\input{x}"
    #expect(OutputFormat.latex.render(table).hasPrefix("% statement: show\\u{A}\\input{x}\n"))
  }
}
