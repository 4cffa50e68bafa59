/// Every series of a file with its names, for reading observations by their numbers.
///
/// A class, because it goes along with every row: what is passed is one reference.
final class SeriesIndex {
  /// The series, in the order of their numbers.
  private(set) var all: [StoredSeries] = []
  /// What the digests cover of each.
  private(set) var fields: [FieldBytes] = []
  /// Names that can't be read or that nothing goes by, and what can't be read otherwise.
  private(set) var faults: [StoreFault] = []
  private var indices: [Int64: Int] = [:]

  init(_ connection: Connection) throws {
    let names = try readNames(connection)
    var used: Set<Int64> = []
    try connection.statement("SELECT id, company, metric, segment, unit FROM series ORDER BY id")
      .forEach { row in
        let numbers = (1...4).map { row.integer($0) }
        used.formUnion(numbers)
        // A name that isn't there is found as a reference that leads nowhere.
        let texts = numbers.map { names[$0] ?? "?" }
        let key = SeriesKey(
          company: texts[0], metric: texts[1], segment: texts[2], unit: texts[3])
        indices[row.integer(0)] = all.count
        all.append(StoredSeries(id: row.integer(0), key: key, metricID: numbers[1]))
        fields.append(LinkDigest.fields(of: key))
      }
    faults += names.filter { !used.contains($0.key) }.sorted { $0.key < $1.key }
      .map { .strayName(id: $0.key, text: $0.value) }
  }

  /// The place of a series in ``all``.
  func index(of id: Int64) -> Int? { indices[id] }

  private func readNames(_ connection: Connection) throws -> [Int64: String] {
    var names: [Int64: String] = [:]
    // By the rows themselves, not by the index on their texts.
    try connection.statement("SELECT id, text FROM name NOT INDEXED ORDER BY id").forEach { row in
      do throws(ForeignValue) {
        names[row.integer(0)] = try row.exactText(1)
      } catch {
        faults.append(.strayName(id: row.integer(0), text: nil))
      }
    }
    return names
  }
}
