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

  /// Every release, in the order of appending.
  func releases() throws(SQLiteError) -> [StoredRelease] {
    let sources = try sources()
    return try statement(
      """
      SELECT name, title, company, published, first_seq, link.row_count, link.id
      FROM release JOIN link ON link.id = release.link
      ORDER BY link.id
      """
    ).all { row in
      let first = row.integer(4)
      return StoredRelease(
        name: row.text(0), link: row.integer(6), title: row.text(1), company: row.text(2),
        published: CalendarDate(stored: row.integer(3)),
        sequences: first..<max(first, first &+ row.integer(5)),
        sources: sources[row.integer(6)] ?? [])
    }
  }

  /// The sources of every release, by the number of its link.
  private func sources() throws(SQLiteError) -> [Int64: [SourceFile]] {
    let rows = try statement(
      "SELECT release, name, title, digest FROM source ORDER BY release, ordinal"
    ).all { row in
      let file = SourceFile(name: row.text(1), title: row.optionalText(2), digest: row.bytes(3))
      return (release: row.integer(0), file: file)
    }
    return Dictionary(grouping: rows, by: \.release).mapValues { $0.map(\.file) }
  }
}
