import Catalog
import DataImport
import Foundation
import MetricStore
import Metrics
import Testing

/// The files of the sample release, read as they are.
@Suite struct SampleFilesTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SampleData/Release")

  private static func file(_ name: String) throws -> ImportFile {
    let data = try Data(contentsOf: folder.appendingPathComponent(name + ".csv"))
    return ImportFile(name: name + ".csv", bytes: [UInt8](data))
  }

  private static func check(_ names: [String]) throws -> CheckedImport {
    var options = ImportOptions()
    options.company = "iij"
    options.published = CalendarDate(year: 2004, month: 11, day: 11)
    options.declares = true
    options.kind = .flow
    options.fiscalCalendar = SmallCatalog.april
    return try ReleaseImport.check(
      files: names.map(file), options: options, catalog: Catalog(), digest: { _ in [] })
  }

  /// Rows, figures and missing fields of each file.
  static let counts: [(String, Int, Int, Int)] = [
    ("adjusted-ebitda-reconciliation", 8, 24, 0),
    ("balance-sheet", 70, 140, 70),
    ("capex-reconciliation", 3, 9, 0),
    ("cash-at-beginning", 4, 4, 0),
    ("cash-flows", 64, 128, 64),
    ("connectivity-breakdown", 11, 33, 0),
    ("contracts", 11, 33, 0),
    ("convenience-rate", 1, 1, 0),
    ("cost-of-revenues", 4, 12, 0),
    ("cross-selling", 2, 4, 0),
    ("equipment", 3, 9, 0),
    ("income-statement", 50, 104, 46),
    ("large-customers", 1, 1, 0),
    ("operating-summary", 5, 25, 0),
    ("other-statistics", 3, 9, 0),
    ("revenues", 4, 12, 0),
    ("systems-integration", 5, 15, 0),
  ]

  @Test(arguments: counts)
  func `every field is a figure or missing`(
    _ name: String, _ rows: Int, _ figures: Int, _ missing: Int
  ) throws {
    let checked = try SampleFilesTests.check([name])
    #expect(checked.rowCount == rows)
    #expect(checked.figureCount == figures)
    #expect(checked.missingCount == missing)
  }

  @Test func `all files together are one release`() throws {
    let checked = try SampleFilesTests.check(SampleFilesTests.counts.map(\.0))
    #expect(checked.release.sources.map(\.name) == SampleFilesTests.counts.map { $0.0 + ".csv" })
    #expect(checked.figureCount == SampleFilesTests.counts.reduce(0) { $0 + $1.2 })
    #expect(Set(checked.release.series).count == checked.release.series.count)
  }

  @Test func `figures are what the tables print`() throws {
    let figures = try SampleFilesTests.check(["income-statement"]).release
    let texts = figures.observations.suffix(4).map { "\($0.mantissa)e\($0.exponent)" }
    #expect(texts == ["38312e0", "76623702e0", "55233050e0", "76623702e0"])
    let loss = try #require(figures.observations.first { $0.printed == "(829,760)" })
    #expect(loss.mantissa == -829_760 && loss.exponent == 3 && loss.scale == 3)
  }
}
