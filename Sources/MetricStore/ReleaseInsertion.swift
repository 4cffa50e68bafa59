import Metrics

/// The writing of one release behind its link: its row, its sources, its figures and their columns.
struct ReleaseInsertion {
  let release: ReleaseAppend
  let link: Int64
  let connection: Connection

  func run() throws {
    let first = (try connection.integer("SELECT max(seq) FROM observation") ?? 0) + 1
    try insertRelease(firstSequence: first)
    try insertSources()
    let places = try placesOfSeries()
    try insertObservations(firstSequence: first, places: places)
    try mergeColumns(firstSequence: first, places: places)
  }

  private func insertRelease(firstSequence: Int64) throws(SQLiteError) {
    try connection.statement(
      """
      INSERT INTO release (link, name, title, company, published, first_seq)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """
    )
    .bind(link, at: 1).bind(release.name, at: 2).bind(release.title, at: 3)
    .bind(release.company, at: 4).bind(Int64(release.published.dayNumber), at: 5)
    .bind(firstSequence, at: 6).run()
  }

  private func insertSources() throws(SQLiteError) {
    let statement = try connection.statement(
      "INSERT INTO source (release, ordinal, name, title, digest) VALUES (?1, ?2, ?3, ?4, ?5)")
    for (index, source) in release.sources.enumerated() {
      try statement
        .bind(link, at: 1).bind(Int64(index + 1), at: 2).bind(source.name, at: 3)
        .bind(source.title, at: 4).bind(source.digest, at: 5).run()
    }
  }

  /// The place of every key that an observation uses, at the key's index; a key without one gets
  /// none, because a series is never without observations.
  private func placesOfSeries() throws(SQLiteError) -> [SeriesInsertion.Place?] {
    var places = [SeriesInsertion.Place?](repeating: nil, count: release.series.count)
    var insertion = try SeriesInsertion(connection: connection)
    for observation in release.observations where places[observation.series] == nil {
      places[observation.series] = try insertion.place(of: release.series[observation.series])
    }
    return places
  }

  private func insertObservations(
    firstSequence: Int64, places: [SeriesInsertion.Place?]
  ) throws(SQLiteError) {
    let statement = try connection.statement(
      """
      INSERT INTO observation (
        seq, release, series, published, period_end, last_day, months, mantissa, exponent, state,
        source, line, column, scale, printed, note)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
      """)
    try statement.bind(link, at: 2)
    for (offset, observation) in release.observations.enumerated() {
      try statement
        .bind(firstSequence + Int64(offset), at: 1)
        .bind(places[observation.series]?.series.id, at: 3)
        .bind(Int64(observation.published.dayNumber), at: 4)
        .bind(Int64(observation.period.end.number), at: 5)
        .bind((observation.lastDay?.dayNumber).map(Int64.init), at: 6)
        .bind(Int64(observation.period.months), at: 7)
        .bind(observation.mantissa, at: 8)
        .bind(Int64(observation.exponent), at: 9)
        .bind(Int64(observation.state.rawValue), at: 10)
        .bind(Int64(observation.source + 1), at: 11)
        .bind(Int64(observation.line), at: 12)
        .bind(Int64(observation.column), at: 13)
        .bind(Int64(observation.scale), at: 14)
        .bind(observation.printed, at: 15)
        .bind(observation.note, at: 16)
        .run()
    }
  }

  /// Rewrites the columns of every series that the release adds to.
  private func mergeColumns(
    firstSequence: Int64, places: [SeriesInsertion.Place?]
  ) throws {
    let offsets = Dictionary(grouping: release.observations.indices) {
      places[release.observations[$0].series]?.series.id
    }
    let placesByID = Dictionary(
      places.compactMap { $0 }.map { ($0.series.id, $0) }, uniquingKeysWith: { first, _ in first })
    let statement = try connection.statement(PackedColumns.insertionSQL)
    for place in placesByID.values.sorted(by: { $0.series.packedKey < $1.series.packedKey }) {
      let added = offsets[place.series.id, default: []].map {
        stored($0, firstSequence: firstSequence)
      }
      let earlier = place.isNew ? [] : try connection.observations(of: place.series)
      try statement
        .bind(place.series.packedKey, at: 1)
        .bind(PackedColumns.encoded(earlier + added), at: 2)
        .run()
    }
  }

  private func stored(_ offset: Int, firstSequence: Int64) -> Observation {
    let new = release.observations[offset]
    return Observation(
      sequence: firstSequence + Int64(offset), published: new.published, period: new.period,
      mantissa: new.mantissa, exponent: new.exponent, state: new.state)
  }
}
