extension StoreError {
  /// What went wrong and what to do about it, in a sentence for the person who typed the command.
  package var message: String {
    switch self {
    case .busy(let path):
      "\(named(path)): another program is writing to it; try again when that is done"
    case .damaged(let path, let detail):
      "\(named(path)) is damaged (\(detail)); keep it as it is and go back to a copy"
    case .diskFull(let path):
      "\(named(path)): the disk is full, and nothing was appended; make room, then try again"
    case .emptyFile(let path):
      "\(path) is empty, so it is not a store; make one with `kessan init \(path)`"
    case .inputOutput(let path, let detail):
      "\(named(path)): the disk failed (\(detail)); try again from another disk"
    case .interrupted:
      "interrupted; the store is as it was"
    case .isFolder(let path):
      "\(path) is a folder; name the store's file in it"
    case .newerForm(let path, let version, let supported):
      "\(path) was written by a newer version of kessan (form \(version); this one reads up to "
        + "\(supported)); use that version"
    case .noPermission(let path):
      "\(path): you may not read it; ask its owner for permission"
    case .noSuchFile(let path):
      "\(path): there is no such file; make a store with `kessan init \(path)`, or try the sample "
        + "with `kessan --sample`"
    case .noSuchFolder(let path, let folder):
      "\(path): there is no folder \(folder); make it first with `mkdir -p \(folder)`"
    case .notAFile(let path):
      "\(path) is not an ordinary file and can't hold a store; name another"
    case .notOurs(let path, let applicationID):
      "\(path) is an SQLite file of another program (application ID \(applicationID)); name a "
        + "store of kessan"
    case .notSQLite(let path):
      "\(path) is not a store; if it holds figures, bring them into one with `kessan import`"
    case .notWritable(let path):
      "\(named(path)) can't be written here; allow writing to the file and its folder, or use a copy"
    case .olderForm(let path, let version, let supported):
      "\(path) is in an earlier form (\(version); this version of kessan uses \(supported)); "
        + "open it once from a place where it can be written"
    case .packedMissing(let series):
      "packed columns of series \(series.shown) are missing; the store was changed by something "
        + "else than kessan"
    case .packedUnreadable(let series):
      "packed columns of series \(series.shown) can't be read; the store was changed by something "
        + "else than kessan"
    case .releaseNameTaken(let name, let published):
      "the store holds another release \(name), published \(published), and releases never "
        + "change; give this one another name"
    case .unexpected(let path, let detail):
      "\(named(path)): a mistake in kessan (\(detail)); please report it"
    case .unreadLog(let path):
      "\(path)-wal holds appends that can't be read from a read-only place; open the store once "
        + "from a place where it can be written"
    }
  }

  private func named(_ path: String?) -> String { path ?? "the store in memory" }
}
