import Metrics
import Tabular
import Testing

@Suite("CSV for machines")
struct CSVRendererTests {
  private static let header = "company,segment,period,start,end,measure,value,unit,status,release\n"

  @Test(
    "a figure is exact, and a gap says why it is one",
    arguments: [
      (
        Cell(.amount(Amount(printed: 10_512, exponent: 6)), origin: .reported),
        "10512000000,JPY,reported"
      ),
      (Cell(.amount(Amount(printed: -355, exponent: -2)), origin: .derived), "-3.55,JPY,derived"),
      (Cell(.amount(.zero), origin: .computed), "0,JPY,computed"),
      (.quotient(1, 3, origin: .partial), "0.33333333333333333,JPY,partial"),
      (.missing, ",JPY,missing"), (.undefined, ",JPY,undefined"), (.uncovered, ",JPY,uncovered"),
    ])
  func figures(cell: Cell, fields: String) {
    let row = "iij,si,2Q04,2004-07-01,2004-09-30,revenue,\(fields),\n"
    #expect(OutputFormat.csv.render(.tidy([.secondQuarter(cell)])) == Self.header + row)
  }

  @Test("without facts there is the header")
  func headerAlone() {
    #expect(OutputFormat.csv.render(.tidy([])) == Self.header)
  }

  @Test(
    "a label is quoted where it has to be, and is no formula",
    arguments: [
      ("plain", "si", "si"), ("comma", "a,b", "\"a,b\""), ("quote", "a\"b", "\"a\"\"b\""),
      ("line feed", "a\nb", "\"a\nb\""), ("return", "a\rb", "\"a\rb\""),
      ("both", "a\r\nb", "\"a\r\nb\""), ("Japanese", "売上、高", "売上、高"),
      ("quote under an accent", "a\"\u{301}b", "\"a\"\"\u{301}b\""),
      ("comma under an accent", "a,\u{301}b", "\"a,\u{301}b\""),
      ("formula", "=1+1", "'=1+1"), ("plus", "+1", "'+1"), ("minus", "-1", "'-1"),
      ("at", "@x", "'@x"), ("tab", "\t=1", "'\t=1"), ("return first", "\r=1", "\"'\r=1\""),
      ("formula with quotes", "=\"x\"", "\"'=\"\"x\"\"\""), ("inside", "a=1", "a=1"),
      ("empty", "", ""),
      ("formula under an accent", "=\u{301}1", "'=\u{301}1"),
    ])
  func labels(name: String, label: String, field: String) {
    let fact = Fact.secondQuarter(.missing, segment: label)
    let row = "iij,\(field),2Q04,2004-07-01,2004-09-30,revenue,,JPY,missing,\n"
    #expect(OutputFormat.csv.render(.tidy([fact])) == Self.header + row)
  }

  @Test("a listing has its own columns, and its labels and titles are no formulas either")
  func listing() {
    let table = ResultTable.millions(
      columns: [["=a", "b"], ["c"]],
      rows: [.init(labels: ["@x"], cells: [.text("-y"), .million(-1)])])
    #expect(OutputFormat.csv.render(table) == "segment,'=a b,c\n'@x,'-y,-1000000\n")
  }

  @Test("a moment has no first day")
  func moment() {
    var fact = Fact.secondQuarter(.missing)
    fact.start = nil
    #expect(
      OutputFormat.csv.render(.tidy([fact])).hasSuffix(
        "iij,si,2Q04,,2004-09-30,revenue,,JPY,missing,\n")
    )
  }
}
