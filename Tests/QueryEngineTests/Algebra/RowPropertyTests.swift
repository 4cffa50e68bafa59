import Metrics
import QueryEngine
import Testing

@Suite("Whatever a company prints, its rows are ordered by what they hold")
struct RowPropertyTests {
  @Test("a rank is 1 and the number of larger values; ties share one", arguments: seeds)
  func rank(seed: UInt64) throws {
    let company = RandomCompany(seed: seed)
    let session = try company.session()
    let segments = company.segments.joined(separator: ", ")
    // A step that is coarse makes values equal.
    for measure in ["revenue", "customers", "round(revenue, -9)"] {
      for period in ["2Q02", "3Q03", "1H03", "FY04"] {
        let answer = try Answer.to(
          "show \(measure) as plain, rank(\(measure)) as place \(segments) for \(period)",
          in: session)
        let rows = answer.rows(of: ["plain", "place"])
        let numbers = rows.compactMap { $0[0].number }
        for row in rows {
          guard let value = row[0].number else {
            #expect(row[1] == row[0])
            continue
          }
          let larger = try numbers.count { try Fraction.isBelow(value, $0) }
          #expect(row[1].number == (try Fraction(Amount(exact: Int64(larger + 1)))))
        }
      }
    }
  }

  @Test("top and bottom are the beginnings of the two orders", arguments: seeds)
  func top(seed: UInt64) throws {
    let company = RandomCompany(seed: seed)
    let session = try company.session()
    for period in ["1Q02", "2Q03", "FY03", "3Q04"] {
      let query = "show revenue \(company.segments.joined(separator: ", ")) for \(period)"
      let falling = try Answer.to("\(query) order by value desc", in: session).figures
      let rising = try Answer.to("\(query) order by value asc", in: session).figures
      for count in 1...company.segments.count {
        let top = try Answer.to("\(query) top \(count)", in: session).figures
        #expect(top.map(\.key) == falling.prefix(count).map(\.key), "\(query)")
        let bottom = try Answer.to("\(query) bottom \(count)", in: session).figures
        #expect(bottom.map(\.key) == rising.prefix(count).map(\.key), "\(query)")
      }
    }
  }

  @Test("a condition and its opposite share the rows that have a value", arguments: seeds)
  func condition(seed: UInt64) throws {
    let company = RandomCompany(seed: seed)
    let session = try company.session()
    for period in ["4Q02", "2Q03", "FY03", "3Q04"] {
      let query = "show revenue \(company.segments.joined(separator: ", ")) for \(period)"
      let all = try Answer.to(query, in: session).figures
      let above = try Answer.to("\(query) where value > 200 million", in: session).figures
      let others = try Answer.to("\(query) where not value > 200 million", in: session).figures
      let known = all.filter { $0.value.number != nil }.map(\.key)
      #expect(Set(above.map(\.key)).isDisjoint(with: others.map(\.key)))
      #expect(Set((above + others).map(\.key)) == Set(known), "\(query)")
    }
  }
}
