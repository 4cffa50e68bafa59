import DataImport
import MetricStore
import Testing

/// Units as Japanese tables head their columns.
@Suite struct JapaneseUnitTests {
  @Test(
    "a scale before the currency is the scale of the figures",
    arguments: [
      ("円", "JPY", 0), ("千円", "JPY", 3), ("百万円", "JPY", 6), ("億円", "JPY", 8),
      ("１０億円", nil, 0), ("ドル", "USD", 0), ("千ドル", "USD", 3), ("百万ドル", "USD", 6),
      ("百万ﾄﾞﾙ", "USD", 6), ("百万株", nil, 0),
    ] as [(String, String?, Int)])
  func unitColumn(unit: String, currency: String?, exponent: Int) throws {
    let text = "metric,unit,2Q04\nrevenue,\(unit),\"1,234\"\n"
    guard let currency else {
      #expect(try SmallCatalog.failure(text)?.contains("unit") == true)
      return
    }
    let release = try SmallCatalog.check(text).release
    #expect(release.series.map(\.unit) == [currency])
    #expect(
      release.observations.map { [Int($0.mantissa), Int($0.exponent)] } == [[1234, exponent]])
  }

  @Test func `no unit of that name is declared`() throws {
    let text = "metric,unit,2Q04\nrevenue,百万円,1\nrevenue,億円,1\n"
    #expect(try SmallCatalog.check(text) { $0.declares = true }.declarations.isEmpty)
  }

  @Test func `a figure may say it too, where its column doesn't say otherwise`() throws {
    let release = try SmallCatalog.check("metric,unit,2Q04\nrevenue,百万円,\"△1,234百万円\"\n").release
    #expect(release.observations.map { [Int($0.mantissa), Int($0.exponent)] } == [[-1234, 6]])
    let clash = try SmallCatalog.failure("metric,unit,2Q04\nrevenue,百万円,12億円\n")
    #expect(clash?.contains("億円") == true)
  }
}
