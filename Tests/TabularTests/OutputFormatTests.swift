import Metrics
import Tabular
import Testing

@Suite("Formats and the names of files")
struct OutputFormatTests {
  @Test(
    "a file's ending names its format",
    arguments: [
      ("revenue.csv", OutputFormat.csv), ("a.b.tsv", .tsv), ("out/revenue.JSON", .json),
      ("x.ndjson", .ndjson), ("x.jsonl", .ndjson), ("x.md", .markdown), ("x.markdown", .markdown),
      ("x.htm", .html), ("x.HTML", .html), ("x.tex", .latex), ("x.txt", .plain), ("x.svg", .svg),
      ("x.XLSX", .xlsx),
      (".csv", .csv),
      ("売上.csv", .csv),
    ])
  func endings(name: String, format: OutputFormat) {
    #expect(OutputFormat(fileName: name) == format)
  }

  @Test(
    "another ending names none",
    arguments: [
      "revenue", "revenue.", "revenue.xls", "x.csv.gz", "a.csv/b", "", ".", "csv", "x.csv ",
    ])
  func unknownEndings(name: String) {
    #expect(OutputFormat(fileName: name) == nil)
  }

  @Test("every ending is known for one format only, and only a box has none")
  func endingsAreDistinct() {
    #expect(Set(OutputFormat.knownEndings).count == OutputFormat.knownEndings.count)
    for format in OutputFormat.allCases {
      #expect(format.fileNameEndings.isEmpty == (format == .table))
      for ending in format.fileNameEndings {
        #expect(OutputFormat(fileName: "x" + ending) == format)
      }
    }
  }

  @Test(
    "what is missing, what is undefined, what is refused and zero are four things in every format",
    arguments: OutputFormat.allCases.filter { $0 != .svg && $0.isText },
    [ResultTable.Layout.wide, .figures([])])
  func statesStayApart(format: OutputFormat, layout: ResultTable.Layout) {
    let zero = Cell(.amount(.zero), origin: .reported)
    let texts = [zero, .missing, .undefined, .uncovered].map { cell in
      var table = ResultTable.millions(
        columns: [["2Q04"]], rows: [.init(labels: ["si"], cells: [.empty(cell)])])
      if case .figures = layout {
        table.layout = .figures([.secondQuarter(cell)])
      } else {
        table.layout = .wide
      }
      return format.render(table)
    }
    #expect(Set(texts).count == 4)
  }

  @Test("rows are counted as the format writes them")
  func rowCount() {
    var table = ResultTable.millions(
      columns: [["1Q04"], ["2Q04"]],
      rows: [.init(labels: ["si"], cells: [.million(1), .million(2)])])
    table.layout = .figures([.secondQuarter(.missing), .secondQuarter(.missing)])
    #expect(OutputFormat.csv.rowCount(of: table) == 2)
    #expect(OutputFormat.markdown.rowCount(of: table) == 1)
    table.layout = .wide
    #expect(OutputFormat.csv.rowCount(of: table) == 1)
  }
}
