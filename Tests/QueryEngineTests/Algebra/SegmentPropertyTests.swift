import Metrics
import QueryEngine
import Testing

@Suite("Whatever a company prints, its segments add up")
struct SegmentPropertyTests {
  @Test("a sum over segments is the sum of the segments", arguments: seeds)
  func sum(seed: UInt64) throws {
    var company = RandomCompany(seed: seed)
    let session = try company.session()
    for metric in ["revenue", "cost", "profit"] {
      let some = company.disjointSegments()
      let parts = try Answer.to("show \(metric) \(some.joined(separator: ", "))", in: session)
      for period in Set(parts.figures.map(\.key.period)).sorted() {
        let values = parts.figures.filter { $0.key.period == period }.map(\.value)
        let sum = try Answer.to(
          "sum \(metric) \(some.joined(separator: ", ")) for \(period)", in: session)
        #expect(try sum.values == [Answer.Value.sum(of: values)], "\(metric) \(some) \(period)")
      }
    }
  }

  @Test("the shares of the segments are 1 where the segments tie", arguments: seeds)
  func share(seed: UInt64) throws {
    let company = RandomCompany(seed: seed, .exact)
    let session = try company.session()
    for parent in company.inner {
      let clause = "\(parent) by segment across quarter"
      let figures = try Answer.to("show revenue \(clause)", in: session)
      let shares = try Answer.to("share revenue \(clause)", in: session)
      for (index, quarter) in RandomCompany.quarters.enumerated() {
        let children = try company.children(of: parent).map { child in
          try #require(figures.values(ofSegment: child)[index].number)
        }
        let whole = try #require(figures.values(ofSegment: parent)[index].number)
        #expect(try children.total() == whole, "the company prints figures that tie")
        let parts = company.children(of: parent).map { shares.values(ofSegment: $0)[index] }
        if whole.numerator == 0 {
          #expect(parts.allSatisfy { $0 == .undefined })
        } else {
          let sum = try Answer.Value.sum(of: parts).number
          #expect(sum?.isOne == true, "\(parent) \(quarter)")
        }
      }
    }
  }

  @Test("contributions add up to the growth of the total", arguments: seeds)
  func contribution(seed: UInt64) throws {
    let company = RandomCompany(seed: seed, .exact)
    let session = try company.session()
    for parent in company.inner {
      let rows = "\(parent) by segment across quarter since 1Q03"
      let growth = try Answer.to("yoy revenue \(rows)", in: session).values(ofSegment: parent)
      let contributions = try Answer.to("contribution revenue \(rows)", in: session)
      for index in growth.indices {
        let parts = company.children(of: parent).map {
          contributions.values(ofSegment: $0)[index]
        }
        if growth[index].number == nil {
          #expect(parts.allSatisfy { $0 == growth[index] })
        } else {
          #expect(try Answer.Value.sum(of: parts) == growth[index], "\(parent) column \(index)")
        }
      }
    }
  }

  @Test("a ratio is worked out on added parts, and never added itself", arguments: seeds)
  func ratio(seed: UInt64) throws {
    let company = RandomCompany(seed: seed)
    let session = try company.session()
    for path in ["total"] + company.segments {
      for grain in ["half", "year"] {
        let answer = try Answer.to(
          """
          show margin as margin_itself, revenue as above, cost as below, revenue / cost as quotient
            \(path) by \(grain)
          """, in: session)
        for row in answer.rows(of: ["margin_itself", "above", "below", "quotient"]) {
          guard let above = row[1].number, let below = row[2].number else { continue }
          let margin = try (above - below) / above
          #expect(row[0] == margin.map { .number($0) } ?? .undefined || row[0] == .uncovered)
          let quotient = try above / below
          #expect(row[3] == quotient.map { .number($0) } ?? .undefined || row[3] == .uncovered)
        }
      }
    }
  }
}

/// The companies on which each property is tried.
let seeds: ClosedRange<UInt64> = 1...8

extension Answer.Value {
  /// What a sum of values has to be: missing where one is.
  static func sum(of values: [Answer.Value]) throws -> Answer.Value {
    if values.contains(.missing) { return .missing }
    return .number(try values.compactMap(\.number).total())
  }
}

extension Answer {
  /// The values of some measures, one row for each place that they share.
  func rows(of measures: [String]) -> [[Value]] {
    let columns = measures.map { values(of: $0) }
    return (columns.first ?? []).indices.map { index in columns.map { $0[index] } }
  }
}

extension Fraction {
  var isOne: Bool { numerator == 1 && denominator == 1 }
}
