import Schema

/// Brings a file to the newest form, step by step.
struct Migrator {
  let migrations: [Migration]
  /// Whether to guard against other programs; none can reach a store in memory.
  var makesGuards = true

  /// Takes every step that the database has not taken, all of them or none, and records each.
  ///
  /// What has been taken is read inside the transaction: another program may be doing the same.
  func run(on connection: Connection) throws {
    try connection.transaction(.writing) {
      let taken = Int(try connection.integer("PRAGMA user_version") ?? 0)
      for (index, migration) in migrations.enumerated().dropFirst(taken) {
        let guards = makesGuards ? migration.guards : []
        for statement in migration.statements + guards { try connection.execute(statement) }
        try connection.statement("INSERT INTO migration (version, name) VALUES (?1, ?2)")
          .bind(Int64(index + 1), at: 1).bind(migration.name, at: 2).run()
      }
      // Pragmas take no parameters.
      try connection.execute("PRAGMA application_id = \(Schema.applicationID)")
      try connection.execute("PRAGMA user_version = \(max(taken, migrations.count))")
    }
  }
}
