import Metrics
import QueryEngine
import Testing

@Suite("Whatever a company prints, one question has one answer")
struct FormPropertyTests {
  @Test("a verb and a call are the same", arguments: seeds)
  func verbs(seed: UInt64) throws {
    var company = RandomCompany(seed: seed)
    let session = try company.session()
    let verbs = [
      "sum", "average", "min", "max", "median", "stdev", "count", "first", "last", "yoy", "qoq",
      "pop", "yoy_change", "qoq_change", "pop_change", "ttm", "ytd", "cumulative",
      "annualized_growth", "run_rate", "cagr", "index", "share", "contribution", "rank",
    ]
    for (index, verb) in verbs.enumerated() where (index + Int(seed)) % 3 == 0 {
      let rest = "\(company.disjointSegments().joined(separator: ", ")) from 2Q03 to 3Q04"
      for (verbs, call) in [
        ("\(verb) revenue", "\(verb)(revenue)"), ("\(verb) abs(cost)", "\(verb)(abs(cost))"),
      ] {
        let asVerbs = try Answer.to("\(verbs) \(rest)", in: session)
        let asCall = try Answer.to("show \(call) \(rest)", in: session)
        #expect(asVerbs == asCall, "\(call) \(rest)")
        #expect(!asCall.figures.isEmpty)
      }
    }
  }

  @Test("printing what is known in thousands in millions too changes nothing", arguments: seeds)
  func coarserPrinting(seed: UInt64) throws {
    let company = RandomCompany(seed: seed)
    let (once, twice) = (try company.session(), try company.session(repeatsInMillions: true))
    let segments = (["total"] + company.segments).joined(separator: ", ")
    for query in [
      "show revenue, profit, customers \(segments) by segment, quarter",
      "ratio margin \(segments) by segment, half", "yoy cost \(segments) by segment, year",
    ] {
      #expect(try Answer.to(query, in: once) == Answer.to(query, in: twice), "\(query)")
    }
  }

  @Test("a query and its periods asked for one by one agree", arguments: seeds)
  func onePeriodAtATime(seed: UInt64) throws {
    let company = RandomCompany(seed: seed)
    let session = try company.session()
    for measure in ["show revenue", "ratio margin", "yoy revenue", "ttm profit", "ytd cost"] {
      let path = company.segments[Int(seed) % company.segments.count]
      let all = try Answer.to("\(measure) \(path) from 1Q02 to 4Q04", in: session)
      for (index, quarter) in RandomCompany.quarters.enumerated() {
        let one = try Answer.to("\(measure) \(path) for \(quarter)", in: session)
        #expect(one.values == [all.values[index]], "\(measure) \(path) \(quarter)")
      }
    }
  }
}
