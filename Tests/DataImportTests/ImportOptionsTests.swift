import Catalog
import DataImport
import Foundation
import MetricStore
import Metrics
import Testing

/// What the options alone decide.
@Suite struct ImportOptionsTests {
  private static let file = "metric,2Q04\nrevenue,5\n"

  @Test func `faults beyond the limit are counted`() throws {
    let rows = String(repeating: "revenue,x\n", count: 30)
    let failure = try #require(try SmallCatalog.failure("metric,2Q04\n" + rows))
    #expect(failure.components(separatedBy: "error:").count == 21)
    #expect(failure.hasSuffix("… and 10 more: 30 faults found; nothing was imported"))
  }

  @Test func `the limit can be lowered`() throws {
    let failure = try SmallCatalog.failure("metric,2Q04\nrevenue,x\nrevenue,y\n") {
      $0.badRowLimit = 1
    }
    #expect(failure?.hasSuffix("… and 1 more: 2 faults found; nothing was imported") == true)
  }

  @Test func `faults of several files are told by their names`() throws {
    let files = ["a.csv", "in/b.csv"].map {
      ImportFile(name: $0, bytes: Array("metric,2Q04\nrevenue,x\n".utf8))
    }
    var options = ImportOptions()
    options.company = "iij"
    options.published = CalendarDate(year: 2004, month: 11, day: 11)
    do {
      _ = try ReleaseImport.check(
        files: files, options: options, catalog: SmallCatalog.make(), digest: { _ in [] })
      Issue.record("nothing was refused")
    } catch let failure as ImportFailure {
      let text = failure.text(for: files)
      #expect(text.contains("a.csv:2:9: error") && text.contains("in/b.csv:2:9: error"))
      #expect(failure.faults.map(\.file) == [0, 1])
    }
  }

  @Test func `a renamed column has to be there`() throws {
    let failure = try SmallCatalog.failure(ImportOptionsTests.file) {
      $0.columnNames = ["metrik": "metric"]
    }
    #expect(
      failure == """
        error: no file has the column 'metrik' that --map renames
          did you mean metric?
        1 fault found; nothing was imported
        """)
  }

  @Test func `a column is renamed to one that exists`() throws {
    let failure = try SmallCatalog.failure(ImportOptionsTests.file) {
      $0.columnNames = ["metric": "metrics"]
    }
    #expect(
      failure == """
        error: --map metric=metrics: there is no column 'metrics'
          did you mean metric?
        1 fault found; nothing was imported
        """)
  }

  @Test func `an unknown company is said once and without a place`() throws {
    let failure = try SmallCatalog.failure(ImportOptionsTests.file) { $0.company = "iji" }
    #expect(
      failure == """
        error: there is no company named 'iji'
          did you mean iij?
          to declare what the file names, add --declare
        1 fault found; nothing was imported
        """)
  }

  @Test func `company and date have to come from somewhere`() throws {
    let failure = try SmallCatalog.failure(ImportOptionsTests.file) {
      $0.company = nil
      $0.published = nil
    }
    #expect(
      failure == """
        data.csv:1:1: error: whose figures these are isn't said
            metric,2Q04
            ^~~~~~
          add --company, or a column `company`
        data.csv:1:1: error: when the figures were published isn't said
            metric,2Q04
            ^~~~~~
          add --published 2004-11-11, or a column `published`
        2 faults found; nothing was imported
        """)
  }

  @Test func `no files are no import`() throws {
    #expect(throws: ImportFailure.self) {
      try ReleaseImport.check(
        files: [], options: ImportOptions(), catalog: Catalog(), digest: { _ in [] })
    }
  }

  @Test func `progress ends at the last byte`() throws {
    let text = "metric,2Q04\n" + String(repeating: "revenue,5\n", count: 70_000)
    var options = ImportOptions()
    options.company = "iij"
    options.published = CalendarDate(year: 2004, month: 11, day: 11)
    var reports: [ImportProgress] = []
    _ = try ReleaseImport.check(
      files: [ImportFile(name: "data.csv", bytes: Array(text.utf8))], options: options,
      catalog: SmallCatalog.make(), digest: { _ in [] }, progress: { reports.append($0) })
    #expect(reports.count == 3)
    #expect(reports.map(\.rowCount) == [32_768, 65_536, 70_000])
    #expect(reports.last?.byteCount == reports.last?.totalByteCount)
  }
}
