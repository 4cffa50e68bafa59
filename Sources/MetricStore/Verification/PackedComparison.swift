import Metrics

/// The packed columns of every series, compared with what its observations come to.
struct PackedComparison {
  let connection: Connection
  let series: SeriesIndex
  /// The observations of each series, at its place in the index.
  let observations: [[Observation]]

  private(set) var faults: [StoreFault] = []
  /// The places of the series whose columns are missing or differ.
  private var wrong: [Int] = []
  /// The keys of columns that no series has.
  private var strayKeys: [Int64] = []

  init(_ connection: Connection, series: SeriesIndex, observations: [[Observation]]) {
    self.connection = connection
    self.series = series
    self.observations = observations
  }

  /// Compares all of them.
  mutating func run() throws {
    var found: Set<Int> = []
    let places = Dictionary(
      series.all.indices.map { (series.all[$0].packedKey, $0) },
      uniquingKeysWith: { first, _ in first })
    try connection.statement("SELECT key, columns FROM packed ORDER BY key").forEach { row in
      guard let place = places[row.integer(0)] else { return strayKeys.append(row.integer(0)) }
      found.insert(place)
      let due = PackedColumns.encoded(observations[place])
      if !row.withBytes(1, { $0.elementsEqual(due) }) {
        wrong.append(place)
        faults.append(.packedDiffer(series.all[place].key))
      }
    }
    for place in series.all.indices where !found.contains(place) {
      wrong.append(place)
      faults.append(.packedMissing(series.all[place].key))
    }
    if !strayKeys.isEmpty { faults.append(.packedStray(count: strayKeys.count)) }
  }

  /// Writes those that are wrong again, from the observations.
  func rebuild() throws {
    let statement = try connection.statement(PackedColumns.insertionSQL)
    for place in wrong {
      try statement
        .bind(series.all[place].packedKey, at: 1)
        .bind(PackedColumns.encoded(observations[place]), at: 2).run()
    }
    for key in strayKeys {
      try connection.statement("DELETE FROM packed WHERE key = ?1").bind(key, at: 1).run()
    }
  }
}
