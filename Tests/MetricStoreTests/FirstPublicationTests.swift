import Metrics
import Testing

@testable import MetricStore

@Suite("When a company first published")
struct FirstPublicationTests {
  @Test("nothing was published before the first release, and something from its day on")
  func release() throws {
    let store = try MetricStore.inMemory()
    #expect(try store.firstPublication(of: "iij") == nil)
    _ = try store.append(Fixture.release("second", published: "2004-11-11"))
    _ = try store.append(Fixture.release("first", published: "2004-08-11"))
    let first = try #require(try store.firstPublication(of: "iij"))
    #expect(first.release == "first")
    #expect(try first.published == Fixture.date("2004-08-11"))
    #expect(try !store.hasPublished("iij", by: Fixture.date("2004-08-10")))
    #expect(try store.hasPublished("iij", by: Fixture.date("2004-08-11")))
    #expect(try !store.hasPublished("other", by: Fixture.date("2004-12-31")))
  }

  @Test("a release can bring figures that were published before it")
  func archive() throws {
    let store = try MetricStore.inMemory()
    let day = try Fixture.date("2001-05-15")
    let figure = NewObservation(
      series: 0, published: day, period: .quarter(ending: Month(year: 2001, month: 3)),
      mantissa: 1, exponent: 6, source: 0, line: 2, column: 3, scale: 6)
    _ = try store.append(
      ReleaseAppend(
        name: "archive", title: "Archive", company: "iij", published: Fixture.date("2010-01-01"),
        sources: [Fixture.source], series: [Fixture.revenue], observations: [figure]))
    #expect(try store.hasPublished("iij", by: day))
    #expect(try store.firstPublication(of: "iij")?.release == "archive")
  }
}
