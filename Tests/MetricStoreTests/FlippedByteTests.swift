import Foundation
import Schema
import Testing

@testable import MetricStore
@testable import Metrics

/// Single bytes changed in copies of a file, and whether an examination finds them.
///
/// Not every byte of a page belongs to a row: the room between cells, what is left of a cell that was
/// moved, the first column of a row whose key is its number. Nor does a byte of a row that stays the
/// same row. So each copy is read by plain SQL as well, and what shows there has to be found.
@Suite struct FlippedByteTests {
  private static let seed: UInt64 = 20_041_111

  private static let pageSize = 4096

  /// A store of several releases and batches with texts of every column, settled in its file.
  private static func bytes(in folder: TemporaryFolder) throws -> [UInt8] {
    let path = folder.file("original.db")
    do {
      let store = try MetricStore(path: path, access: .create)
      _ = try store.append(Fixture.declarations, declared: nil)
      _ = try store.append(Fixture.release("first"))
      var large = try Fixture.largeRelease("large", count: 200)
      for index in stride(from: 0, to: 200, by: 3) {
        large.observations[index].printed = "1,\(index)"
        large.observations[index].note = index.isMultiple(of: 2) ? "unaudited" : "監査前"
        large.observations[index].lastDay = try Fixture.date("2004-09-25")
      }
      _ = try store.append(large)
      _ = try store.append(
        [NewDeclaration(kind: "unit", name: "Gbps", statement: "unit Gbps")],
        declared: Fixture.date("2005-05-12"))
      _ = try store.append(Fixture.release("last", published: "2005-05-12", mantissa: 11_000))
    }
    return try [UInt8](Data(contentsOf: URL(filePath: path)))
  }

  /// The pages of the tables of truth and of their indexes.
  private static func pages(of path: String) throws -> [Int] {
    let tables = Schema.tablesOfTruth.map { "'\($0)'" }.joined(separator: ", ")
    return try plainConnection(to: path).rows(
      """
      SELECT pageno FROM dbstat
      WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name IN (\(tables)))
      ORDER BY pageno
      """
    ).compactMap { Int($0) }
  }

  /// Every row of the tables of truth, without help of an index; nil where they can't be read.
  private static func truth(of path: String) -> [String]? {
    guard let connection = try? plainConnection(to: path) else { return nil }
    return try? Schema.tablesOfTruth.flatMap { table in
      let columns = try connection.rows("SELECT name FROM pragma_table_info('\(table)')")
        .flatMap { ["typeof(\($0))", "hex(CAST(\($0) AS BLOB))"] }
      return try connection.rows(
        "SELECT '\(table)', \(columns.joined(separator: ", ")) FROM \(table) NOT INDEXED")
    }
  }

  /// What an examination finds in a file; nil where it is too damaged to be opened.
  private static func faults(in path: String) -> [StoreFault]? {
    do throws(StoreError) {
      return try MetricStore(path: path, access: .readOnly).verify().faults
    } catch {
      guard case .damaged = error else {
        Issue.record(error)
        return nil
      }
      return nil
    }
  }

  @Test func everyFlipThatChangesWhatWasAppendedIsFound() throws {
    let folder = try TemporaryFolder()
    let bytes = try Self.bytes(in: folder)
    let pages = try Self.pages(of: folder.file("original.db"))
    let truth = try #require(Self.truth(of: folder.file("original.db")))
    try #require(bytes.count.isMultiple(of: Self.pageSize) && pages.count > 10)

    // Most of the zeros are room that was never used.
    let positions = pages.flatMap { ($0 - 1) * Self.pageSize..<$0 * Self.pageSize }
      .filter { bytes[$0] != 0 }
    var random = SeededGenerator(seed: Self.seed)
    var changed = 0
    while changed < 320 {
      let position = try #require(positions.randomElement(using: &random))
      var copy = bytes
      copy[position] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      let path = folder.write(copy, to: "copy-\(position).db")
      let faults = Self.faults(in: path)
      let now = Self.truth(of: path)
      if now == truth { continue }
      changed += 1
      #expect(faults?.isEmpty != true, "byte \(position)")
    }
  }

  /// Every byte of every row of a small store, one bit of each.
  @Test func everyByteOfASmallStoreIsCovered() throws {
    let folder = try TemporaryFolder()
    let original = folder.file("original.db")
    do {
      let store = try MetricStore(path: original, access: .create)
      _ = try store.append(Fixture.declarations, declared: Fixture.date("2004-11-11"))
      _ = try store.append(Fixture.release())
    }
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: original)))
    let truth = try #require(Self.truth(of: original))
    let positions = try Self.pages(of: original).flatMap { page in
      let start = (page - 1) * Self.pageSize
      // The header of a page says where its rows begin; they reach to its end.
      let rows = Int(bytes[start + 5]) << 8 | Int(bytes[start + 6])
      return start + rows..<start + Self.pageSize
    }
    var changed = 0
    for position in positions {
      var copy = bytes
      copy[position] ^= 1
      let path = folder.write(copy, to: "copy.db")
      if Self.truth(of: path) == truth { continue }
      changed += 1
      #expect(Self.faults(in: path)?.isEmpty != true, "byte \(position)")
    }
    #expect(changed > 600)
  }

  @Test func aPlausibleMomentIsFoundToBeAnother() throws {
    let folder = try TemporaryFolder()
    let bytes = try Self.bytes(in: folder)
    let moments = try plainConnection(to: folder.file("original.db"))
      .rows("SELECT appended_at FROM link")
    let truth = try #require(Self.truth(of: folder.file("original.db")))
    // Beside the rows there may be what is left of one that was moved.
    let places = Set(moments).flatMap { moment in
      let text = Array(moment.utf8)
      return bytes.indices.dropLast(text.count).filter {
        bytes[$0..<$0 + text.count].elementsEqual(text)
      }
    }
    var changed = 0
    for place in places {
      for digit in place..<place + 19 where (48...57).contains(bytes[digit]) {
        var copy = bytes
        // 0 and 1, 2 and 3 and so on change places.
        copy[digit] ^= 1
        let path = folder.write(copy, to: "copy.db")
        if Self.truth(of: path) == truth { continue }
        changed += 1
        #expect(try plainConnection(to: path).rows("PRAGMA integrity_check") == ["ok"])
        let faults = try #require(Self.faults(in: path))
        #expect(faults.count == 1 && faults.first?.place.hasPrefix("link ") == true)
      }
    }
    // The digits of each moment.
    #expect(changed == moments.count * 14)
  }

  @Test func aFlippedLetterIsToldWithItsRelease() throws {
    let folder = try TemporaryFolder()
    let bytes = try Self.bytes(in: folder)
    let note = Array("unaudited".utf8)
    let places = bytes.indices.dropLast(note.count).filter {
      bytes[$0..<$0 + note.count].elementsEqual(note)
    }
    try #require(places.count > 10)
    for place in places.prefix(5) {
      var copy = bytes
      copy[place] ^= 0x20
      let path = folder.write(copy, to: "copy-\(place).db")
      #expect(try plainConnection(to: path).rows("PRAGMA integrity_check") == ["ok"])
      let faults = try #require(Self.faults(in: path))
      #expect(faults.map(\.problem) == ["isn't what was appended: its digest differs"])
      #expect(faults.allSatisfy { $0.what.hasPrefix("release ") })
    }
  }

  @Test func aTruncatedFileIsFoundWhereverItIsCut() throws {
    let folder = try TemporaryFolder()
    let bytes = try Self.bytes(in: folder)
    for size in stride(from: 100, to: bytes.count, by: 2_500) {
      let path = folder.write(Array(bytes[..<size]), to: "copy-\(size).db")
      #expect(Self.faults(in: path)?.isEmpty != true, "cut to \(size) bytes")
    }
  }
}

/// Numbers that look random and are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
