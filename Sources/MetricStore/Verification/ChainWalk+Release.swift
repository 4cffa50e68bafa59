import Metrics

extension ChainWalk {
  /// Compares a release, its sources and its observations with the digest of its link.
  mutating func walkRelease(_ link: LinkRecord, _ label: LinkLabel) throws {
    let number = label.number
    guard let (release, first) = try release(of: number) else {
      return passOver(label, .contentMissing)
    }
    releaseCount += 1
    guard var release else {
      return passOver(label, .unreadableRow(table: "release", number: number))
    }
    guard let sources = try sources(of: number) else {
      return passOver(label, .misplacedRows(table: "source"))
    }
    release.sources = sources
    try walkObservations(of: release, from: first, link, label)
  }

  private mutating func passOver(_ label: LinkLabel, _ fault: LinkFault) {
    hasReadEverything = false
    tell(label, fault)
  }

  /// The release's own row, nil inside where it can't be read, and its first sequence number.
  private func release(of number: Int64) throws -> (ReleaseAppend?, first: Int64)? {
    try connection.statement(
      "SELECT name, title, company, published, first_seq FROM release WHERE link = ?1"
    ).bind(number, at: 1).first { row in
      let release = try? ReleaseAppend(
        name: row.exactText(0), title: row.exactText(1), company: row.exactText(2),
        published: CalendarDate(dayNumber: row.exact(3)), sources: [], series: [],
        observations: [])
      return (release, row.integer(4))
    }
  }

  /// The release's sources; nil unless they can be read and are numbered from 1.
  private func sources(of number: Int64) throws -> [SourceFile]? {
    let rows = try connection.statement(
      "SELECT ordinal, name, title, digest FROM source WHERE release = ?1 ORDER BY ordinal"
    ).bind(number, at: 1).all { row in
      let file = try? SourceFile(
        name: row.exactText(1), title: row.exactOptionalText(2), digest: row.exactDigest(3).bytes)
      return (ordinal: row.integer(0), file: file)
    }
    let files = rows.compactMap(\.file)
    let isInOrder = rows.enumerated().allSatisfy { $1.ordinal == Int64($0 + 1) }
    return isInOrder && files.count == rows.count ? files : nil
  }

  private mutating func walkObservations(
    of release: ReleaseAppend, from first: Int64, _ link: LinkRecord, _ label: LinkLabel
  ) throws {
    if first != nextSequence { tell(label, .misplacedRows(table: "observation")) }
    let end = first &+ link.rowCount
    nextSequence = end
    var hasher = ReleaseHasher(
      release, observationCount: Int(link.rowCount), series: series.fields)
    var found = 0
    let rows = try connection.statement(
      "SELECT \(ObservationRow.columns) FROM observation WHERE seq >= ?1 AND seq < ?2 ORDER BY seq"
    ).bind(first, at: 1).bind(end, at: 2)
    try rows.forEach { row in
      found += 1
      guard let row = try? ObservationRow(row, series: series), row.release == label.number else {
        return tell(label, .unreadableRow(table: "observation", number: row.integer(0)))
      }
      observations[row.observation.series].append(row.packed)
      hasher.add(row.observation)
    }
    observationCount += found
    if found != link.rowCount {
      tell(label, .rowCount(stated: link.rowCount, found: found))
    } else if hasher.digest() != link.content {
      tell(label, .contentDiffers)
    }
  }
}
