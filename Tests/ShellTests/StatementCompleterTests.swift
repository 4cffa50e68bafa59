import Diagnostics
import Foundation
import MetricStore
import QueryEngine
import Testing

@testable import Shell

@Suite("What Tab offers") struct StatementCompleterTests {
  private func candidates(_ text: String, after earlier: String = "") throws -> [String] {
    let completer = StatementCompleter(session: try Session.sample())
    return completer.completion(for: text, after: earlier).candidates.map(\.text)
  }

  @Test("begins with what can begin a statement") func beginnings() throws {
    let offered = try candidates("")
    #expect(offered.starts(with: ["show", "ratio", "plot", "sum"]))
    #expect(offered.contains("define") && !offered.contains("revenue"))
  }

  @Test("gives what follows the first word of a statement") func subjects() throws {
    #expect(try candidates("inc") == ["include"])
    #expect(try candidates("help per") == ["periods"])
    #expect(try candidates("describe ii") == ["iij"])
    #expect(try candidates("list rel") == ["releases"])
    #expect(try candidates("describe iij ") == [])
    #expect(try candidates("set growth = ") == ["standard", "signed"])
    #expect(try candidates("check ii") == ["iij", "iij-2q04"])
    #expect(try candidates("check gross_ma") == ["gross_margin"])
  }

  @Test("gives metrics behind a verb") func metrics() throws {
    #expect(try candidates("ratio gross_ma") == ["gross_margin"])
    #expect(try candidates("ratio ").first == "gross_margin")
    #expect(try candidates("show cash_and") == ["cash_and_cash_equivalents"])
    #expect(try candidates("show revenue,cost_of") == ["cost_of_revenue"])
  }

  @Test("gives verbs and metrics behind `expect`") func expectations() throws {
    let offered = try candidates("expect r")
    #expect(offered.contains("ratio") && offered.contains("revenue"))
    #expect(try candidates("expect gross_ma") == ["gross_margin"])
    #expect(try candidates("expect revenue si b") == ["by", "bottom"])
  }

  @Test("gives verbs and metrics behind `why` and `history`", arguments: ["why", "history"])
  func askedAbout(word: String) throws {
    #expect(try candidates("\(word) ra").contains("ratio"))
    #expect(try candidates("\(word) gross_ma") == ["gross_margin"])
    #expect(try candidates("\(word) ratio gross_ma") == ["gross_margin"])
    #expect(try candidates("\(word) gross_margin si b") == ["by", "bottom"])
    #expect(try candidates("\(word) show revenue by rel") == ["release"])
  }

  @Test("gives what a bridge takes") func bridges() throws {
    #expect(try candidates("bri") == ["bridge"])
    #expect(try candidates("bridge gross_ma") == ["gross_margin"])
    #expect(try candidates("bridge gross_margin si b") == ["by"])
    #expect(try candidates("bridge gross_margin w") == [])
    #expect(try candidates("bridge gross_margin from 2Q03 ") == ["to"])
    #expect(try candidates("bridge gross_margin from 2Q03 to 2Q04 by ") == ["segment", "leaf"])
  }

  @Test("gives only segments that report the metric") func segments() throws {
    let offered = try candidates("show backbone_cost ")
    #expect(offered.contains("connectivity") && !offered.contains("equipment"))
    let segments = ["connectivity", "si", "equipment"]
    #expect(try Array(candidates("ratio gross_margin ").prefix(4)) == segments + ["by"])
    #expect(try candidates("show net_income ").first == "by")
    #expect(try candidates("show revenue dialu") == ["connectivity.dialup"])
  }

  @Test("gives in brackets what a metric can be pinned to") func pins() throws {
    #expect(
      try candidates("show gross_profit[") == [
        "connectivity", "si", "equipment", "2Q04", "1Q04", "2Q03", "1Q03", "1H04", "1H03", "latest",
      ])
    #expect(try candidates("show gross_profit[si, 2") == ["2Q04", "2Q03"])
    #expect(try candidates("show gross_profit[si] b") == ["by", "bottom"])
  }

  @Test("gives what rows are chosen and ordered by") func keys() throws {
    let query = "show revenue by segment with yoy"
    #expect(try candidates("\(query) order by ") == ["value", "revenue", "yoy", "segment"])
    #expect(try candidates("\(query) where ") == ["value", "revenue", "yoy"])
  }

  @Test("gives clauses that aren't there yet") func clauses() throws {
    #expect(try candidates("show revenue si b") == ["by", "bottom"])
    #expect(try candidates("show revenue for 2Q04 f") == [])
    #expect(try candidates("show revenue as reported a") == ["across"])
    #expect(try candidates("show revenue by quarter b") == ["bottom"])
  }

  @Test("gives releases where a basis needs one") func releases() throws {
    #expect(try candidates("show revenue as of ") == ["iij-2q04"])
    #expect(try candidates("set as of = ") == ["iij-2q04", "latest"])
    #expect(try candidates("show revenue a").contains("as of"))
    #expect(try candidates("set as") == ["as of"])
    #expect(try candidates("compare ") == ["release"])
    #expect(try candidates("compare release ") == ["iij-2q04"])
    #expect(try candidates("compare release iij-2q04 ") == ["with"])
    #expect(try candidates("compare release iij-2q04 with ") == ["iij-2q04"])
    #expect(try candidates("compare release iij-2q04 with iij-2q04 ").isEmpty)
  }

  @Test("gives the variables that are set") func variables() throws {
    let session = try Session.sample()
    _ = session.run(
      SourceText(name: "test", "let quarter = 2Q04; let part = si"), readFile: { _ in [] },
      emit: { _ in })
    let completer = StatementCompleter(session: session)
    let offered = completer.completion(for: "show revenue for $q", after: "").candidates
    #expect(offered.map(\.text) == ["$quarter"])
  }

  @Test(
    "knows saved queries",
    arguments: [
      ("res", ["results("]), ("boa", ["board()"]), ("why resu", ["results("]),
      ("explain res", ["results("]), ("describe resu", ["results"]),
      ("results(equ", ["equipment"]),
      ("results(si, 1", ["1Q04", "1Q03", "1H04", "1H03"]), ("results(si, 2Q04, ", []),
      ("results(si, 2Q04) a", ["across", "as of", "as reported", "as restated"]),
      ("results(si, 2Q04) f", []), ("results(si, 2Q04) as of ", ["iij-2q04"]),
      ("known(", ["\"iij-2q04\""]), ("list q", ["queries"]),
      ("define other(part, period) = show revenue p", ["part", "period", "partial"]),
      ("define other(part, period) = res", ["results("]),
      ("define other(part, period) = results(pa", ["part"]),
    ] as [(String, [String])])
  func savedQueries(text: String, offered: [String]) throws {
    let session = try Session.sample()
    let script = """
      define results(s, p) = show revenue s for p
      define board() = ratio gross_margin si for 2Q04
      define known(d) = show revenue for 2Q04 as of d
      """
    _ = session.run(SourceText(name: "test", script), readFile: { _ in [] }, emit: { _ in })
    let completer = StatementCompleter(session: session)
    #expect(completer.completion(for: text, after: "").candidates.map(\.text) == offered)
  }

  @Test("knows the lines above") func continuation() throws {
    #expect(try candidates("  cost_of", after: "show revenue,") == ["cost_of_revenue"])
  }

  @Test("gives periods that have a value, the newest first") func periods() throws {
    #expect(
      try candidates("ratio gross_margin si for ") == [
        "2Q04", "1Q04", "2Q03", "1H04", "latest",
      ])
    #expect(try candidates("show revenue for 2Q04, 1") == ["1Q04", "1Q03", "1H04", "1H03"])
    #expect(try candidates("show revenue from ").contains("1Q03"))
    #expect(try candidates("show revenue from 1Q03 ") == ["to"])
    #expect(try candidates("show revenue from 1Q03 to 2Q04 f") == [])
    #expect(try candidates("show revenue since 2Q04 b") == ["by", "bottom"])
  }

  @Test(
    "gives what each clause takes",
    arguments: [
      ("show revenue by q", ["quarter"]), ("show revenue by quarter, s", ["segment"]),
      ("show revenue last 4 ", ["quarters", "halves", "years"]), ("show revenue last ", []),
      ("show revenue in m", ["million"]), ("show revenue in J", ["JPY"]),
      ("show revenue as ", ["of", "reported", "restated"]), ("show revenue of ", ["iij"]),
      ("show revenue order by ", ["value", "revenue"]),
      ("show revenue order by value d", ["desc"]), ("show revenue order ", ["by"]),
      ("show revenue where ", ["value", "revenue"]), ("show revenue top ", []),
      ("show revenue with sp", ["spark"]), ("show revenue, yo", ["yoy(", "yoy_change("]),
      ("ratio revenue t", ["top", "to"]), ("show revenue; rat", ["ratio"]),
      ("set negative = ", ["minus", "parentheses"]), ("set layout ", ["tidy", "wide"]),
      ("explain sh", ["show", "share"]),
    ] as [(String, [String])]) func arguments(text: String, offered: [String]) throws
  {
    #expect(try candidates(text) == offered)
  }

  @Test(
    "gives dot commands and what they take",
    arguments: [
      (".mo", [".mode"]), (".o", [".once", ".open", ".output"]), (".timer ", ["on", "off"]),
      (".mode c", ["csv"]), (".last nd", ["ndjson"]), (".layout ", ["tidy", "wide"]),
      (".help perio", ["periods"]), (".set neg", ["negative"]),
      (".set negative p", ["parentheses"]), (".version ", []), (".nothing ", []),
    ] as [(String, [String])]) func dotCommands(text: String, offered: [String]) throws
  {
    #expect(try candidates(text) == offered)
  }

  @Test(
    "gives what the companies report that are named",
    arguments: [
      ("show revenue n", ["north"]), ("show revenue s", ["south", "since"]),
      ("show revenue of acme for ", ["2Q05", "1Q05", "1H05", "latest"]),
      ("show revenue of sakura for ", ["4Q04", "latest"]),
      ("show revenue of idle for ", ["latest"]), ("show revenue for ", ["4Q04", "latest"]),
    ] as [(String, [String])]) func companies(text: String, offered: [String]) throws
  {
    let session = try Session(store: MetricStore.inMemory())
    let script = """
      company idle fiscal year starts january
      company sakura fiscal year starts april named by start
      company acme fiscal year starts january
      segment north; segment south; metric revenue flow JPY
      release s1 company sakura published 2005-05-11 from "sakura"
      release a1 company acme published 2005-08-11 from "acme"
      """
    let files = [
      "sakura": "metric,segment,unit,2005-03\nrevenue,,JPY,3\nrevenue,north,JPY,3",
      "acme": "metric,segment,unit,2005-03,2005-06\nrevenue,,JPY,3,4\nrevenue,south,JPY,3,4",
    ]
    let isFine = session.run(
      SourceText(name: "test", script), readFile: { path in Array(files[path, default: ""].utf8) },
      emit: { _ in })
    try #require(isFine)
    let completer = StatementCompleter(session: session)
    #expect(completer.completion(for: text, after: "").candidates.map(\.text) == offered)
  }

  @Test("gives names of files where one is wanted") func files() throws {
    let folder = TemporaryFolder()
    for name in ["a.csv", "ab.kq", ".hidden", "売上.csv", "two words.kq"] {
      #expect(FileManager.default.createFile(atPath: folder.path + "/" + name, contents: nil))
    }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/abc", withIntermediateDirectories: false)
    #expect(try candidates("show revenue into \"\(folder.path)/a") == ["a.csv", "ab.kq", "abc/"])
    #expect(try candidates(".read \(folder.path)/ab") == ["ab.kq", "abc/"])
    #expect(try candidates(".read \(folder.path)/.") == [".hidden"])
    #expect(try candidates("include \"\(folder.path)/売") == ["売上.csv"])
    #expect(try candidates(".read \(folder.path)/two w") == ["two words.kq"])
    #expect(try candidates(".output \"\(folder.path)/two w") == ["two words.kq"])
    #expect(try candidates("print \"\(folder.path)/a") == [])
    #expect(try candidates("show \"a\" into \"/no/such/") == [])
  }

  @Test("ends the name of a file with its quotation mark") func endOfFile() {
    let completion = Completion(
      replacing: 19..<20, candidates: [.init("answers.csv", ending: "\" ")])
    let edit = completion.edit(of: EditedLine("show revenue into \"a"))
    #expect(edit?.inserted == "answers.csv\" ")
    let closed = EditedLine("show revenue into \"a", "\"")
    #expect(completion.edit(of: closed)?.inserted == "answers.csv")
  }
}
