import CSQLite

extension StoreError {
  /// What an error of SQLite means for the store at `path`.
  init(_ error: SQLiteError, path: String?) {
    switch error.primaryCode {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(path: path, detail: error.message)
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_INTERRUPT: self = .interrupted
    case SQLITE_IOERR where error.isLackOfRoom: self = .diskFull(path: path)
    case SQLITE_IOERR, SQLITE_CANTOPEN: self = .inputOutput(path: path, detail: error.message)
    case SQLITE_PERM, SQLITE_READONLY: self = .notWritable(path: path)
    default:
      let statement = error.sql.map { ", running \($0)" } ?? ""
      self = .unexpected(path: path, detail: error.message + statement)
    }
  }

  /// Runs `body` and turns what SQLite says into errors of the store at `path`.
  static func translating<Result>(
    path: String?, _ body: () throws -> Result
  ) throws(StoreError) -> Result {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as SQLiteError {
      throw StoreError(error, path: path)
    } catch {
      throw .unexpected(path: path, detail: "\(error)")
    }
  }
}
