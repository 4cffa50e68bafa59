package import Metrics

extension MetricStore {
  /// The series of a metric for one segment of a company: one for every unit it was printed in.
  package func series(
    company: String, metric: String, segment: String
  ) throws(StoreError) -> [StoredSeries] {
    try translating {
      try connection.statement(MetricStore.seriesSQL + " AND segment.text = ?3 ORDER BY series.id")
        .bind(company, at: 1).bind(metric, at: 2).bind(segment, at: 3).all(MetricStore.series)
    }
  }

  /// The series of a metric for every segment of a company.
  package func series(company: String, metric: String) throws(StoreError) -> [StoredSeries] {
    try translating {
      try connection.statement(MetricStore.seriesSQL + " ORDER BY series.id")
        .bind(company, at: 1).bind(metric, at: 2).all(MetricStore.series)
    }
  }

  /// Whether a company has figures of a metric.
  package func hasFigures(company: String, metric: String) throws(StoreError) -> Bool {
    try translating {
      try connection.statement("SELECT EXISTS (\(MetricStore.segmentsSQL))")
        .bind(company, at: 1).bind(metric, at: 2).first { $0.integer(0) == 1 } ?? false
    }
  }

  /// The paths of the segments for which a company has figures of a metric.
  package func segments(company: String, metric: String) throws(StoreError) -> [String] {
    try translating {
      try connection.statement(MetricStore.segmentsSQL)
        .bind(company, at: 1).bind(metric, at: 2).all { $0.text(0) }
    }
  }

  /// The series of every metric and segment of a company.
  package func series(company: String) throws(StoreError) -> [StoredSeries] {
    try translating {
      try connection.statement(MetricStore.companySeriesSQL + " ORDER BY series.id")
        .bind(company, at: 1).all(MetricStore.series)
    }
  }

  /// Every observation of a series, ordered by the end of its period, the months covered, the date
  /// of publication and the order of appending.
  ///
  /// A series is never without observations, so a missing row is an error and never an empty answer.
  package func observations(of series: StoredSeries) throws(StoreError) -> [Observation] {
    try translating { try connection.observations(of: series) }
  }

  /// The observations with those sequence numbers, with where and how each was printed.
  package func storedObservations(
    _ sequences: Range<Int64>
  ) throws(StoreError) -> [StoredObservation] {
    try translating {
      try connection.statement(MetricStore.storedObservationsSQL)
        .bind(sequences.lowerBound, at: 1).bind(sequences.upperBound, at: 2)
        .all(MetricStore.storedObservation)
    }
  }

  /// Every declaration, in the order of appending.
  package func declarations() throws(StoreError) -> [StoredDeclaration] {
    try translating {
      try connection.statement(
        "SELECT kind, name, statement, link, declared FROM declaration ORDER BY id"
      ).all { row in
        StoredDeclaration(
          kind: row.text(0), name: row.text(1), statement: row.text(2), link: row.integer(3),
          declared: row.optionalInteger(4).map(CalendarDate.init(stored:)))
      }
    }
  }

  /// Every release, in the order of appending.
  package func releases() throws(StoreError) -> [StoredRelease] {
    try translating { try connection.releases() }
  }

  /// The release of exactly that name.
  package func release(named name: String) throws(StoreError) -> StoredRelease? {
    try translating { try connection.releases(named: name).first }
  }

  /// Whether anything of a company had been published by the end of a day.
  ///
  /// Figures can have been published before the release that brings them, so that where no release
  /// tells, every figure of the company is looked at.
  package func hasPublished(_ company: String, by day: CalendarDate) throws(StoreError) -> Bool {
    let isReleased = try translating {
      try connection.statement(
        "SELECT EXISTS (SELECT 1 FROM release WHERE company = ?1 AND published <= ?2)"
      ).bind(company, at: 1).bind(Int64(day.dayNumber), at: 2).first { $0.integer(0) == 1 }
    }
    if isReleased == true { return true }
    return try firstPublication(of: company).map { $0.published <= day } ?? false
  }

  /// The release that brought a company's earliest published figure, and the day on which that was
  /// published; nil for a company without figures.
  package func firstPublication(
    of company: String
  ) throws(StoreError) -> (release: String, published: CalendarDate)? {
    try translating {
      try connection.statement(MetricStore.firstPublicationSQL).bind(company, at: 1).first {
        (release: $0.text(0), published: CalendarDate(stored: $0.integer(1)))
      }
    }
  }

  /// The digest of the newest link, which stands for everything in the store; nil when it is empty.
  package func head() throws(StoreError) -> Digest? {
    try translating { try connection.head() }
  }

  private static let firstPublicationSQL = """
    SELECT release.name, observation.published
    FROM name
      JOIN series ON series.company = name.id
      JOIN observation ON observation.series = series.id
      JOIN release ON release.link = observation.release
    WHERE name.text = ?1
    ORDER BY observation.published, observation.seq
    LIMIT 1
    """

  private static let companySeriesSQL = """
    SELECT series.id, company.text, metric.text, segment.text, unit.text, series.metric
    FROM name AS company
      JOIN name AS metric
      JOIN series ON series.company = company.id AND series.metric = metric.id
      JOIN name AS segment ON segment.id = series.segment
      JOIN name AS unit ON unit.id = series.unit
    WHERE company.text = ?1
    """

  private static let segmentsSQL = """
    SELECT segment.text
    FROM name AS company
      JOIN name AS metric
      JOIN series ON series.company = company.id AND series.metric = metric.id
      JOIN name AS segment ON segment.id = series.segment
    WHERE company.text = ?1 AND metric.text = ?2
    """

  private static let seriesSQL = companySeriesSQL + " AND metric.text = ?2"

  private static func series(_ row: Statement) -> StoredSeries {
    StoredSeries(
      id: row.integer(0),
      key: SeriesKey(
        company: row.text(1), metric: row.text(2), segment: row.text(3), unit: row.text(4)),
      metricID: row.integer(5))
  }

  private static let storedObservationsSQL = """
    SELECT
      seq, observation.published, period_end, months, mantissa, exponent, state,
      company.text, metric.text, segment.text, unit.text,
      release.name, last_day, source.name, line, column, scale, printed, note
    FROM observation
      JOIN release ON release.link = observation.release
      JOIN source ON source.release = observation.release AND source.ordinal = observation.source
      JOIN series ON series.id = observation.series
      JOIN name AS company ON company.id = series.company
      JOIN name AS metric ON metric.id = series.metric
      JOIN name AS segment ON segment.id = series.segment
      JOIN name AS unit ON unit.id = series.unit
    WHERE seq >= ?1 AND seq < ?2
    ORDER BY seq
    """

  private static func storedObservation(_ row: Statement) -> StoredObservation {
    StoredObservation(
      observation: Observation(
        sequence: row.integer(0), published: CalendarDate(stored: row.integer(1)),
        period: Period(
          end: Month(number: Int32(truncatingIfNeeded: row.integer(2))),
          months: Int(row.integer(3))),
        mantissa: row.integer(4), exponent: Int8(truncatingIfNeeded: row.integer(5)),
        state: row.integer(6) == 0 ? .value : .withdrawn),
      series: SeriesKey(
        company: row.text(7), metric: row.text(8), segment: row.text(9), unit: row.text(10)),
      release: row.text(11), lastDay: row.optionalInteger(12).map(CalendarDate.init(stored:)),
      source: row.text(13), line: Int(row.integer(14)), column: Int(row.integer(15)),
      scale: Int8(truncatingIfNeeded: row.integer(16)), printed: row.optionalText(17),
      note: row.optionalText(18))
  }
}

extension CalendarDate {
  /// The day with that number, as the file has it; only a file that was tampered with has a number
  /// without a day.
  init(stored dayNumber: Int64) {
    self.init(dayNumber: Int32(truncatingIfNeeded: dayNumber))
  }
}
