import Metrics

/// The walk along every link of the chain, over everything that was appended.
struct ChainWalk {
  let connection: Connection
  let series: SeriesIndex

  /// The digest of every link, in order.
  private(set) var digests: [Digest] = []
  private(set) var faults: [StoreFault] = []
  /// What was found of each series, at its place in the index.
  var observations: [[Observation]]
  /// Whether no observation was passed over, so that each series has all of its own.
  var hasReadEverything = true
  /// Every declaration, by the number of its link.
  private(set) var declarations: [Int64: [DeclarationRow]] = [:]
  var releaseCount = 0
  var declarationCount = 0
  var observationCount = 0
  /// The number that the first observation of the next release has.
  var nextSequence: Int64 = 1
  /// The number that the next declaration has.
  var nextDeclaration: Int64 = 1

  init(_ connection: Connection, series: SeriesIndex) {
    self.connection = connection
    self.series = series
    observations = Array(repeating: [], count: series.all.count)
  }

  /// Takes every link, and what was appended with it.
  mutating func run() throws {
    declarations = try DeclarationRow.all(connection)
    let numbers = try connection.statement("SELECT id FROM link ORDER BY id").all { $0.integer(0) }
    var before: Digest?
    for (index, number) in numbers.enumerated() {
      let label = LinkLabel(number: number, content: try content(of: number))
      if number != Int64(index + 1) { tell(label, .misnumbered(due: Int64(index + 1))) }
      let link = try record(of: number)
      for fault in link?.faults(after: before) ?? [.unreadable] { tell(label, fault) }
      if let link { try walk(link, label) }
      before = link?.digest
    }
    try findStrayRows()
  }

  /// Takes note of what is wrong with a link.
  mutating func tell(_ label: LinkLabel, _ fault: LinkFault) {
    faults.append(.link(label, fault))
  }

  /// Compares what was appended with a link; a part of the file that can't be read is a fault of that
  /// link, and the walk goes on.
  private mutating func walk(_ link: LinkRecord, _ label: LinkLabel) throws {
    digests.append(link.digest)
    do {
      switch link.kind {
      case .release: try walkRelease(link, label)
      case .declarations: walkDeclarations(link, label)
      case nil: break
      }
    } catch let error as SQLiteError where error.isAboutContent {
      hasReadEverything = false
      tell(label, .failed(detail: error.message))
    }
  }

  private func record(of number: Int64) throws -> LinkRecord? {
    try connection.statement("SELECT \(LinkRecord.columns) FROM link WHERE id = ?1")
      .bind(number, at: 1).first { try? LinkRecord($0) } ?? nil
  }

  /// By what a link is called; whether it is right is another question.
  private func content(of number: Int64) throws -> LinkLabel.Content {
    let release = try? connection.statement("SELECT name FROM release WHERE link = ?1")
      .bind(number, at: 1).first { $0.text(0) }
    if let release { return .release(release) }
    guard let batch = declarations[number] else { return .nothing }
    return .declarations(first: batch[0].label, count: batch.count)
  }

  /// Rows that no link accounts for.
  private mutating func findStrayRows() throws {
    let found = [
      ("release", releaseCount), ("declaration", declarationCount),
      ("observation", observationCount),
    ]
    for (table, accounted) in found {
      let rows = Int(try connection.integer("SELECT count(*) FROM \(table) NOT INDEXED") ?? 0)
      if rows > accounted {
        faults.append(.strayRows(table: table, count: rows - accounted))
      }
    }
  }
}
