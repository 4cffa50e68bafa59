import Metrics
import QueryEngine
import Testing

@Suite("Whatever a company prints, its periods hang together")
struct TimePropertyTests {
  @Test("ttm is the sum of four quarters where they are printed exactly", arguments: seeds)
  func trailingYear(seed: UInt64) throws {
    let company = RandomCompany(seed: seed, .exact)
    let session = try company.session()
    for path in ["total"] + company.segments {
      let quarters = try Answer.to("show revenue \(path) by quarter", in: session).values
      let windows = try Answer.to("ttm revenue \(path) by quarter", in: session).values
      #expect(windows.prefix(3).allSatisfy { $0 == .missing })
      for index in 3..<quarters.count {
        let sum = try Answer.Value.sum(of: Array(quarters[index - 3...index]))
        #expect(windows[index] == sum, "\(path) \(RandomCompany.quarters[index])")
      }
    }
  }

  @Test("what never changes doesn't grow", arguments: seeds)
  func constant(seed: UInt64) throws {
    let session = try RandomCompany(seed: seed).session()
    for (verb, since) in [("yoy", "1Q03"), ("qoq", "2Q02"), ("pop", "2Q02")] {
      for name in [verb, verb + "_change"] {
        let growth = try Answer.to("\(name) constant since \(since)", in: session)
        #expect(growth.values.count > 7)
        #expect(growth.values.allSatisfy { $0.number?.numerator == 0 })
      }
    }
  }

  @Test("a change is the figure less the one before", arguments: seeds)
  func change(seed: UInt64) throws {
    let company = RandomCompany(seed: seed)
    let session = try company.session()
    for (verb, metric, lag) in [
      ("yoy_change", "revenue", "1 year"), ("qoq_change", "profit", "1 quarter"),
      ("pop_change", "customers", "1 quarter"),
    ] {
      let answer = try Answer.to(
        """
        show \(verb)(\(metric)) as changed, \(metric) as now, lag(\(metric), \(lag)) as before,
          \(metric) - lag(\(metric), \(lag)) as difference
          \(company.segments.joined(separator: ", ")) by segment, quarter
        """, in: session)
      let rows = answer.rows(of: ["changed", "now", "before", "difference"])
      #expect(rows.contains { $0[1].number != nil && $0[2].number != nil })
      for row in rows {
        #expect(row[0] == row[3])
        guard let now = row[1].number, let before = row[2].number else { continue }
        #expect(try row[0] == .uncovered || row[0].number == now - before)
      }
    }
  }

  @Test("a running total ends with the sum of its range", arguments: seeds)
  func cumulative(seed: UInt64) throws {
    var company = RandomCompany(seed: seed)
    let session = try company.session()
    for path in ["total"] + company.segments {
      let (first, last) = company.range()
      let range = "from \(first) to \(last)"
      let running = try Answer.to("cumulative revenue \(path) \(range)", in: session)
      let quarters = try Answer.to("show revenue \(path) \(range)", in: session)
      #expect(running.values.first == quarters.values.first)
      #expect(try running.values.last == .sum(of: quarters.values), "\(path) \(range)")
      let sum = try Answer.to("sum revenue \(path) \(range)", in: session)
      #expect(sum.values == [running.values.last], "\(path) \(range)")
    }
  }

  @Test("an index is 100 at its base, and in proportion elsewhere", arguments: seeds)
  func index(seed: UInt64) throws {
    let company = RandomCompany(seed: seed)
    let session = try company.session()
    for path in company.segments {
      for (position, base) in RandomCompany.quarters.enumerated() where position % 3 == 1 {
        let answer = try Answer.to(
          "show index(revenue, \(base)) as rebased, revenue as plain \(path) from 1Q02 to 4Q04",
          in: session)
        let rows = answer.rows(of: ["rebased", "plain"])
        guard let start = rows[position][1].number, start.numerator > 0 else { continue }
        #expect(try rows[position][0].number == Fraction(Amount(exact: 100)))
        for row in rows {
          #expect((row[0].number == nil) == (row[1].number == nil))
          guard let rebased = row[0].number, let plain = row[1].number else { continue }
          #expect(try rebased * start == plain * Fraction(Amount(exact: 100)), "\(path) \(base)")
        }
      }
    }
  }

  @Test("a half and a year are their quarters where only quarters are printed", arguments: seeds)
  func longerPeriods(seed: UInt64) throws {
    let company = RandomCompany(seed: seed, .init(printsLongerPeriods: false))
    let session = try company.session()
    for path in company.segments where company.children(of: path).isEmpty {
      let quarters = try Answer.to("show revenue \(path) from 1Q02 to 4Q04", in: session).values
      for (grain, length) in [("half", 2), ("year", 4)] {
        let longer = try Answer.to(
          "show revenue \(path) from 1Q02 to 4Q04 by \(grain)", in: session)
        #expect(longer.values.count == 12 / length)
        for (index, value) in longer.values.enumerated() {
          let parts = Array(quarters[index * length..<(index + 1) * length])
          #expect(try value == .sum(of: parts), "\(path) \(grain) \(index)")
        }
      }
    }
  }

  @Test("an average times its count is the sum of what was reported", arguments: seeds)
  func average(seed: UInt64) throws {
    var company = RandomCompany(seed: seed)
    let session = try company.session()
    for metric in ["revenue", "customers"] {
      for path in company.segments {
        let (first, last) = company.range()
        let range = "\(path) from \(first) to \(last)"
        let figures = try Answer.to("show \(metric) \(range)", in: session).numbers
        let summary = try Answer.to(
          "show average(\(metric)) as mean, count(\(metric)) as number \(range)", in: session)
        let number = try #require(summary.values(of: "number").first?.number)
        #expect(number == (try Fraction(Amount(exact: Int64(figures.count)))))
        guard let mean = summary.values(of: "mean").first?.number else {
          #expect(figures.isEmpty)
          continue
        }
        #expect(try mean * number == figures.total(), "\(metric) \(range)")
      }
    }
  }

  @Test("a derived quarter and the rest of its span give what is printed", arguments: seeds)
  func derived(seed: UInt64) throws {
    let company = RandomCompany(seed: seed, .init(mixesPrecision: false))
    let session = try company.session()
    for path in company.segments where company.children(of: path).isEmpty {
      for year in RandomCompany.years {
        let answer = try Answer.to(
          """
          show revenue \(path)
            for 1Q\(year), 2Q\(year), 3Q\(year), 4Q\(year), 1H\(year), 2H\(year), 9M\(year), FY\(year)
          """, in: session)
        let values = answer.values
        for (span, quarters) in [(4, 0..<2), (5, 2..<4), (6, 0..<3), (7, 0..<4)] {
          let parts = Array(values[quarters])
          if parts.contains(.missing) { continue }
          #expect(try values[span] == .sum(of: parts), "\(path) \(year) \(span)")
        }
      }
    }
  }
}
