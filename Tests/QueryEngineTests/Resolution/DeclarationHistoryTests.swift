import Metrics
import Testing

@testable import MetricStore
@testable import QueryEngine

@Suite("Which declarations were there at a moment")
struct DeclarationHistoryTests {
  /// Two releases, of days 10 and 20, and two of day 30; between them a metric is declared anew.
  private static let history = DeclarationHistory(
    declarations: [
      declaration("first", link: 1), declaration("second", link: 3),
      declaration("third", link: 6), declaration("dated", link: 8, declared: 25),
    ],
    releases: [
      release(link: 2, day: 10), release(link: 4, day: 20), release(link: 5, day: 30),
      release(link: 7, day: 30),
    ])

  private static let days: [(day: Int32, known: [String])] = [
    (9, ["first"]), (10, ["first"]), (11, ["first"]), (19, ["first"]), (20, ["first", "second"]),
    (24, ["first", "second"]), (25, ["first", "second", "dated"]),
    (30, ["first", "second", "third", "dated"]), (31, ["first", "second", "third", "dated"]),
  ]

  @Test(
    "a later version holds from the next release on, or from its date on",
    arguments: days)
  func byDay(day: Int32, known: [String]) {
    let cutoff = Basis.Cutoff.day(CalendarDate(dayNumber: day))
    #expect(Self.history.declarations(by: cutoff).map(\.statement) == known)
  }

  private static let releases: [(link: Int64, known: [String])] = [
    (2, ["first"]), (4, ["first", "second"]), (5, ["first", "second", "dated"]),
    (7, ["first", "second", "third", "dated"]),
  ]

  @Test("of the releases of one day, each knows what was declared before it", arguments: releases)
  func byRelease(link: Int64, known: [String]) throws {
    let release = try #require(Self.history.releases.first { $0.link == link })
    #expect(Self.history.declarations(by: .release(release)).map(\.statement) == known)
  }

  @Test("what was declared before any release holds for all time, each version of it")
  func beforeReleases() {
    let history = DeclarationHistory(
      declarations: [Self.declaration("first", link: 1), Self.declaration("second", link: 1)],
      releases: [Self.release(link: 2, day: 10)])
    let cutoff = Basis.Cutoff.day(CalendarDate(dayNumber: 1))
    #expect(history.declarations(by: cutoff).count == 2)
  }

  private static func declaration(
    _ statement: String, link: Int64, declared: Int32? = nil
  ) -> StoredDeclaration {
    StoredDeclaration(
      kind: "metric", name: "profit", statement: statement, link: link,
      declared: declared.map(CalendarDate.init))
  }

  private static func release(link: Int64, day: Int32) -> StoredRelease {
    StoredRelease(
      name: "release-\(link)", link: link, title: "", company: "acme",
      published: CalendarDate(dayNumber: day), sequences: 1..<2, sources: [])
  }
}
