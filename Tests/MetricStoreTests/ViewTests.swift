import Testing

@testable import MetricStore
@testable import Metrics

@Suite struct ViewTests {
  private func rows(
    of sql: String, _ change: (inout NewObservation) -> Void = { _ in }
  ) throws -> [String] {
    let store = try MetricStore.inMemory()
    var release = try Fixture.release()
    change(&release.observations[0])
    _ = try store.append(release)
    return try store.connection.rows(sql)
  }

  @Test func observationsReadSenseToAStranger() throws {
    #expect(
      try rows(of: "SELECT * FROM observation_text") == [
        "1|iij-2q04|2004-11-11|iij|revenue|total|2004-07-01|2004-09-30|3|10512000000.0|10,512|"
          + "JPY million|10512|6|income-statement.csv|2|3|value|NULL",
        "2|iij-2q04|2004-11-11|iij|gross_margin|total|2004-07-01|2004-09-30|3|0.132|13.2|%|132|-3|"
          + "income-statement.csv|3|3|value|unaudited",
      ])
  }

  private static let figures: [(Int64, Int8, Int8, String)] = [
    (2_832_355, 3, 3, "2832355000.0|2,832,355|JPY thousand"),
    (-829_760, 3, 3, "-829760000.0|-829,760|JPY thousand"),
    (-356, -2, 0, "-3.56|-3.56|JPY"),
    (-5, -2, 0, "-0.05|-0.05|JPY"),
    (0, -1, 0, "0.0|0.0|JPY"),
    (1_234_567, 5, 6, "123456700000.0|123,456.7|JPY million"),
    (10_512, 3, 6, "10512000.0|10.512|JPY million"),
    (1, 9, 9, "1000000000.0|1|JPY billion"),
    (1, 12, 12, "1000000000000.0|1|JPY trillion"),
    (7, 4, 4, "70000.0|7|JPY 10^4"),
    (7, 5, 3, "700000.0|7e2|JPY thousand"),
    (.min, 0, 0, "-9.22337203685478e+18|-9,223,372,036,854,775,808|JPY"),
    (1, -20, 0, "1.0e-20|1e-20|JPY"),
  ]

  @Test(arguments: figures)
  func figuresAreWrittenAsPrinted(
    _ mantissa: Int64, _ exponent: Int8, _ scale: Int8, _ expected: String
  ) throws {
    let rows = try rows(of: "SELECT value, printed, unit FROM observation_text LIMIT 1") {
      $0.mantissa = mantissa
      $0.exponent = exponent
      $0.scale = scale
    }
    #expect(rows == [expected])
  }

  @Test func aPrintedTextIsKept() throws {
    let rows = try rows(of: "SELECT printed FROM observation_text LIMIT 1") {
      $0.printed = "△10,512"
    }
    #expect(rows == ["△10,512"])
  }

  @Test func aMomentHasNoStartAndAnOddDayIsKept() throws {
    let rows = try rows(of: "SELECT period_start, period_end FROM observation_text LIMIT 1") {
      $0.period = $0.period.instant
      $0.lastDay = CalendarDate(year: 2004, month: 10, day: 2)
    }
    #expect(rows == ["NULL|2004-10-02"])
  }

  @Test func theNewestPrintedFigureIsThatOfTheNewestPublication() throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(Fixture.release("new", published: "2005-05-12", mantissa: 3))
    _ = try store.append(Fixture.release("old", published: "2004-11-11", mantissa: 1))
    let sql = "SELECT release, mantissa FROM newest_printed WHERE metric = 'revenue'"
    #expect(try store.connection.rows(sql) == ["new|3"])

    var withdrawal = try Fixture.release("withdrawal", published: "2005-06-01", mantissa: 0)
    withdrawal.observations[0].state = .withdrawn
    _ = try store.append(withdrawal)
    #expect(try store.connection.rows(sql) == [])
  }

  @Test func powersOfTenAreExactAsFarAsTheyCanBe() throws {
    let store = try MetricStore.inMemory()
    let powers = try store.connection.statement(
      "SELECT exponent, value, whole FROM power_of_ten ORDER BY exponent"
    ).all { row in (row.integer(0), row.real(1), row.optionalInteger(2)) }
    #expect(powers.count == 129)
    for (exponent, value, whole) in powers {
      let nearest = try #require(Double("1e\(exponent)"))
      #expect(abs(value - nearest) <= (exponent <= 22 ? 0 : nearest.ulp))
      #expect(whole == Int64("1" + String(repeating: "0", count: Int(exponent))))
    }
  }
}
