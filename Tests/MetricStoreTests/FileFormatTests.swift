import Crypto
import Foundation
import Schema
import Testing

@testable import MetricStore
@testable import Metrics

/// What the file-format article says, checked against what the store writes.
@Suite struct FileFormatTests {
  private let article: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    article = try String(
      contentsOf: root.appending(path: "Sources/MetricStore/Documentation.docc/FileFormat.md"),
      encoding: .utf8)
  }

  /// The bytes of the first code block under a heading; what follows two spaces explains them.
  private func bytes(under heading: String) throws -> [UInt8] {
    let section = try #require(article.components(separatedBy: "### \(heading)\n").last)
    let block = section.components(separatedBy: "```")
    try #require(block.count > 1)
    return block[1].split(separator: "\n").flatMap { line in
      line.components(separatedBy: "  ")[0].split(separator: " ")
        .compactMap { UInt8($0, radix: 16) }
    }
  }

  @Test func thePackedExampleIsWhatIsWritten() throws {
    let observations = [
      Observation(
        sequence: 7, published: try Fixture.date("2005-11-10"),
        period: Period(end: Month(year: 2005, month: 9), months: 6), mantissa: -35_604, exponent: 5,
        state: .withdrawn),
      Observation(
        sequence: 1, published: try Fixture.date("2004-11-11"),
        period: .quarter(ending: Month(year: 2004, month: 9)), mantissa: 10_512, exponent: 6),
    ]
    let bytes = try bytes(under: "A packed example")
    #expect(PackedColumns.encoded(observations) == bytes)
    #expect(bytes.withUnsafeBytes(PackedColumns.decoded) == observations.reversed())
  }

  @Test func theDigestExamplesAreWhatIsWritten() throws {
    let store = try MetricStore.inMemory()
    _ = try store.append(
      [NewDeclaration(kind: "unit", name: "Gbps", statement: "unit Gbps")], declared: nil)
    let digests = try store.connection.statement("SELECT content_digest, digest FROM link")
      .all { [$0.bytes(0), $0.bytes(1)] }
    let content = Array(SHA256.hash(data: try bytes(under: "A content example")))
    let link = Array(SHA256.hash(data: try bytes(under: "A link example")))
    #expect(digests == [[content, link]])
    for digest in [content, link] {
      #expect(article.contains("`\(try #require(Digest(bytes: digest)))`"))
    }
  }

  @Test func theSealExampleIsWhatIsWritten() throws {
    let link = Digest(ofContent: try bytes(under: "A link example"))
    let seal = LinkDigest.seal(appendedAt: "2004-11-11T07:00:00Z", digest: link)
    #expect(seal == Digest(ofContent: try bytes(under: "A seal example")))
    #expect(article.contains("`\(seal)`"))
  }

  @Test func theNumbersOfTheHeaderAreRight() {
    #expect(
      article.contains("| `PRAGMA application_id` | \(Schema.applicationID), `KSSN` in ASCII |"))
    #expect(article.contains("the version of this format: \(Schema.version) |"))
  }

  @Test func everyTableAndViewIsDescribed() {
    for object in Schema.objects where object.kind != .trigger {
      #expect(article.contains("`\(object.name)`"), "\(object.name) is not described")
    }
  }

  @Test func theColumnsOfTheViewAreInTheOrderGiven() throws {
    let store = try MetricStore.inMemory()
    let columns = try store.connection.rows(
      "SELECT name FROM pragma_table_info('observation_text')")
    let views = try #require(article.components(separatedBy: "## Views\n").last)
    let paragraph = try #require(views.components(separatedBy: "\n\n    SELECT").first)
    var rest = paragraph[...]
    for column in columns {
      let found = try #require(rest.range(of: "`\(column)`"), "\(column) is missing or misplaced")
      rest = rest[found.upperBound...]
    }
  }
}
