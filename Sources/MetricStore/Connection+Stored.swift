import Metrics

// What both reading and appending read.
extension Connection {
  /// Every observation of a series, decoded straight from SQLite's memory.
  func observations(of series: StoredSeries) throws -> [Observation] {
    let columns = try statement("SELECT columns FROM packed WHERE key = ?1")
      .bind(series.packedKey, at: 1).first { $0.withBytes(0, PackedColumns.decoded) }
    guard let columns else { throw StoreError.packedMissing(series.key) }
    guard let observations = columns else { throw StoreError.packedUnreadable(series.key) }
    return observations
  }

  /// The digest of the newest link.
  func head() throws(SQLiteError) -> Digest? {
    try statement("SELECT digest FROM link ORDER BY id DESC LIMIT 1")
      .first { Digest(bytes: $0.bytes(0)) } ?? nil
  }

  /// Every release, or the one of a name, in the order of appending.
  func releases(named name: String? = nil) throws(SQLiteError) -> [StoredRelease] {
    let sources = try sources(ofReleaseNamed: name)
    let condition = name == nil ? "" : "WHERE name = ?1"
    let releases = try statement(
      """
      SELECT name, title, company, published, first_seq, link.row_count, link.id
      FROM release JOIN link ON link.id = release.link \(condition)
      ORDER BY link.id
      """
    )
    if let name { try releases.bind(name, at: 1) }
    return try releases.all { row in
      let first = row.integer(4)
      return StoredRelease(
        name: row.text(0), link: row.integer(6), title: row.text(1), company: row.text(2),
        published: CalendarDate(stored: row.integer(3)),
        sequences: first..<max(first, first &+ row.integer(5)),
        sources: sources[row.integer(6)] ?? [])
    }
  }

  /// The sources of every release, or of the one of a name, by the number of its link.
  private func sources(
    ofReleaseNamed name: String?
  ) throws(SQLiteError) -> [Int64: [SourceFile]] {
    let condition =
      name == nil ? "" : "WHERE release = (SELECT link FROM release WHERE name = ?1)"
    let sources = try statement(
      "SELECT release, name, title, digest FROM source \(condition) ORDER BY release, ordinal")
    if let name { try sources.bind(name, at: 1) }
    let rows = try sources.all { row in
      let file = SourceFile(name: row.text(1), title: row.optionalText(2), digest: row.bytes(3))
      return (release: row.integer(0), file: file)
    }
    return Dictionary(grouping: rows, by: \.release).mapValues { $0.map(\.file) }
  }
}
