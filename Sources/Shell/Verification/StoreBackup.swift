package import MetricStore
package import QueryEngine

/// A backup of a store in a file of its own.
package struct StoreBackup {
  /// Why there is no backup.
  package enum Failure: Error, Sendable {
    /// What is at the path stays there.
    case refused(BackupRefusal)
    /// Something is wrong with the store itself.
    case faulty
    /// The file couldn't be written.
    case unwritable(UnwritableFile)
    /// The store couldn't be read.
    case store(StoreError)
  }

  private let store: MetricStore

  /// A backup of that store.
  package init(of store: MetricStore) {
    self.store = store
  }

  /// Writes the backup, and returns in words what it holds.
  ///
  /// Whatever goes wrong, the file holds the new backup or what it held before.
  package func write(to path: String) throws(Failure) -> String {
    do {
      if let refusal = try store.refusal(ofBackupTo: path) { throw Failure.refused(refusal) }
      let replacement = try FileReplacement(of: path)
      let (verification, pageCount) = try store.backUp(toEmptyFile: replacement.file.path)
      guard let pageCount else { throw Failure.faulty }
      try replacement.commit()
      return "\(pageCount) pages with \(StoreContent(verification).described)"
    } catch let error as SystemError {
      throw .unwritable(UnwritableFile(reason: WholeFile.reason(for: error, path)))
    } catch let error as StoreError {
      throw error.lacksRoom
        ? .unwritable(UnwritableFile(reason: "the disk is full")) : .store(error)
    } catch let error as Failure {
      throw error
    } catch {
      throw .store(.unexpected(path: store.path, detail: "\(error)"))
    }
  }
}

extension StoreError {
  fileprivate var lacksRoom: Bool {
    if case .diskFull = self { true } else { false }
  }
}
