import CSQLite

/// The examination of a whole store, part by part; a part that can't be read doesn't stop the others.
struct Verifier {
  let connection: Connection
  private var faults: [StoreFault] = []
  private var packed: PackedComparison?

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Examines everything.
  mutating func run() throws -> Verification {
    faults += try examined("file", structureFaults)
    faults += try examined("schema", SchemaComparison(connection: connection).faults)
    faults += try examined("references", danglingReferences)
    let chain = try walkChain()
    return Verification(
      faults: faults, digests: chain?.digests ?? [], releaseCount: chain?.releaseCount ?? 0,
      declarationCount: chain?.declarationCount ?? 0,
      observationCount: chain?.observationCount ?? 0)
  }

  /// Makes the packed columns that are wrong again; to be called after ``run()``.
  func rebuild() throws {
    try packed?.rebuild()
  }

  /// What SQLite says of the pages, the indexes and the constraints.
  private func structureFaults() throws -> [StoreFault] {
    try connection.statement("PRAGMA integrity_check").all { $0.text(0) }
      .flatMap { $0.split(separator: "\n") }
      .filter { $0 != "ok" && !$0.hasPrefix("***") }
      .map { .structure(String($0)) }
  }

  private func danglingReferences() throws -> [StoreFault] {
    struct Reference: Hashable {
      let table: String
      let parent: String
    }
    let rows = try connection.statement("PRAGMA foreign_key_check")
      .all { Reference(table: $0.text(0), parent: $0.text(2)) }
    return Dictionary(grouping: rows) { $0 }.sorted { $0.key.table < $1.key.table }.map {
      .danglingReferences(table: $0.key.table, parent: $0.key.parent, count: $0.value.count)
    }
  }

  private mutating func walkChain() throws -> ChainWalk? {
    var index: SeriesIndex?
    faults += try examined("names") {
      index = try SeriesIndex(connection)
      return index?.faults ?? []
    }
    guard let index else { return nil }
    var chain = ChainWalk(connection, series: index)
    let unread = try examined("chain") {
      try chain.run()
      return []
    }
    faults += chain.faults + unread
    // Where observations were passed over, nearly every series would be told to be wrong.
    if unread.isEmpty, chain.hasReadEverything { try compareSeries(chain) }
    return chain
  }

  private mutating func compareSeries(_ chain: ChainWalk) throws {
    for (series, observations) in zip(chain.series.all, chain.observations)
    where observations.isEmpty { faults.append(.emptySeries(series.key)) }
    var packed = PackedComparison(
      connection, series: chain.series, observations: chain.observations)
    let unread = try examined("table packed") {
      try packed.run()
      return []
    }
    faults += packed.faults + unread
    self.packed = packed
  }

  /// What `examine` finds; that a part can't be read is a fault by itself.
  private func examined(
    _ part: String, _ examine: () throws -> [StoreFault]
  ) throws -> [StoreFault] {
    do {
      return try examine()
    } catch let error as SQLiteError where error.isAboutContent {
      return [.unreadable(part: part, detail: error.message)]
    }
  }
}

extension SQLiteError {
  /// Whether what is in the file is at fault, and not the system or another program.
  var isAboutContent: Bool {
    [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_TOOBIG].contains(primaryCode)
  }
}
