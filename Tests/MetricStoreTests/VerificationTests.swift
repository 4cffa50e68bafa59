import Foundation
import Schema
import Testing

@testable import MetricStore
@testable import Metrics

/// What an examination finds in a store that another program has changed.
@Suite struct VerificationTests {
  /// A store with a batch of declarations and two releases.
  private func store(in folder: TemporaryFolder) throws -> String {
    let path = folder.file("store.db")
    let store = try MetricStore(path: path, access: .create)
    _ = try store.append(Fixture.declarations, declared: nil)
    _ = try store.append(Fixture.release("first"))
    _ = try store.append(Fixture.release("second", published: "2005-05-12", mantissa: 10_513))
    return path
  }

  /// What is found after another program has run `sql`, a line each.
  private func faults(after sql: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let path = try store(in: folder)
    let other = try plainConnection(to: path)
    try other.execute(sql)
    return try MetricStore(path: path, access: .readOnly).verify().faults
      .map { "\($0.what) | \($0.place) | \($0.problem)" }
  }

  @Test func aStoreThatNobodyChangedIsFine() throws {
    let folder = try TemporaryFolder()
    let store = try MetricStore(path: try store(in: folder), access: .readOnly)
    let verification = try store.verify()
    #expect(verification.faults == [])
    #expect(verification.releaseCount == 2)
    #expect(verification.declarationCount == 2)
    #expect(verification.observationCount == 4)
    #expect(verification.head == (try store.head()))
    #expect(verification.digests.count == 3)
  }

  @Test func anEmptyStoreIsFine() throws {
    let folder = try TemporaryFolder()
    let store = try MetricStore(path: folder.file("store.db"), access: .create)
    let verification = try store.verify()
    #expect(verification.faults == [])
    #expect(verification.head == nil)
  }

  @Test func emptyAppendsAreFine() throws {
    let folder = try TemporaryFolder()
    let store = try MetricStore(path: folder.file("store.db"), access: .create)
    var release = try Fixture.release()
    release.observations = []
    _ = try store.append(release)
    _ = try store.append([], declared: Fixture.date("2004-11-11"))
    _ = try store.append(Fixture.declarations, declared: Fixture.date("2004-11-11"))
    #expect(try store.verify().faults == [])
  }

  @Test func largeReleasesInTurnsAreFine() throws {
    let folder = try TemporaryFolder()
    let store = try MetricStore(path: folder.file("store.db"), access: .create)
    for name in ["a", "b", "c"] { _ = try store.append(Fixture.largeRelease(name, count: 1_000)) }
    #expect(try store.verify().faults == [])
  }

  // MARK: What the file is made of

  @Test(arguments: Schema.objects.filter { $0.kind == .trigger }.map(\.name))
  func aDroppedTriggerIsNamed(_ name: String) throws {
    #expect(try faults(after: "DROP TRIGGER \(name)") == ["trigger \(name) | schema | is missing"])
  }

  private static let schemaChanges: [(String, String)] = [
    ("DROP VIEW newest_printed", "view newest_printed | schema | is missing"),
    (
      "DROP VIEW newest_printed; CREATE VIEW newest_printed AS SELECT 1",
      "view newest_printed | schema | isn't what the form of the file says"
    ),
    (
      "DROP TRIGGER name_no_delete; CREATE TRIGGER name_no_delete BEFORE DELETE ON name "
        + "BEGIN SELECT 1; END",
      "trigger name_no_delete | schema | isn't what the form of the file says"
    ),
    (
      "CREATE TRIGGER more AFTER INSERT ON observation BEGIN DELETE FROM packed; END",
      "trigger more | schema | doesn't belong to the form of the file"
    ),
    ("CREATE TABLE more (a)", "table more | schema | doesn't belong to the form of the file"),
    (
      "CREATE INDEX more ON observation (note)",
      "index more | schema | doesn't belong to the form of the file"
    ),
    (
      "ALTER TABLE packed ADD COLUMN more TEXT",
      "table packed | schema | isn't what the form of the file says"
    ),
    ("DROP TABLE power_of_ten", "table power_of_ten | schema | is missing"),
    (
      "UPDATE power_of_ten SET value = 2 WHERE exponent = 3",
      "table power_of_ten | schema | has other rows than the form of the file says"
    ),
    (
      "UPDATE migration SET name = 'x'",
      "table migration | schema | has other rows than the form of the file says"
    ),
  ]

  @Test(arguments: schemaChanges)
  func whatTheFileIsMadeOfIsCompared(_ sql: String, _ fault: String) throws {
    #expect(try faults(after: sql).contains(fault))
  }

  @Test func whatAnalyzeKeepsIsNoFault() throws {
    #expect(try faults(after: "ANALYZE") == [])
  }

  // MARK: What was appended

  /// Changes that the triggers would refuse, each made with all of them dropped.
  private static let changes: [(sql: String, fault: String)] = [
    (
      "UPDATE observation SET mantissa = 10514 WHERE seq = 3",
      "release second | link 3 | isn't what was appended: its digest differs"
    ),
    (
      "UPDATE observation SET note = NULL WHERE seq = 2",
      "release first | link 2 | isn't what was appended: its digest differs"
    ),
    (
      "UPDATE observation SET published = published + 4294967296 WHERE seq = 2",
      "release first | link 2 | row 2 of observation isn't what was appended"
    ),
    (
      "UPDATE observation SET release = 3 WHERE seq = 2",
      "release first | link 2 | row 2 of observation isn't what was appended"
    ),
    (
      "DELETE FROM observation WHERE seq = 4",
      "release second | link 3 | 2 rows were appended, and 1 are there"
    ),
    (
      "INSERT INTO observation SELECT 5, release, series, published, period_end, last_day, months, "
        + "mantissa, exponent, state, source, line, column, scale, printed, note FROM observation "
        + "WHERE seq = 4",
      "table observation | rows | 1 row belongs to no append"
    ),
    (
      "UPDATE release SET title = 'x' WHERE link = 2",
      "release first | link 2 | isn't what was appended: its digest differs"
    ),
    (
      "UPDATE release SET name = 'x' WHERE link = 2",
      "release x | link 2 | isn't what was appended: its digest differs"
    ),
    (
      "UPDATE release SET first_seq = 2 WHERE link = 3",
      "release second | link 3 | its rows of observation aren't in the order of appending"
    ),
    (
      "DELETE FROM release WHERE link = 2",
      "link 2 | link 2 | what was appended with the link isn't there"
    ),
    (
      "UPDATE source SET title = 'x' WHERE release = 3",
      "release second | link 3 | isn't what was appended: its digest differs"
    ),
    (
      "UPDATE source SET ordinal = 2 WHERE release = 3",
      "release second | link 3 | its rows of source aren't in the order of appending"
    ),
    (
      "UPDATE declaration SET statement = 'metric revenue stock JPY' WHERE id = 2",
      "company iij and 1 more | link 1 | isn't what was appended: its digest differs"
    ),
    (
      "UPDATE declaration SET declared = 7 WHERE id = 2",
      "company iij and 1 more | link 1 | row 2 of declaration isn't what was appended"
    ),
    (
      "DELETE FROM declaration WHERE id = 2",
      "company iij | link 1 | 2 rows were appended, and 1 are there"
    ),
    (
      "UPDATE declaration SET id = 3 WHERE id = 2",
      "company iij and 1 more | link 1 | its rows of declaration aren't in the order of appending"
    ),
    (
      "INSERT INTO declaration VALUES (3, 2, 'unit', 'x', 'unit x', NULL)",
      "table declaration | rows | 1 row belongs to no append"
    ),
    (
      "UPDATE name SET text = 'sales' WHERE text = 'revenue'",
      "release first | link 2 | isn't what was appended: its digest differs"
    ),
    (
      "INSERT INTO name VALUES (99, 'x')",
      "name x | rows | is the name of nothing that was appended"
    ),
    (
      "INSERT INTO series SELECT 99, company, metric, segment, metric FROM series WHERE id = 1",
      "series iij revenue total in revenue | rows | has no observation"
    ),
    (
      "DELETE FROM series WHERE id = 1",
      "table observation | rows | 2 rows refer to what isn't in table series"
    ),
    (
      "UPDATE link SET row_count = 3 WHERE id = 3",
      "release second | link 3 | the link's digest isn't that of its fields"
    ),
    (
      "UPDATE link SET content_digest = zeroblob(32) WHERE id = 2",
      "release first | link 2 | the link's digest isn't that of its fields"
    ),
    (
      "UPDATE link SET digest = zeroblob(32) WHERE id = 2",
      "release second | link 3 | it doesn't continue the link before it"
    ),
    (
      "UPDATE link SET previous_digest = NULL WHERE id = 3",
      "release second | link 3 | it doesn't continue the link before it"
    ),
    (
      "UPDATE link SET hash_version = 2 WHERE id = 3",
      "release second | link 3 | its digests follow rules that this version of kessan doesn't know "
        + "(2)"
    ),
    (
      "UPDATE link SET appended_at = 'yesterday' WHERE id = 3",
      "release second | link 3 | a column of the link holds what no append writes"
    ),
    (
      "UPDATE link SET appended_at = '2004-11-11T07:00:00Z' WHERE id = 3",
      "release second | link 3 | the seal isn't that of when it was appended: the time or the seal "
        + "was changed"
    ),
    (
      "UPDATE link SET seal = zeroblob(32) WHERE id = 3",
      "release second | link 3 | the seal isn't that of when it was appended: the time or the seal "
        + "was changed"
    ),
    (
      "UPDATE link SET kind = 'release' WHERE id = 1",
      "company iij and 1 more | link 1 | what was appended with the link isn't there"
    ),
    (
      "UPDATE link SET id = 9 WHERE id = 3",
      "link 9 | link 9 | the chain has this link where number 3 is due"
    ),
    ("DELETE FROM link WHERE id = 3", "table release | rows | 1 row belongs to no append"),
  ]

  @Test(arguments: changes.indices)
  func aChangeOfWhatWasAppendedIsTold(_ index: Int) throws {
    let change = Self.changes[index]
    let folder = try TemporaryFolder()
    let path = try store(in: folder)
    let other = try plainConnection(to: path)
    try other.dropTriggers()
    try other.execute(change.sql)
    let reader = try MetricStore(path: path, access: .readOnly)
    let found = try reader.verify().faults.map { "\($0.what) | \($0.place) | \($0.problem)" }
      .filter { !$0.hasPrefix("trigger ") }
    #expect(found.contains(change.fault), "\(change.sql): \(found)")
  }

  @Test func aReleaseIsNotMistakenForAnother() throws {
    let found = try faults(
      after: "DROP TRIGGER observation_no_update; UPDATE observation SET mantissa = 1 WHERE seq = 1"
    )
    #expect(
      found == [
        "trigger observation_no_update | schema | is missing",
        "release first | link 2 | isn't what was appended: its digest differs",
        "series iij revenue total in JPY | packed columns | differ from its observations",
      ])
  }

  // MARK: What is derived

  private static let packedChanges: [(sql: String, fault: String)] = [
    (
      "DELETE FROM packed WHERE key & 0xFFFFFFFF = 1",
      "series iij revenue total in JPY | packed columns | are missing"
    ),
    (
      "UPDATE packed SET columns = zeroblob(length(columns)) WHERE key & 0xFFFFFFFF = 2",
      "series iij gross_margin total in ratio | packed columns | differ from its observations"
    ),
    (
      "UPDATE packed SET columns = x'' WHERE key & 0xFFFFFFFF = 1",
      "series iij revenue total in JPY | packed columns | differ from its observations"
    ),
    ("INSERT INTO packed VALUES (7, x'00')", "file | packed columns | 1 of them is of no series"),
  ]

  @Test(arguments: packedChanges.indices)
  func packedColumnsThatDifferAreMadeAgain(_ index: Int) throws {
    let change = Self.packedChanges[index]
    #expect(try faults(after: change.sql) == [change.fault])

    let folder = try TemporaryFolder()
    let path = try store(in: folder)
    let before = try contents(of: plainConnection(to: path))
    try plainConnection(to: path).execute(change.sql)
    let writer = try MetricStore(path: path, access: .readWrite)
    #expect(try writer.rebuildPackedColumns().faults.map(\.isDerived) == [true])
    #expect(try contents(of: writer.connection) == before)
    #expect(try writer.verify().faults == [])
  }

  @Test func nothingIsMadeFromObservationsThatWereChanged() throws {
    let folder = try TemporaryFolder()
    let path = try store(in: folder)
    let other = try plainConnection(to: path)
    try other.dropTriggers()
    try other.execute("UPDATE observation SET mantissa = 1 WHERE seq = 1")
    let before = try other.rows("SELECT hex(columns) FROM packed")
    let writer = try MetricStore(path: path, access: .readWrite)
    #expect(try !writer.rebuildPackedColumns().faults.allSatisfy(\.isDerived))
    #expect(try other.rows("SELECT hex(columns) FROM packed") == before)
  }

  // MARK: What was noted

  @Test func aHeadNotedEarlierIsFound() throws {
    let folder = try TemporaryFolder()
    let store = try MetricStore(path: folder.file("store.db"), access: .create)
    var noted: [String] = []
    for name in ["a", "b", "c"] {
      _ = try store.append(Fixture.release(name))
      noted.append(try #require(try store.head()).description)
    }
    let verification = try store.verify()
    let found = try noted.map { verification.linksSince(try #require(DigestPrefix(parsing: $0))) }
    #expect(found == [2, 1, 0])
    let short = try #require(DigestPrefix(parsing: noted[1].prefix(8).uppercased()))
    #expect(verification.linksSince(short) == 1)
    #expect(verification.linksSince(try #require(DigestPrefix(parsing: "00000000"))) == nil)
  }

  @Test(arguments: ["", "1234567", "1234567g", String(repeating: "0", count: 65), "１２３４５６７８"])
  func whatIsNoDigestIsRefused(_ text: String) {
    #expect(DigestPrefix(parsing: text) == nil)
  }
}

extension Connection {
  /// Takes away what refuses changes, as somebody who means to make them would.
  func dropTriggers() throws {
    for name in try rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
      try execute("DROP TRIGGER \(name)")
    }
  }
}
