/// The figures of one file of a release.
package struct StoredSource: Hashable, Sendable {
  /// The name of the release.
  package let release: String
  /// The name of the file.
  package let file: String
  /// The sequence numbers of its observations.
  package let sequences: Range<Int64>
}

extension MetricStore {
  /// The files of every release with the figures that each brought, in the order of appending; none
  /// for a file without a figure.
  package func sources() throws(StoreError) -> [StoredSource] {
    var sources: [StoredSource] = []
    for release in try releases() { sources += try self.sources(of: release) }
    return sources
  }

  /// The files of one release; a release's rows are appended file by file, so that each file has a
  /// stretch of its own.
  private func sources(of release: StoredRelease) throws(StoreError) -> [StoredSource] {
    if release.sequences.isEmpty { return [] }
    if release.sources.count == 1 {
      return [
        StoredSource(
          release: release.name, file: release.sources[0].name, sequences: release.sequences)
      ]
    }
    return try translating {
      try connection.statement(
        """
        SELECT source, min(seq), max(seq) FROM observation
        WHERE seq >= ?1 AND seq < ?2
        GROUP BY source ORDER BY source
        """
      ).bind(release.sequences.lowerBound, at: 1).bind(release.sequences.upperBound, at: 2)
        .all { row in
          StoredSource(
            release: release.name, file: release.sources[Int(row.integer(0)) - 1].name,
            sequences: row.integer(1)..<row.integer(2) + 1)
        }
    }
  }
}
