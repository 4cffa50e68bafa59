import Testing

@testable import MetricStore
@testable import Metrics

@Suite struct DigestTests {
  private func head(after appends: (MetricStore) throws -> Void) throws -> Digest? {
    let store = try MetricStore.inMemory()
    try appends(store)
    return try store.head()
  }

  @Test func theSameAppendsGiveTheSameDigestInAnyFile() throws {
    let folder = try TemporaryFolder()
    let heads = try ["one.db", "two.db"].map { name in
      let store = try MetricStore(path: folder.file(name), access: .create)
      _ = try store.append(Fixture.declarations, declared: nil)
      _ = try store.append(Fixture.release())
      return try #require(try store.head())
    }
    #expect(heads[0] == heads[1])
    // A change here is a new version of the hashed form, and breaks every digest kept elsewhere.
    #expect(
      heads[0].description
        == "cb269e081a5d93bf19f8e4ecaf47e5e4e221e29c22ccdea70b6e12a1ba3c9ca3")
  }

  @Test func numbersOfTheFileAreNotCovered() throws {
    // Other names first give every name and series another number; the content stays the same.
    let digests = try [true, false].map { isReversed in
      let store = try MetricStore.inMemory()
      var other = try Fixture.release("other")
      if isReversed { other.series.reverse() }
      _ = try store.append(other)
      _ = try store.append(Fixture.release())
      return try store.connection.rows("SELECT hex(content_digest) FROM link WHERE id = 2")
    }
    #expect(digests[0] == digests[1])
  }

  private static let changes: [(String, @Sendable (inout ReleaseAppend) -> Void)] = [
    ("name", { $0.name = "x" }),
    ("title", { $0.title = "x" }),
    ("company", { $0.company = "x" }),
    ("published", { $0.published = CalendarDate(dayNumber: 1) }),
    (
      "source title",
      {
        $0.sources[0] = SourceFile(
          name: $0.sources[0].name, title: nil, digest: $0.sources[0].digest)
      }
    ),
    (
      "source digest",
      {
        $0.sources[0] = SourceFile(
          name: $0.sources[0].name, title: $0.sources[0].title, digest: Array(1...32))
      }
    ),
    ("series", { $0.series[0] = Fixture.margin }),
    ("figure published", { $0.observations[0].published = CalendarDate(dayNumber: 1) }),
    ("period end", { $0.observations[0].period = $0.observations[0].period.shifted(byMonths: 3) }),
    ("months", { $0.observations[0].period = $0.observations[0].period.instant }),
    ("last day", { $0.observations[0].lastDay = CalendarDate(dayNumber: 1) }),
    ("mantissa", { $0.observations[0].mantissa += 1 }),
    ("exponent", { $0.observations[0].exponent += 1 }),
    ("state", { $0.observations[0].state = .withdrawn }),
    ("line", { $0.observations[0].line += 1 }),
    ("column", { $0.observations[0].column += 1 }),
    ("scale", { $0.observations[0].scale = 0 }),
    ("printed", { $0.observations[0].printed = "" }),
    ("note", { $0.observations[0].note = "" }),
    ("order", { $0.observations.reverse() }),
    ("count", { $0.observations.removeLast() }),
  ]

  @Test(arguments: changes.indices)
  func everyFieldIsCovered(_ index: Int) throws {
    let release = try Fixture.release()
    var changed = release
    Self.changes[index].1(&changed)
    #expect(
      LinkDigest.content(of: changed) != LinkDigest.content(of: release),
      "\(Self.changes[index].0) is not covered")
  }

  @Test func aLinkCoversTheLinkBeforeIt() throws {
    let heads = try [Int64(1), 2].map { mantissa in
      try head { store in
        _ = try store.append(Fixture.release("first", mantissa: mantissa))
        _ = try store.append(Fixture.release("second"))
      }
    }
    #expect(heads[0] != heads[1])
  }

  @Test func digestsArePrintedInLowerCaseAndReadInBoth() throws {
    let digest = try #require(Digest(bytes: (0..<32).map { UInt8($0 * 8) }))
    #expect(
      digest.description == "0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8")
    #expect(Digest(parsing: digest.description.uppercased()) == digest)
    #expect(Digest(parsing: digest.description.dropLast()) == nil)
    #expect(Digest(parsing: String(repeating: "g", count: 64)) == nil)
  }
}
