import CSQLite
import Schema

/// The ways to come by a connection to a store.
struct StoreOpening {
  let location: StoreLocation
  let patience: MetricStore.Patience

  /// A connection that only reads.
  ///
  /// Even a reader of a file with a write-ahead log wants to write beside it. Where it may not, or the
  /// disk is full, the file is declared immutable; that makes SQLite overlook the log, so the log has to be empty.
  func forReading() throws -> Connection {
    try requireDatabase()
    let connection: Connection
    do {
      connection = try connected("mode=ro", SQLITE_OPEN_READONLY)
    } catch let error where StoreOpening.isAboutWriting(error) || StoreOpening.isLackOfRoom(error) {
      guard location.isSettled else { throw StoreError.unreadLog(path: location.path) }
      connection = try connected("mode=ro&immutable=1", SQLITE_OPEN_READONLY)
    }
    let version = try StoreOpening.version(of: connection)
    if version < Schema.version {
      throw StoreError.olderForm(
        path: location.path, version: version, supported: Schema.version)
    }
    return connection
  }

  /// A connection that only reads a file that nobody writes to, and leaves no trace beside it.
  func forReadingAlone() throws -> Connection {
    try requireDatabase()
    return try connected("mode=ro&immutable=1", SQLITE_OPEN_READONLY)
  }

  /// A connection that appends to a store that is there.
  func forAppending() throws -> Connection {
    try requireDatabase()
    return try connectedForWriting("mode=rw", SQLITE_OPEN_READWRITE)
  }

  /// A connection that appends, to a new store if there was none.
  func creating() throws -> Connection {
    switch try location.content() {
    case .database: return try connectedForWriting("mode=rw", SQLITE_OPEN_READWRITE)
    case .nothing, .emptyFile: return try createdStore()
    }
  }

  /// A connection to a new store in memory; `makesGuards` makes it what a file is made of.
  static func inMemory(makesGuards: Bool = false) throws -> Connection {
    let connection = try Connection(
      uri: "file::memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY)
    try connection.harden()
    try Migrator(migrations: Schema.migrations, makesGuards: makesGuards).run(on: connection)
    return connection
  }

  private func requireDatabase() throws(StoreError) {
    switch try location.content() {
    case .nothing: throw .noSuchFile(path: location.path)
    case .emptyFile: throw .emptyFile(path: location.path)
    case .database: break
    }
  }

  /// The file comes to be in one transaction with a rollback journal and changes to write-ahead
  /// logging afterwards, so a crash on the way leaves an empty file, which can be created again.
  private func createdStore() throws -> Connection {
    do {
      let connection = try opened("mode=rwc", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      try Migrator(migrations: Schema.migrations).run(on: connection)
      try connection.execute("PRAGMA journal_mode = WAL")
      return connection
    } catch let error where StoreOpening.isAboutWriting(error) {
      throw StoreError.notWritable(path: location.path)
    }
  }

  private func connectedForWriting(_ mode: String, _ flags: Int32) throws -> Connection {
    do {
      let connection = try connected(mode, flags)
      // SQLite opens a file that can't be written for reading, and says so only when asked.
      if connection.isReadOnly { throw StoreError.notWritable(path: location.path) }
      if try StoreOpening.version(of: connection) < Schema.version {
        try Migrator(migrations: Schema.migrations).run(on: connection)
      }
      return connection
    } catch let error where StoreOpening.isAboutWriting(error) {
      throw StoreError.notWritable(path: location.path)
    }
  }

  /// A connection to a file that is known to be ours, in a form that we know.
  private func connected(_ mode: String, _ flags: Int32) throws -> Connection {
    let connection = try opened(mode, flags)
    let applicationID = Int32(try connection.integer("PRAGMA application_id") ?? 0)
    guard applicationID == Schema.applicationID else {
      throw StoreError.notOurs(path: location.path, applicationID: applicationID)
    }
    let version = try StoreOpening.version(of: connection)
    guard version <= Schema.version else {
      throw StoreError.newerForm(
        path: location.path, version: version, supported: Schema.version)
    }
    return connection
  }

  private func opened(_ mode: String, _ flags: Int32) throws -> Connection {
    let connection = try Connection(uri: location.uri(mode: mode), flags: flags)
    connection.wait(BusyHandler(patience))
    try connection.harden()
    // A committed append survives a loss of power; reads go without copying through the page cache.
    try connection.execute("PRAGMA synchronous = FULL; PRAGMA mmap_size = 1073741824")
    return connection
  }

  private static func version(of connection: Connection) throws -> Int {
    Int(try connection.integer("PRAGMA user_version") ?? 0)
  }

  private static func isLackOfRoom(_ error: any Error) -> Bool {
    (error as? SQLiteError)?.isLackOfRoom == true
  }

  private static func isAboutWriting(_ error: any Error) -> Bool {
    guard let error = error as? SQLiteError else { return false }
    return error.primaryCode == SQLITE_CANTOPEN || error.primaryCode == SQLITE_READONLY
  }
}
