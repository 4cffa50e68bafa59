package import DataImport
import Diagnostics
import Catalog
import MetricStore
import QuerySyntax

extension Session {
  /// Appends the release that a statement describes, and says what was appended.
  func append(_ statement: ReleaseStatement, readFile: FileReader) throws -> String {
    try append(try prepare(statement, readFile: readFile))
  }

  /// Reads and checks the files of a release that a statement describes.
  func prepare(_ statement: ReleaseStatement, readFile: FileReader) throws -> PreparedImport {
    var files: [ImportFile] = []
    for (path, range) in statement.files {
      do throws(UnreadableFile) {
        files.append(ImportFile(name: path, bytes: try readFile(path)))
      } catch {
        throw SessionMessage.unreadableFile(path, error.reason, at: range)
      }
    }
    var options = ImportOptions()
    options.company = try catalog.company(statement.company).name
    options.release = statement.name.text
    options.title = statement.title
    options.published = statement.published
    options.sourceTitle = statement.source
    return try checkImport(files, options: options)
  }

  /// Checks the files of a release against what is declared; nothing is appended.
  ///
  /// A long check tells how far it has come through `progress`.
  package func checkImport(
    _ files: [ImportFile], options: ImportOptions, progress: ((ImportProgress) -> Void)? = nil
  ) throws(Failure) -> PreparedImport {
    let outcome = Result { () throws(ImportFailure) in
      try ReleaseImport.check(
        files: files, options: options, catalog: catalog, digest: { Digest(ofContent: $0).bytes },
        progress: progress, isInterrupted: isInterrupted)
    }
    if isInterrupted() { throw .store(.interrupted) }
    do throws(ImportFailure) {
      return PreparedImport(checked: try outcome.get(), files: files, options: options)
    } catch {
      throw .importing(error, files)
    }
  }

  /// Says what appending a checked release would do; throws where the store would refuse it.
  package func summary(of prepared: PreparedImport) throws(Failure) -> String {
    let release = prepared.checked.release
    do throws(StoreError) {
      guard case .alreadyThere(let stored) = try store.outcome(ofUsedNameIn: release) else {
        let checked = SessionMessage.checked(
          release.name, rows: release.observations.count, files: prepared.files.count)
        return SessionMessage.declaring("would declare", prepared.checked) + checked
      }
      return SessionMessage.alreadyThere(stored.name)
    } catch {
      throw .store(error)
    }
  }

  /// Appends a checked release, and says what was appended.
  ///
  /// When another program has appended since the check, the check is made again first.
  package func append(_ prepared: PreparedImport) throws(Failure) -> String {
    let declarations = prepared.checked.declarations.map(NewDeclaration.init)
    let outcome = try appendUnlessStale { (transaction) throws(StoreError) in
      if !declarations.isEmpty { _ = try transaction.append(declarations, declared: nil) }
      return try transaction.append(prepared.checked.release)
    }
    guard let outcome else {
      try replay()
      return try append(try checkImport(prepared.files, options: prepared.options))
    }
    switch outcome {
    case .alreadyThere(let release): return SessionMessage.alreadyThere(release.name)
    case .appended(let head, let rows):
      if !declarations.isEmpty { try replay() }
      let appended = SessionMessage.appended(
        prepared.checked.release.name, rows: rows, files: prepared.files.count,
        head: head.description)
      return SessionMessage.declaring("declared", prepared.checked) + appended
    }
  }

  /// Appends in one transaction; nil, with nothing appended, when the store is no longer the one
  /// that the catalog was replayed from.
  func appendUnlessStale(
    _ body: (AppendTransaction) throws(StoreError) -> AppendOutcome
  ) throws(Failure) -> AppendOutcome? {
    do throws(StoreError) {
      let outcome = try store.appendAtomically { (transaction) throws(StoreError) in
        try store.head() == replayedHead ? try body(transaction) : nil
      }
      if case .appended(let head, _) = outcome { replayedHead = head }
      return outcome
    } catch {
      throw .store(error)
    }
  }
}

/// A release whose files have been checked, with what is needed to check them again.
package struct PreparedImport: Sendable {
  let checked: CheckedImport
  let files: [ImportFile]
  let options: ImportOptions
}
