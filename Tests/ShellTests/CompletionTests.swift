import Testing

@testable import Shell

@Suite("Completing at the cursor") struct CompletionTests {
  struct Case: Sendable {
    var name: String
    var before: String
    var after = ""
    var replacing: Range<Int>
    var candidates: [String]
    var line: String?
  }

  @Test(
    "changes the line",
    arguments: [
      Case(
        name: "a single candidate comes with a space", before: "ratio gross_ma", replacing: 6..<14,
        candidates: ["gross_margin"], line: "ratio gross_margin "),
      Case(
        name: "a space that is there is not doubled", before: "ratio gross_ma", after: " si",
        replacing: 6..<14, candidates: ["gross_margin"], line: "ratio gross_margin si"),
      Case(
        name: "a call asks to be gone on with", before: "lag", replacing: 0..<3,
        candidates: ["lag("], line: "lag("),
      Case(
        name: "of several, what they share", before: "gr", replacing: 0..<2,
        candidates: ["gross_margin", "gross_profit"], line: "gross_"),
      Case(
        name: "case follows the candidates", before: "GR", replacing: 0..<2,
        candidates: ["gross_margin", "gross_profit"], line: "gross_"),
      Case(
        name: "nothing more is shared", before: "gross_", replacing: 0..<6,
        candidates: ["gross_margin", "gross_profit"], line: nil),
      Case(
        name: "candidates that share nothing leave the line alone", before: "s", replacing: 0..<1,
        candidates: ["sales", "revenue"], line: nil),
      Case(
        name: "other scripts", before: "show 売", replacing: 5..<6, candidates: ["売上高", "売上原価"],
        line: "show 売上"),
      Case(
        name: "an empty word", before: "show ", replacing: 5..<5, candidates: ["revenue"],
        line: "show revenue "),
      Case(
        name: "what stands behind the word stays", before: "gross)", replacing: 0..<5,
        candidates: ["gross_margin", "gross_margin_ratio"], line: "gross_margin)"),
      Case(
        name: "inside a word the rest isn't written twice", before: "show reve", after: "nue for",
        replacing: 5..<9, candidates: ["revenue"], line: "show revenue for"),
      Case(
        name: "a rest that ends like it", before: "gross", after: "margin", replacing: 0..<5,
        candidates: ["gross_margin"], line: "gross_margin "),
      Case(
        name: "those that begin with all of the word count", before: "r", after: "ev si",
        replacing: 0..<1, candidates: ["revenue", "ratio"], line: "revenue si"),
      Case(
        name: "another word behind it stays", before: "show rev", after: "total",
        replacing: 5..<8, candidates: ["revenue"], line: "show revenue total"),
      Case(name: "no candidates", before: "x", replacing: 0..<1, candidates: [], line: nil),
      Case(
        name: "a range outside the line is cut", before: "re", replacing: 0..<9,
        candidates: ["revenue"], line: "revenue "),
    ]) func edit(_ example: Case)
  {
    let completion = Completion(
      replacing: example.replacing, candidates: example.candidates.map { .init($0) })
    let line = EditedLine(example.before, example.after)
    let edited = completion.narrowed(to: line).edit(of: line)?.applied(to: line)
    #expect(edited?.text == example.line, "\(example.name)")
  }
}

@Suite("The list of candidates") struct CompletionListTests {
  init() { useUTF8Characters() }

  @Test("puts details in a column of their own, wide characters counted") func details() {
    let lines = list([("revenue", "Revenue · JPY"), ("売上高", "Revenue · JPY"), ("eps", nil)]).page
      .lines
    #expect(lines == ["  revenue   Revenue · JPY", "  売上高    Revenue · JPY", "  eps"])
  }

  @Test("stands in columns without details") func columns() {
    let lines = list([("show", nil), ("ratio", nil), ("sum", nil)], width: 20).page.lines
    #expect(lines == ["  show    ratio", "  sum"])
  }

  @Test("stays narrower than the terminal") func width() {
    let lines = list([("revenue", "Revenue of the whole company")], width: 20).page.lines
    #expect(lines == ["  revenue   Revenu…"])
  }

  @Test("shows what does not fit on further pages") func pages() {
    let names = (1...5).map { ("metric_\($0)", "a label") }
    let first = list(names, height: 3).page
    #expect(
      first.lines == [
        "  metric_1   a label", "  metric_2   a label", "  … 1 to 2 of 5; Tab goes on",
      ])
    #expect(first.next == 2)
    let last = list(names, height: 3, first: 4).page
    #expect(last.lines == ["  metric_5   a label", "  … 5 to 5 of 5; Tab begins again"])
    #expect(last.next == 0)
  }

  @Test("goes on where a page of columns ended") func pagesOfColumns() {
    let names = (1...9).map { ("name\($0)", nil as String?) }
    let page = list(names, width: 20, height: 3, first: 4).page
    #expect(page.lines == ["  name5   name6", "  name7   name8", "  … 5 to 8 of 9; T…"])
    #expect(page.next == 8)
    #expect(list(names, width: 20, height: 5).page.next == 0)
  }

  private func list(
    _ candidates: [(String, String?)], width: Int = 80, height: Int = 20, first: Int = 0
  ) -> CompletionList {
    CompletionList(
      candidates: candidates.map { .init($0.0, detail: $0.1) }, width: width, height: height,
      first: first)
  }
}

@Suite("Rows on the terminal") struct DisplayWidthTests {
  init() { useUTF8Characters() }

  @Test(
    "are filled by a text",
    arguments: [
      ("", 0), ("123456789", 0), ("1234567890", 1), ("12345678901", 1),
      ("売上高売上", 1), ("123456789売", 1), ("123456789売123456789", 2), ("e\u{301}12345678", 0),
    ]) func rows(text: String, count: Int)
  {
    #expect(rowsFilled(by: text, width: 10) == count)
  }
}
