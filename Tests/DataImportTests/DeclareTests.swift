import Catalog
import DataImport
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import Testing

/// `--declare`: names that a file brings.
@Suite struct DeclareTests {
  private static func described(_ checked: CheckedImport) -> [String] {
    checked.declarations.map { declaration in
      switch declaration {
      case .company(let company):
        "company \(company.name.text) \(company.labels.label ?? "-") \(company.calendar.startMonth)"
      case .segment(let segment): "segment \(segment.name.text) \(segment.labels.label ?? "-")"
      case .metric(let metric): "metric \(metric.name.text) \(metric.labels.label ?? "-")"
      case .unit(let unit): "unit \(unit.name.text)"
      case .identity: "identity"
      case .savedQuery: "saved query"
      }
    }
  }

  /// The catalog as the store's text makes it when it is opened again.
  private static func replayed(_ checked: CheckedImport) throws -> Catalog {
    var catalog = try SmallCatalog.make()
    for declaration in checked.declarations {
      let script = QueryParser.parse(SourceText(name: "store", declaration.canonicalText))
      #expect(script.diagnostics.map(\.message) == [])
      guard case .declaration(let read)? = script.statements.first?.kind else {
        Issue.record("\(declaration.canonicalText) is no declaration")
        continue
      }
      try catalog.declare(read)
    }
    return catalog
  }

  @Test(
    "what is declared can be read again",
    arguments: [
      "a.sub", "cloud.storage", "U.S", "Japan.Tokyo", "it.for", "a.1h04", "for", "show.by", "東京.港",
      "R&D", "ratio", "1st", "2Q04", "north.total",
    ]) func readable(segment: String) throws
  {
    let text = "metric,segment,2Q04\nrevenue,\(segment),1\n"
    let checked = try SmallCatalog.check(text) { $0.declares = true }
    let path = try #require(checked.release.series.first?.segment)
    #expect(try DeclareTests.replayed(checked).segment(at: path) != nil)
  }

  @Test(
    "what no name can be made of is refused",
    arguments: [
      ("revenue,-,JPY,1", "'-' has no letter that the name of a segment could be made of"),
      ("revenue,🚀,JPY,1", "'🚀' has no letter that the name of a segment could be made of"),
      ("???,,JPY,1", "'???' has no letter that the name of a metric could be made of"),
      ("speed,,for,1", "'for' can't be declared: expected a name, found `for`"),
    ]) func nameless(row: String, message: String) throws
  {
    let told = try SmallCatalog.failure("metric,segment,unit,2Q04\n\(row)\n") {
      $0.declares = true
      $0.kind = .flow
    }
    #expect(try #require(told).contains("error: " + message))
  }

  @Test func `everything unknown is declared, in an order that can be replayed`() throws {
    let text = """
      company,metric,segment,unit,kind,period,value
      Acme Corp.,Net sales,Asia / Pacific,EUR million,flow,2Q04,5
      Acme Corp.,Net sales,europe.west.1st,EUR million,flow,2Q04,6
      Acme Corp.,Head count,"Asia / Pacific",people,stock,2Q04,7
      Acme Corp.,share,1H04,%,rate,2Q04,8
      Acme Corp.,Revenue per person,,EUR/people,rate,2Q04,9
      """
    let checked = try SmallCatalog.check(text) {
      $0.declares = true
      $0.fiscalCalendar = .calendarYear
    }
    #expect(
      DeclareTests.described(checked) == [
        "company acme_corp Acme Corp. 1", "segment asia_pacific Asia / Pacific",
        "metric net_sales Net sales", "segment europe -", "segment europe.west -",
        "segment europe.west.1st -", "unit people", "metric head_count Head count",
        "segment segment_1h04 1H04", "metric metric_share share",
        "metric revenue_per_person Revenue per person",
      ])
    let catalog = try DeclareTests.replayed(checked)
    #expect(catalog.company(named: "acme_corp")?.calendar == .calendarYear)
    #expect(checked.release.series.map(\.segment).last == "total")
    #expect(checked.release.observations.map(\.exponent) == [6, 6, 0, -2, 0])
    #expect(checked.release.observations[2].period.months == 0)
  }

  @Test func `labels that fold alike get names apart`() throws {
    let text = "metric,segment,2Q04\nrevenue,A-B,1\nrevenue,A/B,2\nrevenue,revenue,3\n"
    let checked = try SmallCatalog.check(text) { $0.declares = true }
    #expect(
      DeclareTests.described(checked) == [
        "segment a_b A-B", "segment a_b_2 A/B", "segment revenue_2 revenue",
      ])
  }

  @Test func `one kind for a file is none for its ratios and quotients`() throws {
    let text = """
      metric,unit,kind,2Q04
      Net sales,USD million,,5
      Gross margin,%,,47.7
      Price,USD/share,,1.2
      Headcount,contract,stock,7
      Dividend,USD/share,flow,1
      Gross margin,%,,
      """
    let checked = try SmallCatalog.check(text) {
      $0.declares = true
      $0.kind = .flow
    }
    #expect(
      checked.declared == "5 metrics: net_sales flow USD, gross_margin_2 rate %, price rate "
        + "USD/share, headcount stock contract, dividend flow USD/share")
  }

  @Test func `whatever is declared is told, up to a number`() throws {
    let rows = (1...23).map { "fee,part \($0),people,\($0)\n" }.joined()
    let checked = try SmallCatalog.check("metric,segment,unit,2Q04\n" + rows) {
      $0.declares = true
      $0.kind = .stock
      $0.company = "Acme"
      $0.fiscalCalendar = .calendarYear
    }
    let told = (1...20).map { "part_\($0)" }.joined(separator: ", ")
    #expect(
      checked.declared == "1 metric: fee stock people; 23 segments: \(told) and 3 more; "
        + "1 unit: people; 1 company: acme")
    #expect(checked.alteredNames.isEmpty)
    #expect(try SmallCatalog.check("metric,2Q04\nrevenue,1\n").declared == nil)
  }

  @Test func `a name that was taken is told, with what that does to its figures`() throws {
    let text = """
      metric,segment,unit,2Q04
      Net sales,,USD,1
      Net-sales,,USD,2
      revenue,Cash,,3
      """
    let checked = try SmallCatalog.check(text) {
      $0.declares = true
      $0.kind = .flow
    }
    #expect(
      checked.alteredNames == [
        "'Net-sales' is the metric net_sales_2, as net_sales is another, 'Net sales': their "
          + "figures are series apart; if they are one, write both the same way in the file",
        "'Cash' is the segment cash_2, as cash is a metric",
      ])
  }

  @Test(arguments: [
    ("JPYm", "write JPY million"), ("$bn", "write USD billion"),
    ("USD (000s)", "write USD thousand"),
    ("millions of yen", "write JPY million"), ("in JPY (million)", "write JPY million"),
    ("€ k", "write EUR thousand"), ("百万", "write million"), ("bn", "write billion"),
    ("TEUR", "write EUR thousand"), ("T€", "write EUR thousand"), ("RMB", "write CNY"),
    ("RMB million", "write CNY million"), ("US$m", "write USD million"),
    ("pct", "write %"), ("bps", "write the figures in %, as 0.25 for 25 basis points"),
  ])
  func `an abbreviated unit isn't declared`(_ unit: String, _ advice: String) throws {
    for declares in [false, true] {
      let failure = try SmallCatalog.failure("metric,unit,2Q04\nrevenue,\(unit),5\n") {
        $0.declares = declares
      }
      #expect(failure?.contains("error: '\(unit)' is no unit\n") == true, "\(failure ?? "")")
      #expect(failure?.contains("\n  \(advice)\n") == true, "\(failure ?? "")")
    }
  }

  @Test(arguments: ["m", "km", "people", "GWh", "MWh/month", "b"])
  func `a unit that means itself is declared or known`(_ unit: String) throws {
    let text = "metric,unit,2Q04\nnetwork,\(unit),5\n"
    let checked = try SmallCatalog.check(text) {
      $0.declares = true
      $0.kind = .stock
    }
    #expect(checked.figureCount == 1)
  }

  @Test(arguments: ["€ thousand", "$ million", "million $"])
  func `a sign and a scale are a unit`(_ unit: String) throws {
    let checked = try SmallCatalog.check("metric,unit,2Q04\nfee,\(unit),5\n") {
      $0.declares = true
      $0.kind = .flow
    }
    let currency = unit.contains("€") ? "EUR" : "USD"
    #expect(checked.declared == "1 metric: fee flow \(currency)")
    #expect(checked.release.observations.map(\.exponent) == [unit.contains("€") ? 3 : 6])
  }

  @Test func `names that look the same are one`() throws {
    let text = """
      metric,unit,2Q04,1Q04,4Q03,3Q03
      Net  sales,USD,1,,,
      Net\u{200B} sa\u{AD}les\u{202E},USD,,2,,
      "Net
      sales",USD,,,3,
      \u{3000}Net\u{A0}sales\u{A0},USD,,,,4
      """
    let checked = try SmallCatalog.check(text) {
      $0.declares = true
      $0.kind = .flow
    }
    #expect(checked.declared == "1 metric: net_sales flow USD")
    #expect(checked.alteredNames == [])
    #expect(checked.warnings.count == 1)
    #expect(Set(checked.release.observations.map(\.series)) == [0])
  }

  @Test func `a label in two lines is declared in one`() throws {
    let text = "metric,unit,2Q04\n\"Net\n sales\",USD,1\n"
    let checked = try SmallCatalog.check(text) {
      $0.declares = true
      $0.kind = .flow
    }
    let statements = checked.declarations.map { "\($0)" }
    #expect(statements.contains { $0.contains("\"Net sales\"") }, "\(statements)")
  }

  @Test func `known names stay what they are`() throws {
    let text = "metric,segment,unit,2Q04\nRevenue,systems INTEGRATION,JPY,1\n"
    let checked = try SmallCatalog.check(text) { $0.declares = true }
    #expect(checked.declarations.isEmpty)
  }

  @Test func `a company that the options name is declared too`() throws {
    let checked = try SmallCatalog.check("metric,2Q04\nrevenue,1\n") {
      $0.company = "acme"
      $0.declares = true
      $0.fiscalCalendar = FiscalCalendar(startMonth: 7, naming: .end)
    }
    #expect(checked.release.company == "acme")
    #expect(checked.release.observations[0].period.end == Month(year: 2003, month: 12))
  }

  @Test(arguments: [
    ("metric,unit,2Q04\nprofit,JPY,1\n", "metric 'profit' is new, and its kind isn't known"),
    (
      "metric,kind,2Q04\nprofit,flow,1\n",
      "metric 'profit' is new, and the row doesn't name its unit"
    ),
    ("metric,unit,kind,2Q04\nrevenue,JPY,stock,1\n", "revenue is a flow, and the row says stock"),
    ("metric,unit,kind,2Q04\nprofit,JPY,sum,1\n", "'sum' is no kind of metric"),
    (
      "company,metric,2Q04\nacme,revenue,1\n",
      "company 'acme' is new, and its fiscal year isn't known"
    ),
    ("metric,unit,2Q04\nrevenue,fizz-buzz,1\n", "'fizz-buzz' is no unit"),
  ])
  func `is never guessed`(_ text: String, _ message: String) throws {
    let failure = try #require(try SmallCatalog.failure(text) { $0.declares = true })
    #expect(failure.contains("error: \(message)\n"))
  }
}
