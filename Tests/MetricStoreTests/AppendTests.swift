import Testing

@testable import MetricStore
@testable import Metrics

@Suite struct AppendTests {
  @Test func readsBackWhatWasAppended() throws {
    let store = try MetricStore.inMemory()
    let outcome = try store.append(Fixture.release())

    let series = try #require(try store.series(company: "iij", metric: "revenue").first)
    #expect(series.key == Fixture.revenue)
    #expect(
      try store.observations(of: series) == [
        Observation(
          sequence: 1, published: Fixture.date("2004-11-11"),
          period: .quarter(ending: Month(year: 2004, month: 9)), mantissa: 10_512, exponent: 6)
      ])
    let head = try #require(try store.head())
    #expect(outcome == .appended(head: head, rows: 2))
  }

  @Test func keepsWhereAFigureWasPrinted() throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(Fixture.release())

    let stored = try #require(try store.storedObservations(2..<3).first)
    #expect(stored.series == Fixture.margin)
    #expect(stored.release == "iij-2q04")
    #expect(stored.source == "income-statement.csv")
    #expect([stored.line, stored.column, Int(stored.scale)] == [3, 3, -2])
    #expect(stored.note == "unaudited")
    #expect(stored.printed == nil)
  }

  @Test func listsReleasesInOrderOfAppending() throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(Fixture.release("later"))
    _ = try store.append(Fixture.release("earlier", published: "2004-08-11"))

    let releases = try store.releases()
    #expect(releases.map(\.name) == ["later", "earlier"])
    #expect(releases.map(\.sequences) == [1..<3, 3..<5])
    #expect(releases.allSatisfy { $0.sources == [Fixture.source] })
    #expect(try releases[1].published == Fixture.date("2004-08-11"))
  }

  @Test func listsDeclarationsInOrderOfAppending() throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(Fixture.declarations, declared: nil)
    _ = try store.append([Fixture.declarations[1]], declared: Fixture.date("2004-11-11"))

    let stored = try store.declarations()
    #expect(
      stored.map(\.statement) == (Fixture.declarations + [Fixture.declarations[1]]).map(\.statement)
    )
    #expect(stored.map(\.link) == [1, 1, 2])
    #expect(try stored.map(\.declared) == [nil, nil, Fixture.date("2004-11-11")])
  }

  @Test func findsEveryUnitOfAMetric() throws {
    let store = try MetricStore.inMemory()
    var release = try Fixture.release()
    let dollars = SeriesKey(company: "iij", metric: "revenue", segment: "total", unit: "USD")
    release.series[1] = dollars
    _ = try store.append(release)

    let found = try store.series(company: "iij", metric: "revenue", segment: "total")
    #expect(found.map(\.key) == [Fixture.revenue, dollars])
    #expect(try store.series(company: "iij", metric: "revenue", segment: "si").isEmpty)
    #expect(try store.series(company: "iij", metric: "cost").isEmpty)
  }

  @Test func mergesFiguresOfSeveralReleasesInOrder() throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(Fixture.release("b", published: "2004-11-11", mantissa: 2))
    _ = try store.append(Fixture.release("c", published: "2005-05-12", mantissa: 3))
    _ = try store.append(Fixture.release("a", published: "2004-10-01", mantissa: 1))
    _ = try store.append(Fixture.release("d", published: "2005-05-12", mantissa: 4))

    let series = try #require(try store.series(company: "iij", metric: "revenue").first)
    let observations = try store.observations(of: series)
    #expect(observations.map(\.mantissa) == [1, 2, 3, 4])
    #expect(observations.map(\.sequence) == [5, 1, 3, 7])
  }

  @Test func twoKeysOfOneSeriesAreOneSeries() throws {
    let store = try MetricStore.inMemory()
    var release = try Fixture.release()
    release.series[1] = release.series[0]
    _ = try store.append(release)

    let series = try store.series(company: "iij", metric: "revenue")
    #expect(series.count == 1)
    #expect(try series.map { try store.observations(of: $0).count } == [2])
  }

  @Test func theSameReleaseTwiceIsThereOnce() throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(Fixture.release())
    let before = try contents(of: store.connection)

    let outcome = try store.append(Fixture.release())
    let stored = try #require(try store.releases().first)
    #expect(outcome == .alreadyThere(stored))
    #expect(try contents(of: store.connection) == before)
  }

  @Test func otherContentUnderAUsedNameIsRefused() throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(Fixture.release())
    let before = try contents(of: store.connection)

    #expect(throws: StoreError.releaseNameTaken(name: "iij-2q04", published: "2004-11-11")) {
      try store.append(Fixture.release(mantissa: 10_513))
    }
    #expect(try contents(of: store.connection) == before)
  }

  @Test func aSeriesWithoutItsColumnsIsAnErrorByName() throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(Fixture.release())
    let series = try #require(try store.series(company: "iij", metric: "revenue").first)
    try store.connection.execute("DELETE FROM packed")

    #expect(throws: StoreError.packedMissing(Fixture.revenue)) {
      try store.observations(of: series)
    }
    // An append must not write columns that hold only its own figures either.
    #expect(throws: StoreError.packedMissing(Fixture.revenue)) {
      try store.append(Fixture.release("next"))
    }
  }

  @Test(arguments: [
    "x'02000000' || x'00000000'", "x''", "substr(columns, 1, 20)", "columns || x'00'",
  ])
  func columnsThatAreNotOursAreAnErrorByName(_ change: String) throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(Fixture.release())
    let series = try #require(try store.series(company: "iij", metric: "revenue").first)
    try store.connection.execute("UPDATE packed SET columns = CAST(\(change) AS BLOB)")

    #expect(throws: StoreError.packedUnreadable(Fixture.revenue)) {
      try store.observations(of: series)
    }
  }
}
