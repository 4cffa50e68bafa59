/// Finds the numbers by which the file knows a series and its names, giving new ones where needed.
struct SeriesInsertion {
  /// A series, and whether it was not there before.
  struct Place {
    let series: StoredSeries
    let isNew: Bool
  }

  private let connection: Connection
  private var places: [SeriesKey: Place] = [:]
  /// A release names the same few companies, segments and units again and again.
  private var names: [String: Int64] = [:]
  /// Whether the store knew no name at first, so that nothing has to be looked up in it.
  private let isFirst: Bool

  init(connection: Connection) throws(SQLiteError) {
    self.connection = connection
    isFirst = try connection.integer("SELECT 1 FROM name LIMIT 1") == nil
  }

  /// The place of the series with that key; the same, new or not, whenever it is asked for.
  mutating func place(of key: SeriesKey) throws(SQLiteError) -> Place {
    if let place = places[key] { return place }
    let place = try foundOrInserted(key)
    places[key] = place
    return place
  }

  private mutating func foundOrInserted(_ key: SeriesKey) throws(SQLiteError) -> Place {
    let company = try name(key.company)
    let metric = try name(key.metric)
    let segment = try name(key.segment)
    let unit = try name(key.unit)
    if let found = try found(company, metric, segment, unit) {
      return Place(
        series: StoredSeries(id: found, key: key, metricID: metric), isNew: false)
    }
    try connection.statement(
      "INSERT INTO series (company, metric, segment, unit) VALUES (?1, ?2, ?3, ?4)"
    )
    .bind(company, at: 1).bind(metric, at: 2).bind(segment, at: 3).bind(unit, at: 4).run()
    return Place(
      series: StoredSeries(id: connection.lastInsertedRow, key: key, metricID: metric),
      isNew: true)
  }

  private func found(
    _ company: Int64, _ metric: Int64, _ segment: Int64, _ unit: Int64
  ) throws(SQLiteError) -> Int64? {
    if isFirst { return nil }
    return try connection.statement(
      """
      SELECT id FROM series
      WHERE company = ?1 AND metric = ?2 AND segment = ?3 AND unit = ?4
      """
    )
    .bind(company, at: 1).bind(metric, at: 2).bind(segment, at: 3).bind(unit, at: 4)
    .first { $0.integer(0) }
  }

  private mutating func name(_ text: String) throws(SQLiteError) -> Int64 {
    if let known = names[text] { return known }
    let id = try foundOrInsertedName(text)
    names[text] = id
    return id
  }

  private func foundOrInsertedName(_ text: String) throws(SQLiteError) -> Int64 {
    let found =
      isFirst
      ? nil
      : try connection.statement("SELECT id FROM name WHERE text = ?1")
        .bind(text, at: 1).first { $0.integer(0) }
    if let found { return found }
    try connection.statement("INSERT INTO name (text) VALUES (?1)").bind(text, at: 1).run()
    return connection.lastInsertedRow
  }
}
