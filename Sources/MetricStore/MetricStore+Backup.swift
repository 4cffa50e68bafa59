import CSQLite
import Glibc

/// Why a backup doesn't take the place of what is at a path.
package enum BackupRefusal: Hashable, Sendable {
  /// It is the store itself.
  case isTheStore
  /// It is no store, or can't be read.
  case isNoStore
  /// It is a store of another history.
  case otherChain
  /// It goes on where the store ends, by so many links.
  case longerChain(links: Int)
  /// A log lies beside it: a program has it open, or has left appends there.
  case hasLog
}

extension MetricStore {
  /// Why a backup of this store may not take the place of what is at a path; nil when it may, which
  /// is where nothing is there, an empty file, or an earlier state of this store.
  package func refusal(ofBackupTo path: String) throws(StoreError) -> BackupRefusal? {
    let location = StoreLocation(path: path)
    do throws(StoreError) {
      guard try location.content() == .database else { return nil }
    } catch {
      if case .noSuchFolder = error { return nil }
      return .isNoStore
    }
    if self.path.map({ location.isSameFile(as: $0) }) == true { return .isTheStore }
    // What stays beside the file would be taken for a part of the new one.
    guard location.isSettled else { return .hasLog }
    let other: [Digest]
    do {
      let opening = StoreOpening(location: location) { _ in false }
      other = try opening.forReadingAlone().digests()
    } catch {
      return .isNoStore
    }
    let own = try translating { try connection.digests() }
    if own.starts(with: other) { return nil }
    return other.starts(with: own) ? .longerChain(links: other.count - own.count) : .otherChain
  }

  /// Copies the store into the empty file at a path, as it is at one moment, and returns the
  /// number of pages; none when something is wrong with the store, so that nothing was copied.
  ///
  /// A backup of what is damaged would take the place of one that isn't.
  package func backUp(
    toEmptyFile path: String
  ) throws(StoreError) -> (verification: Verification, pageCount: Int?) {
    try reading { () throws(StoreError) in
      let verification = try verify()
      guard verification.faults.isEmpty else { return (verification, nil) }
      return (verification, try copy(toEmptyFile: path))
    }
  }

  private func copy(toEmptyFile path: String) throws(StoreError) -> Int {
    try StoreError.translating(path: path) {
      let other = try Connection(
        uri: StoreLocation(path: path).uri(mode: "mode=rw"), flags: SQLITE_OPEN_READWRITE)
      // A copy that fails is thrown away, and one that is complete is flushed as a whole.
      try other.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      return try connection.copy(to: other)
    }
  }
}

extension Connection {
  /// The digest of every link, in order.
  fileprivate func digests() throws(SQLiteError) -> [Digest] {
    try statement("SELECT digest FROM link ORDER BY id").all { Digest(bytes: $0.bytes(0)) }
      .compactMap { $0 }
  }
}

extension StoreLocation {
  /// Whether two paths lead to one file.
  fileprivate func isSameFile(as other: String) -> Bool {
    var facts = stat()
    var otherFacts = stat()
    return stat(path, &facts) == 0 && stat(other, &otherFacts) == 0
      && facts.st_dev == otherFacts.st_dev && facts.st_ino == otherFacts.st_ino
  }
}
