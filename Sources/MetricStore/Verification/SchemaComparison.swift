import Schema

/// What a file is made of, compared with what a new file is made of.
struct SchemaComparison {
  private struct Object: Hashable {
    let kind: String
    let name: String
  }

  let connection: Connection

  /// The objects that are missing, changed or added, and the tables whose constant rows differ.
  func faults() throws -> [StoreFault] {
    // A new file, but in memory.
    let model = try StoreOpening.inMemory(makesGuards: true)
    let due = try SchemaComparison.objects(of: model)
    let found = try SchemaComparison.objects(of: connection)
    let missing = due.keys.filter { found[$0] == nil }
      .map { StoreFault.objectMissing(kind: $0.kind, name: $0.name) }
    let changed = due.filter { object, sql in found[object].map { $0 != sql } ?? false }
      .map { StoreFault.objectChanged(kind: $0.key.kind, name: $0.key.name) }
    let added = found.keys.filter { due[$0] == nil }
      .map { StoreFault.objectAdded(kind: $0.kind, name: $0.name) }
    let objects = [missing, changed, added].flatMap { $0.sorted { $0.what < $1.what } }
    return try objects
      + changedConstants(model, isThere: { found[.init(kind: "table", name: $0)] != nil })
  }

  private func changedConstants(
    _ model: Connection, isThere: (String) -> Bool
  ) throws -> [StoreFault] {
    try SchemaComparison.constants.filter { table, columns in
      guard isThere(table) else { return false }
      let sql = "SELECT \(columns) FROM \(table) ORDER BY 1"
      return try SchemaComparison.rows(sql, connection) != SchemaComparison.rows(sql, model)
    }.map { .constantsChanged(table: $0.table) }
  }

  /// Tables whose rows come with the form of the file, with the columns that are the same in all files.
  private static let constants = [
    (table: "migration", columns: "version, name"),
    (
      table: "power_of_ten",
      columns: "exponent, format('%!.17g', value) || ' ' || coalesce(whole, '')"
    ),
  ]

  /// The text that made each object; statistics that `ANALYZE` keeps change no answer.
  private static func objects(of connection: Connection) throws -> [Object: [UInt8]] {
    let rows = try connection.statement(
      "SELECT type, name, tbl_name || char(10) || coalesce(sql, '') FROM sqlite_schema "
        + "WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"
    ).all { (Object(kind: $0.text(0), name: $0.text(1)), $0.bytes(2)) }
    return Dictionary(rows) { first, _ in first }
  }

  private static func rows(_ sql: String, _ connection: Connection) throws -> [[String]] {
    try connection.statement(sql).all { [$0.text(0), $0.text(1)] }
  }
}
